package pipeline

import (
	"context"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// Run converts the plan's sources into a dataset. It returns a [*UsageError] if
// the plan cannot be; after any error the output folder is as it was before.
func Run(ctx context.Context, plan Plan) (*Report, error) {
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	set, plan, err := openSources(plan)
	if err != nil {
		return nil, err
	}
	d, err := newDriver(plan, set)
	if err != nil {
		return nil, err
	}
	units, err := set.Units()
	if err != nil {
		return nil, err
	}
	d.gauge = newGauge(units)
	plan.Checkpoint = plan.Checkpoint || !plan.NoCheckpoint && len(units) > 1 && units[0].Dump != nil
	report, err := write(ctx, plan, job{sources: set.Paths, skipped: set.Skipped, recipes: recipeNames(plan), pages: set.Count(), gauge: d.gauge,
		each: func(ctx context.Context, r *Report, do func(*partfile.Page) error) (err error) {
			if d.store, err = keeping(plan, units); err != nil {
				return err
			}
			err = d.through(ctx, units, do)
			r.Dumps, r.Remarks = d.dumps, set.Remarks
			if d.store != nil {
				r.Reused = d.store.Reused()
				r.Remarks = append(r.Remarks, d.store.Remarks()...)
			}
			return err
		}})
	return report, d.store.End(use(plan), err)
}

// eachPage converts the plan's sources and calls do for each page, in order.
func eachPage(ctx context.Context, plan Plan, do func(*partfile.Page) error) error {
	plan, err := plan.check()
	if err != nil {
		return err
	}
	set, plan, err := openSources(plan)
	if err != nil {
		return err
	}
	d, err := newDriver(plan, set)
	if err != nil {
		return err
	}
	ids := newIDs()
	units, err := set.Units()
	if err != nil {
		return err
	}
	return d.run(ctx, units, func(r result) error {
		if r.page == nil {
			return nil
		}
		return do(ids.settle(r.page))
	})
}
