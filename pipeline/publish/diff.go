package publish

import (
	"context"

	"github.com/tidywiki/tidywiki/load/read/diff"
)

// A DiffReport has the differences of two datasets, and writes them as text, JSON,
// Markdown or HTML.
type DiffReport = diff.Report

// Diff compares the datasets in two folders or archives. limit is how many changes
// of each kind are listed per table; a negative limit lists all, and memory then
// grows with the changes.
func Diff(ctx context.Context, old, new string, limit int) (*DiffReport, error) {
	oldDir, removeOld, err := unpacked(ctx, old)
	if err != nil {
		return nil, err
	}
	defer removeOld()
	newDir, removeNew, err := unpacked(ctx, new)
	if err != nil {
		return nil, err
	}
	defer removeNew()
	report, err := diff.Compare(ctx, oldDir, newDir, diff.Options{Limit: limit})
	if err != nil {
		return nil, err
	}
	if oldDir != old {
		report.Old.Path = old
	}
	if newDir != new {
		report.New.Path = new
	}
	return report, nil
}
