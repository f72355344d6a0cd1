package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

// errInvalid ends the program with status 1; what is wrong was printed.
var errInvalid = errors.New("the dataset is not valid")

func validateCommand(u *ui) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "validate OUT",
		Short: "Check a dataset: checksums, schema, keys, types, counts, and that its formats agree",
		Long: `Check a dataset that tidywiki made, or any Data Package: its checksums, its
datapackage.json, each table against its schema row by row, primary and foreign
keys, and that all formats of a table have the same values. OUT is a folder or a
datapackage.json. Nothing is changed, and nothing is read outside of the folder.
docs/validation.md explains each type of error. Exit status 1 if there are errors.`,
		Example: `  tidywiki validate out
  tidywiki validate out --json > report.json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage(fmt.Errorf("%s takes one dataset, the folder that has its datapackage.json", cmd.CommandPath()))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := pipeline.Validate(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				enc := json.NewEncoder(u.out)
				enc.SetEscapeHTML(false)
				enc.SetIndent("", "  ")
				err = enc.Encode(report)
			} else {
				u.validation(args[0], report)
			}
			if err == nil && !report.Valid {
				err = fmt.Errorf("%s: %w", args[0], errInvalid)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "the whole report, for machines")
	return cmd
}

// validation prints what was found for a person.
func (u *ui) validation(path string, r *pipeline.Validation) {
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
