package main

import (
	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

// convertFlags are the flags of convert.
type convertFlags struct {
	reading
	output  outputFlags
	batch   batchFlags
	units   unitFlags
	workers int
}

func convertCommand(u *ui) *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use:   "convert SOURCE...",
		Short: "Convert pages into a dataset",
		Long: `Convert pages into one dataset: a folder with the tables in data/, a README.md,
datapackage.json and SHA256SUMS. SOURCE is a file, a folder, a glob pattern, - for
standard input, or the URL of a page or category of a running wiki.

If a page fails, tidywiki records a finding and carries on. The output folder
appears only when it is complete. A folder that was not made by tidywiki is never
replaced without --force.`,
		Example: `  tidywiki convert page.txt                        all formats, into out/
  tidywiki convert pages/ -o dataset -f csv,parquet
  tidywiki convert 'pages/*.txt' --fail-on error   exit status 3 if a page has errors
  cat page.txt | tidywiki convert - -o out
  tidywiki convert https://en.wikipedia.org/wiki/Rhine
  find pages -name '*.wiki' -print0 | tidywiki convert --files-from - -o out`,
		RunE: func(cmd *cobra.Command, args []string) error { return convert(cmd, u, f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	f.reading.register(flags)
	flags.IntVarP(&f.workers, "jobs", "j", 0, "number of pages to process in parallel; default one per core")
	f.output.register(flags)
	f.batch.register(flags)
	f.units.register(flags)
	return cmd
}

func convert(cmd *cobra.Command, u *ui, f convertFlags, args []string) error {
	if err := f.units.check(); err != nil {
		return wrongUsage(err)
	}
	args, err := f.batch.sources(cmd, args)
	if err != nil {
		return err
	}
	plan, err := f.reading.plan(args, cmd.InOrStdin())
	if err != nil {
		return err
	}
	limit, log, err := f.output.apply(cmd, u, &plan)
	if err != nil {
		return err
	}
	if err := f.batch.apply(cmd, &plan); err != nil {
		return wrongUsage(err)
	}
	plan.Wiki.Waiting = f.output.waiting(u)
	plan.Workers = f.workers
	if err := f.units.apply(&plan); err != nil {
		return wrongUsage(err)
	}
	switch {
	case f.units.dryRun:
		return printPlan(cmd, u, plan, f.units.json)
	case f.units.unit != 0:
		return convertPart(cmd, plan, f.units, log)
	}
	report, err := pipeline.Run(cmd.Context(), plan)
	log.stop()
	if err != nil {
		return err
	}
	log.done(report)
	return limit.check(report)
}
