package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// outputFlags are the flags of every command that writes a dataset.
type outputFlags struct {
	meta                            metaFlags
	writing                         writingFlags
	out, formats, failOn, logFormat string
	force, quiet                    bool
}

func (f *outputFlags) register(flags *pflag.FlagSet) {
	flags.StringVarP(&f.out, "output", "o", "out", "output folder")
	flags.StringVarP(&f.formats, "formats", "f", "", "output formats, separated by commas; default all: "+strings.Join(pipeline.OutputNames(), ","))
	flags.StringVar(&f.failOn, "fail-on", "never", "exit with status 3 if there are findings of this severity or above: error, warning or never")
	f.writing.register(flags)
	f.meta.register(flags)
	flags.BoolVar(&f.force, "force", false, "replace the output folder even if it was not made by tidywiki")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print errors only")
	flags.StringVar(&f.logFormat, "log-format", "text", "format of progress and summary: text or json (one object per line)")
}

// apply copies the flags to the plan and returns the rest: when to fail and how to log.
func (f *outputFlags) apply(cmd *cobra.Command, u *ui, plan *pipeline.Plan) (failOn, logger, error) {
	limit, err := parseFailOn(f.failOn)
	if err != nil {
		return limit, nil, wrongUsage(err)
	}
	log, err := u.logger(f.logFormat, f.quiet)
	if err != nil {
		return limit, nil, wrongUsage(err)
	}
	if plan.Write, err = f.writing.options(); err != nil {
		return limit, nil, wrongUsage(err)
	}
	if plan.Meta, err = f.meta.load(); err != nil {
		return limit, nil, err
	}
	plan.Out, plan.Force, plan.Progress = f.out, f.force, log.progress
	if cmd.Flags().Changed("formats") {
		plan.Formats = splitList(f.formats)
		if len(plan.Formats) == 0 {
			return limit, nil, wrongUsage(fmt.Errorf("no output format given: choose from %s", strings.Join(pipeline.OutputNames(), ", ")))
		}
	}
	return limit, log, nil
}

// splitList splits a list at commas and spaces and drops empty entries.
func splitList(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}
