package pipeline

import (
	"context"

	"github.com/tidywiki/tidywiki/load/diff"
)

// A DiffReport says how two datasets differ, and writes it as text, JSON, Markdown
// or HTML.
type DiffReport = diff.Report

// Diff compares the datasets in two folders. limit is how many changes of each
// kind are listed of a table; a negative one is no limit, and memory then grows
// with the changes.
func Diff(ctx context.Context, old, new string, limit int) (*DiffReport, error) {
	return diff.Compare(ctx, old, new, diff.Options{Limit: limit})
}
