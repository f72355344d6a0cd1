package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline/publish"
)

// errInvalid ends the program with status 1 after the errors were printed.
var errInvalid = errors.New("the dataset is not valid")

func validateCommand(u *ui) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "validate OUT",
		Short: "Check a dataset: checksums, schema, types, keys, counts, and that all formats agree",
		Long: `Check a dataset that tidywiki made, or any Data Package: its checksums, its
datapackage.json, every row of every table against its schema, primary and foreign
keys, and that all formats of a table have the same values. OUT is a folder or a
datapackage.json. validate changes nothing and reads nothing outside the folder.
The exit status is 1 if there are errors; docs/validation.md explains each type.`,
		Example: `  tidywiki validate out
  tidywiki validate out --json > report.json`,
		Args: oneDataset,
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := publish.Validate(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				err = writeJSON(u.out, report)
			} else {
				u.validation(args[0], report)
			}
			if err == nil && !report.Valid {
				err = fmt.Errorf("%s: %w", args[0], errInvalid)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the whole report as JSON")
	return cmd
}

// validation prints a validation report.
func (u *ui) validation(path string, r *publish.Validation) {
	for _, w := range r.Warnings {
		fmt.Fprintf(u.out, "%s: %s\n", u.severity("warning"), w)
	}
	shown := 0
	for _, e := range r.Errors {
		shown++
		fmt.Fprintf(u.out, "%s: %s: %s\n", u.severity("error"), e.Type, e.Message)
	}
	for _, t := range r.Tasks {
		for _, w := range t.Warnings {
			fmt.Fprintf(u.out, "%s: %s\n", u.severity("warning"), w)
		}
		for _, e := range t.Errors {
			shown++
			fmt.Fprintf(u.out, "%s: %s: %s\n", u.severity("error"), e.Type, e.Message)
		}
	}
	if more := r.Stats.Errors - shown; more > 0 {
		fmt.Fprintf(u.out, "and %s more\n", count(more, "error"))
	}
	verdict := "valid"
	if !r.Valid {
		verdict = "not valid, " + count(r.Stats.Errors, "error")
	}
	if r.Stats.Warnings > 0 {
		verdict += ", " + count(r.Stats.Warnings, "warning")
	}
	fmt.Fprintf(u.out, "%s: %s (%s, %s, %s)\n", path, verdict,
		count(r.Stats.Tasks, "resource"), count(int(r.Stats.Rows), "row"), count(r.Stats.Files, "checksum"))
}
