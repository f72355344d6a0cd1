package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

// diffFlags are the flags of diff as written.
type diffFlags struct {
	json, markdown, quiet bool
	html, failOn          string
	limit                 int
}

// errDiffer says that a comparison found differences, which are told already.
var errDiffer = errors.New("the datasets differ")

func diffCommand(u *ui) *cobra.Command {
	var f diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Compare two datasets and suggest the next data version",
		Long: `Compare two datasets, folders that convert wrote, archives of release, or other Data Packages: their
schemas, their rows by key, each cell, and the findings. Rows that only stand at
another line or under another number count as moved. It suggests to raise the
major version for what breaks readers (a column or table removed or of another
type), the minor one for rows, columns and tables added, and rows removed, and
the patch for changed values.

Exit status: 0 if the datasets are the same, 1 if they differ, 2 if they could
not be compared. With --fail-on new-errors, 1 only if there are findings of
severity error that were not there before.`,
		Example: `  tidywiki diff out-2024 out-2025
  tidywiki diff out-2024 out-2025 --markdown >> notes.md
  tidywiki diff rivers-1.0.0.tar.gz out --fail-on new-errors
  tidywiki diff out-2024 out-2025 --html changes.html --limit 200`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return wrongUsage(fmt.Errorf("two datasets are compared, %d given (see %s --help)", len(args), cmd.CommandPath()))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, u, args[0], args[1]) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.failOn, "fail-on", "any", "what exit status 1 is for: any difference, new-errors, new-warnings or never")
	flags.IntVar(&f.limit, "limit", 20, "changes of each kind to list of a table; 0 for all")
	flags.BoolVar(&f.json, "json", false, "one JSON object, for machines")
	flags.BoolVar(&f.markdown, "markdown", false, "Markdown, for release notes")
	flags.StringVar(&f.html, "html", "", "write a self-contained HTML page to this file, too")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print nothing, for the exit status alone")
	cmd.MarkFlagsMutuallyExclusive("json", "markdown", "quiet")
	return cmd
}

// run compares. A comparison that fails must not have the status of one that
// found differences, so every error but that one is the command line's fault.
func (f diffFlags) run(cmd *cobra.Command, u *ui, old, new string) error {
	limit := f.limit
	switch {
	case limit < 0:
		return wrongUsage(fmt.Errorf("--limit %d: give 0 for all changes, or how many", limit))
	case limit == 0:
		limit = -1
	}
	fails, ok := failures[f.failOn]
	if !ok {
		return wrongUsage(fmt.Errorf("--fail-on %q: choose any, new-errors, new-warnings or never", f.failOn))
	}
	report, err := pipeline.Diff(cmd.Context(), old, new, limit)
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
var failures = map[string]func(*pipeline.DiffReport) bool{
	"any":          func(r *pipeline.DiffReport) bool { return !r.Same },
	"new-errors":   func(r *pipeline.DiffReport) bool { return r.Findings.NewErrors() > 0 },
	"new-warnings": func(r *pipeline.DiffReport) bool { return r.Findings.NewErrors()+r.Findings.NewWarnings() > 0 },
	"never":        func(*pipeline.DiffReport) bool { return false },
}

func (f diffFlags) show(w io.Writer, r *pipeline.DiffReport) error {
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

// cause is what the system said, without the name of the file that it said it of.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// writeWhole writes a file that appears whole or not at all.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".tidywiki-*")
	if err != nil {
		return fmt.Errorf("cannot write %s: %w: name a file in a folder that can be written to", path, cause(err))
	}
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // what went wrong before is what matters
	}
	return err
}
