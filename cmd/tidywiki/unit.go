package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// unitFlags are the flags for converting one unit of work, or only listing the units.
type unitFlags struct {
	dryRun, json bool
	unit, pages  int
	size         string
	part         string
}

func (f *unitFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&f.dryRun, "dry-run", false, "show what would be done and why, without doing it")
	flags.BoolVar(&f.json, "json", false, "with --dry-run: print the units of work, and what can be reused, as JSON")
	flags.IntVar(&f.pages, "unit-pages", 0, "pages per unit of work; default 500, fewer if they are large")
	flags.StringVar(&f.size, "unit-size", "", "size of a unit of work; default 16MiB of files, 128MiB of a dump, 32MiB of a compressed dump")
	flags.IntVar(&f.unit, "unit", 0, "convert only this unit of work, counted from 1, and write it to --part")
	flags.StringVar(&f.part, "part", "", "file for the result of --unit, for join; - for standard output")
}

// check returns an error for flags that do not go together.
func (f *unitFlags) check() error {
	switch {
	case f.json && !f.dryRun:
		return fmt.Errorf("--json needs --dry-run; for progress as JSON use --log-format json")
	case (f.unit != 0) != (f.part != ""):
		return fmt.Errorf("--unit and --part go together: give both the unit and the file for its part")
	case f.unit != 0 && f.dryRun:
		return fmt.Errorf("--dry-run lists all units: leave out --unit and --part")
	}
	return nil
}

// apply copies the flags for the size of units to the plan.
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
		Short: "Join the parts of a run into a dataset",
		Long: `Join the parts of a run whose units were converted one by one, by several
processes or machines, each with convert --unit N --part FILE. You need the parts
of all units, in any order. The dataset is byte for byte that of a single run.`,
		Example: `  tidywiki convert pages/ --dry-run               list the units
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

// joinFlags are the flags of join.
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
