package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// rootCommand returns the whole command line. Each subcommand has its own file.
func rootCommand(u *ui) *cobra.Command {
	root := &cobra.Command{
		Use:   "tidywiki",
		Short: "Turn wiki pages into typed, checked, citable datasets",
		Long: `tidywiki reads wiki pages and writes their tables, lists, infoboxes and numbers
as typed columns in CSV, Excel, Parquet, JSON and Arrow. Every value has the line
of the source it comes from, and everything doubtful is listed in the table
findings.`,
		Example: `  tidywiki convert page.txt -o out
  tidywiki inspect page.txt`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrongUsage(unknownCommand(cmd, args[0]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(u.out)
	root.SetErr(u.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return wrongUsage(fmt.Errorf("%w (see %s --help)", plainFlagError(err), cmd.CommandPath()))
	})
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(convertCommand(u), joinCommand(u), inspectCommand(u), validateCommand(u), formatsCommand(u), recipesCommand(u), versionCommand(u), diffCommand(u),
		releaseCommand(u), reportCommand(u))
	return root
}

// plainFlagError rewords an error about a flag's value: pflag's own message names the
// Go function that refused it.
func plainFlagError(err error) error {
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return err
	}
	kind, flag := "another value", invalid.GetFlag()
	switch flag.Value.Type() {
	case "int":
		kind = "a whole number"
	case "duration":
		kind = "a time such as 30s or 2m"
	case "bool":
		kind = "true or false"
	}
	return fmt.Errorf("--%s %q: give %s", flag.Name, invalid.GetValue(), kind)
}

func unknownCommand(cmd *cobra.Command, name string) error {
	msg := fmt.Sprintf("unknown command %q", name)
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		msg += fmt.Sprintf(": did you mean %s?", strings.Join(near, " or "))
	} else {
		msg += ": see tidywiki --help"
	}
	return errors.New(msg)
}

// wrongUsage marks err as an error in the command line, for exit status 2.
func wrongUsage(err error) error { return &pipeline.UsageError{Err: err} }

// needSources checks the arguments of commands that read pages.
func needSources(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrongUsage(fmt.Errorf("no source given: name a file, a folder, a glob or - for standard input (see %s --help)", cmd.CommandPath()))
	}
	return nil
}

// oneDataset checks the arguments of commands that read a dataset.
func oneDataset(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return wrongUsage(fmt.Errorf("%s takes one dataset: a folder with a datapackage.json", cmd.CommandPath()))
	}
	return nil
}

// noArguments checks the arguments of commands that take none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongUsage(fmt.Errorf("%s takes no arguments, but was given %q", cmd.CommandPath(), args[0]))
	}
	return nil
}
