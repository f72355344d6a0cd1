package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// unitFlags make convert do a part of the work, or only tell it.
type unitFlags struct {
	dryRun, json bool
	unit, pages  int
	size         string
	part         string
}

func (f *unitFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&f.dryRun, "dry-run", false, "tell what would be done and why, and do nothing")
	flags.BoolVar(&f.json, "json", false, "with --dry-run: the units of work, and what is kept of an earlier run, as JSON")
	flags.IntVar(&f.pages, "unit-pages", 0, "pages in a unit of work; default 500, or fewer that are large")
	flags.StringVar(&f.size, "unit-size", "", "size of a unit of work; default 16MiB of files, 128MiB of a dump, 32MiB of a compressed one")
	flags.IntVar(&f.unit, "unit", 0, "convert only this unit of work, counted from 1, into --part")
	flags.StringVar(&f.part, "part", "", "file for the unit's part, which join takes; - for standard output")
}

// check says what is wrong with the flags together.
func (f *unitFlags) check() error {
	switch {
	case f.json && !f.dryRun:
		return fmt.Errorf("--json is for --dry-run: progress as JSON is --log-format json")
	case (f.unit != 0) != (f.part != ""):
		return fmt.Errorf("--unit and --part go together: name a unit and the file for its part")
	case f.unit != 0 && f.dryRun:
		return fmt.Errorf("--dry-run tells all units: leave out --unit and --part")
	}
	return nil
}

// apply puts into a plan how the work is divided.
func (f *unitFlags) apply(plan *pipeline.Plan) (err error) {
	plan.UnitPages = f.pages
	if f.size != "" {
		if plan.UnitBytes, err = parseSize(f.size); err != nil {
			return fmt.Errorf("--unit-size %q: %w", f.size, err)
		}
	}
	return nil
}

// convertPart converts one unit of the plan.
func convertPart(cmd *cobra.Command, plan pipeline.Plan, f unitFlags, log logger) error {
	units, err := pipeline.Units(plan)
	if err != nil {
		return err
	}
	if f.unit < 1 || f.unit > len(units) {
		return wrongUsage(fmt.Errorf("there is no unit %d: the run has %s, counted from 1", f.unit, count(len(units), "unit")))
	}
	u := units[f.unit-1]
	if f.part == "-" {
		err = pipeline.ConvertUnit(cmd.Context(), plan, u, cmd.OutOrStdout())
	} else {
		err = pipeline.WritePart(cmd.Context(), plan, u, f.part)
	}
	log.stop()
	return err
}

func joinCommand(u *ui) *cobra.Command {
	var f joinFlags
	cmd := &cobra.Command{
		Use:   "join PART...",
		Short: "Make a dataset of the parts of a run",
		Long: `Make the dataset of a run whose units were converted one by one, by several
processes or machines: each with convert --unit N --part FILE. The parts of all
units are needed, in any order. The files are those of a single run, byte for byte.`,
		Example: `  tidywiki convert pages/ --dry-run               which units there are
  tidywiki convert pages/ --unit 1 --part 1.part
  tidywiki convert pages/ --unit 2 --part 2.part
  tidywiki join 1.part 2.part -o out`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrongUsage(fmt.Errorf("no part given: name the files that convert --unit made (see %s --help)", cmd.CommandPath()))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return join(cmd, u, f, args) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	f.output.register(flags)
	return cmd
}

// joinFlags are the flags of join as written.
type joinFlags struct{ output outputFlags }

func join(cmd *cobra.Command, u *ui, f joinFlags, parts []string) error {
	var plan pipeline.Plan
	limit, log, err := f.output.apply(cmd, u, &plan)
	if err != nil {
		return err
	}
	report, err := pipeline.Join(cmd.Context(), plan, parts)
	log.stop()
	if err != nil {
		return err
	}
	log.done(report)
	return limit.check(report)
}
