package pipeline

import (
	"context"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/pipeline/parts"
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A KeptError is the end of a run that can be continued.
type KeptError = parts.KeptError

// keeping opens the store that the plan asks for, nil if it asks for none.
func keeping(plan Plan, units []sources.Unit) (*parts.Store, error) {
	dir, err := keptIn(plan)
	if dir == "" || err != nil {
		return nil, err
	}
	header, err := headerOf(plan, sources.Unit{})
	if err != nil {
		return nil, err
	}
	s, err := parts.OpenStore(dir, header, units)
	if err != nil {
		return nil, err
	}
	if err := s.Begin(use(plan)); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func use(plan Plan) parts.Use { return parts.Use{Resume: plan.Resume, Incremental: plan.Incremental} }

// keptIn is the folder of the store, "" for none.
func keptIn(plan Plan) (string, error) {
	switch {
	case plan.Cache != "":
		return plan.Cache, nil
	case plan.Incremental:
		return folder.Beside(plan.Out, "cache")
	case plan.Checkpoint || plan.Resume:
		return folder.Beside(plan.Out, "checkpoint")
	}
	return "", nil
}

// through runs the units and keeps their parts.
func (d *driver) through(ctx context.Context, units []sources.Unit, do func(*partfile.Page) error) error {
	return d.run(ctx, units, func(r result) error {
		if r.page == nil {
			d.gauge.unit(r.unit)
			for _, dump := range r.dumps {
				d.dumps = sources.AddDump(d.dumps, dump)
			}
			if d.store != nil {
				return d.store.Finish(r.unit, parts.Summary{Dumps: r.dumps})
			}
			return nil
		}
		if d.store != nil {
			if err := d.store.Add(r.unit, r.page, r.from); err != nil {
				return err
			}
		}
		d.gauge.page(r.unit, r.page)
		return do(r.page)
	})
}
