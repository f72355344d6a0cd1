package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/tidywiki/tidywiki/load/archive"
	"github.com/tidywiki/tidywiki/load/read/diff"
	"github.com/tidywiki/tidywiki/load/read/report"
	"github.com/tidywiki/tidywiki/load/read/validate"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
)

// unpacked returns the folder of a dataset that may be an archive of [MakeRelease],
// and what removes it again.
func unpacked(ctx context.Context, path string) (dir string, remove func(), err error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() || !archive.Is(path) {
		return path, func() {}, nil // whoever opens it says what is wrong
	}
	temp, err := os.MkdirTemp("", "tidywiki-")
	if err != nil {
		return "", nil, fmt.Errorf("cannot unpack %s: %w: TMPDIR names another folder", path, err)
	}
	remove = func() { os.RemoveAll(temp) }
	if dir, err = archive.Unpack(ctx, path, temp); err != nil {
		remove()
		return "", nil, err
	}
	return dir, remove, nil
}

// A Validation is what [Validate] found. As JSON it has the form of a report of
// Frictionless.
type Validation = validate.Report

// Validate checks the dataset in a folder or an archive, or the one whose
// datapackage.json path is: one of ours, or any Data Package. It returns a [*usage.Error] if there is
// nothing at path.
func Validate(ctx context.Context, path string) (*Validation, error) {
	dir, remove, err := unpacked(ctx, path)
	if err != nil {
		return nil, err
	}
	defer remove()
	report, err := validate.Folder(ctx, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage.Errorf("there is no dataset %s: name a folder that has a datapackage.json", path)
	}
	if err != nil {
		return nil, fmt.Errorf("validate %s: %w", path, err)
	}
	return report, nil
}

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

// A ReportPage shows what is in a dataset, and writes it as one HTML page.
type ReportPage = report.Report

// MakeReport reads the dataset in a folder. link is the address of that folder as
// seen from the page, "" if the page is beside it; findings is how many of each
// severity are listed, 0 for the default.
func MakeReport(ctx context.Context, dir, link string, findings int) (*ReportPage, error) {
	return report.Make(ctx, dir, report.Options{Link: link, Findings: findings, Generator: version.Generator})
}
