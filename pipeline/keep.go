package pipeline

import (
	"cmp"
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// keeping opens the store that the plan asks for, nil if it asks for none.
func keeping(plan Plan, units []Unit) (*store, error) {
	dir, err := keptIn(plan)
	if dir == "" || err != nil {
		return nil, err
	}
	header, err := headerOf(plan, Unit{})
	if err != nil {
		return nil, err
	}
	s, err := openStore(dir, header, units)
	if err != nil {
		return nil, err
	}
	if err := s.begin(plan); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

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

// begin decides what of an earlier run is used.
func (s *store) begin(plan Plan) error {
	if plan.Resume && !plan.Incremental {
		s.differs = cmp.Or(s.differs, s.strange)
	}
	switch {
	case s.differs == "" && (plan.Resume || plan.Incremental):
		if len(s.parts)+len(s.remarks) == 0 && !plan.Incremental {
			s.remarks = append(s.remarks, "there was no stopped run to resume: all was converted from the beginning")
		}
	case s.differs != "" && plan.Incremental:
		s.remarks = append(s.remarks, fmt.Sprintf("pages are converted again: %s", s.differs))
	case s.differs != "" && plan.Resume:
		return usage("the run that was stopped was another one: %s: give it the same options, or leave out --resume to begin anew", s.differs)
	case s.differs != "" || len(s.parts) > 0:
		s.remarks = append(s.remarks, "what a run that was stopped had done was dropped: --resume would have continued it")
		s.forget()
	}
	return nil
}

// forget removes the parts of earlier runs.
func (s *store) forget() {
	s.parts = nil
	for key := range s.units {
		s.units[key] = nil
	}
	clear(s.index)
	s.keepOnly()
}

// A KeptError is the end of a run that can be continued: what it had converted is kept.
type KeptError struct {
	Err   error
	Units int    // that are kept
	Cure  string // how to continue
}

func (e *KeptError) Error() string {
	return fmt.Sprintf("%s (%d units of work are kept: continue with %s)", e.Err, e.Units, e.Cure)
}

// Unwrap returns why the run ended.
func (e *KeptError) Unwrap() error { return e.Err }

// end completes the store of a run that ended so.
func (s *store) end(plan Plan, err error) error {
	switch {
	case s == nil:
	case err != nil:
		s.close()
		if n := len(s.written); n > 0 {
			cure := "--resume"
			if plan.Incremental {
				cure = "the same command"
			}
			return &KeptError{err, n, cure}
		}
	case plan.Incremental:
		s.keepOnly()
		s.close()
	default:
		s.remove()
	}
	return err
}

// through runs the units and keeps their parts.
func (d *driver) through(ctx context.Context, units []Unit, do func(*partfile.Page) error) error {
	return d.run(ctx, units, func(r result) error {
		switch {
		case r.page == nil:
			d.gauge.unit(r.unit)
			for _, dump := range r.dumps {
				d.dumps = tellDump(d.dumps, dump)
			}
			if d.store != nil {
				return d.store.finish(r.unit, summaryOf(r.dumps))
			}
			return nil
		}
		if d.store != nil {
			if err := d.store.add(r.unit, r.page, r.from); err != nil {
				return err
			}
		}
		d.gauge.page(r.unit, r.page)
		return do(r.page)
	})
}
