package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline/publish"
)

// diffFlags are the flags of diff.
type diffFlags struct {
	json, markdown, quiet bool
	html, failOn          string
	limit                 int
}

// errDiffer ends the program with status 1 after the differences were printed.
var errDiffer = errors.New("the datasets differ")

func diffCommand(u *ui) *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Compare two datasets and suggest the next data version",
		Long: `Compare two datasets: schemas, rows by key, each cell, and findings. A dataset is a
folder that convert wrote, an archive that release wrote, or any Data Package. Rows
that only have another line or number count as moved.

diff suggests the next version: a new major version if readers would break (a
column or table was removed or changed its type), a minor version if rows, columns
or tables were added or rows were removed, a patch version if values changed.

The exit status is 0 if the datasets are the same, 1 if they differ, and 2 if they
could not be compared. With --fail-on new-errors it is 1 only if there are new
findings of severity error.`,
		Example: `  tidywiki diff out-2024 out-2025
  tidywiki diff out-2024 out-2025 --markdown >> notes.md
  tidywiki diff rivers-1.0.0.tar.gz out --fail-on new-errors
  tidywiki diff out-2024 out-2025 --html changes.html --limit 200`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return wrongUsage(fmt.Errorf("give two datasets to compare, not %d (see %s --help)", len(args), cmd.CommandPath()))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, u, args[0], args[1]) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.failOn, "fail-on", "any", "what sets exit status 1: any difference, new-errors, new-warnings or never")
	flags.IntVar(&f.limit, "limit", 20, "number of changes of each kind to list per table; 0 for all")
	flags.BoolVar(&f.json, "json", false, "print one JSON object")
	flags.BoolVar(&f.markdown, "markdown", false, "print Markdown, for release notes")
	flags.StringVar(&f.html, "html", "", "also write a self-contained HTML page to this file")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing, only set the exit status")
	cmd.MarkFlagsMutuallyExclusive("json", "markdown", "quiet")
	return cmd
}

// run compares two datasets. Every error but errDiffer is marked as wrong usage, so
// that a failed comparison has status 2 and not the status of a difference.
func (f diffFlags) run(cmd *cobra.Command, u *ui, old, new string) error {
	limit := f.limit
	switch {
	case limit < 0:
		return wrongUsage(fmt.Errorf("--limit %d: give a number of changes, or 0 for all", limit))
	case limit == 0:
		limit = -1
	}
	fails, ok := failures[f.failOn]
	if !ok {
		return wrongUsage(fmt.Errorf("--fail-on %q: choose any, new-errors, new-warnings or never", f.failOn))
	}
	report, err := publish.Diff(cmd.Context(), old, new, limit)
	if err != nil {
		return wrongUsage(err)
	}
	if f.html != "" {
		if err := writeWhole(f.html, report.WriteHTML); err != nil {
			return wrongUsage(err)
		}
	}
	if err := f.show(u.out, report); err != nil {
		return wrongUsage(err)
	}
	if fails(report) {
		return errDiffer
	}
	return nil
}

// failures are the values of --fail-on.
var failures = map[string]func(*publish.DiffReport) bool{
	"any":          func(r *publish.DiffReport) bool { return !r.Same },
	"new-errors":   func(r *publish.DiffReport) bool { return r.Findings.NewErrors() > 0 },
	"new-warnings": func(r *publish.DiffReport) bool { return r.Findings.NewErrors()+r.Findings.NewWarnings() > 0 },
	"never":        func(*publish.DiffReport) bool { return false },
}

func (f diffFlags) show(w io.Writer, r *publish.DiffReport) error {
	switch {
	case f.quiet:
		return nil
	case f.json:
		return r.WriteJSON(w)
	case f.markdown:
		return r.WriteMarkdown(w)
	}
	return r.WriteText(w)
}

// cause returns the error of the system without the name of the file.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// writeWhole writes a file that appears only when it is complete.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".tidywiki-*")
	if err != nil {
		return fmt.Errorf("cannot write %s: %w: name a file in a folder that you can write to", path, cause(err))
	}
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error is the one to report
	}
	return err
}
