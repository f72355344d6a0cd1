package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

// convertFlags are the flags of convert as written.
type convertFlags struct {
	reading
	meta                            metaFlags
	writing                         writingFlags
	out, formats, failOn, logFormat string
	workers                         int
	force, quiet                    bool
}

func convertCommand(u *ui) *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   "convert SOURCE...",
		Short: "Convert pages into a dataset",
		Long: `Convert pages into one dataset: a folder with data/ in all formats, a README.md,
datapackage.json and SHA256SUMS. SOURCE is a file, a folder, a glob or - for
standard input. The folder appears whole or not at all; one that tidywiki did
not make is never replaced without --force.`,
		Example: `  tidywiki convert page.txt                        every format, into out/
  tidywiki convert pages/ -o dataset -f csv,parquet
  tidywiki convert 'pages/*.txt' --fail-on error   exit status 3 if a page has errors
  cat page.txt | tidywiki convert - -o out`,
		Args: needSources,
		RunE: func(cmd *cobra.Command, args []string) error { return convert(cmd, u, f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.out, "output", "o", "out", "output folder")
	flags.StringVarP(&f.formats, "formats", "f", "", "output formats, separated by commas; default all: "+strings.Join(pipeline.OutputNames(), ","))
	f.reading.register(flags)
	flags.IntVarP(&f.workers, "jobs", "j", 0, "pages in work at a time; default one a core")
	flags.StringVar(&f.failOn, "fail-on", "never", "exit with status 3 if there are findings this severe: error, warning or never")
	f.writing.register(flags)
	f.meta.register(flags)
	flags.BoolVar(&f.force, "force", false, "replace the output folder even if tidywiki did not make it")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print errors only")
	flags.StringVar(&f.logFormat, "log-format", "text", "progress and summary as text or json lines")
	return cmd
}

func convert(cmd *cobra.Command, u *ui, f convertFlags, args []string) error {
	limit, err := parseFailOn(f.failOn)
	if err != nil {
		return wrongUsage(err)
	}
	log, err := u.logger(f.logFormat, f.quiet)
	if err != nil {
		return wrongUsage(err)
	}
	plan, err := f.reading.plan(args, cmd.InOrStdin())
	if err != nil {
		return err
	}
	if plan.Write, err = f.writing.options(); err != nil {
		return wrongUsage(err)
	}
	if plan.Meta, err = f.meta.load(); err != nil {
		return err
	}
	plan.Out, plan.Workers, plan.Force = f.out, f.workers, f.force
	if cmd.Flags().Changed("formats") {
		plan.Formats = splitList(f.formats)
		if len(plan.Formats) == 0 {
			return wrongUsage(fmt.Errorf("no output format given: choose from %s", strings.Join(pipeline.OutputNames(), ", ")))
		}
	}
	plan.Progress = log.progress
	report, err := pipeline.Run(cmd.Context(), plan)
	log.stop()
	if err != nil {
		return err
	}
	log.done(report)
	return limit.check(report)
}

// splitList reads names separated by commas; empty ones do not count.
func splitList(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}
