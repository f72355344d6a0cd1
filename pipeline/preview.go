package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
)

// A Preview is what a run would do.
type Preview struct {
	Units []Unit `json:"units"`
	// Kept says what is there of an earlier run, for a plan that uses it; nil for
	// others.
	Kept *KeptView `json:"kept,omitempty"`
}

// A KeptView compares the sources of a run with what is kept of an earlier one.
type KeptView struct {
	// WhyAll is why every page is converted, "" if it isn't.
	WhyAll string `json:"why_all,omitempty"`
	// Unchanged is the number of files whose pages are taken as they are.
	Unchanged int `json:"unchanged"`
	// Changed, New and Gone are the names of files that are not as they were.
	Changed []string `json:"changed"`
	New     []string `json:"new"`
	Gone    []string `json:"gone"`
	// Units are the numbers of the units of dumps that need not be read.
	Units   []int    `json:"units_of_dumps"`
	Remarks []string `json:"remarks,omitempty"`
}

// Look tells what [Run] would do with the plan, and changes nothing. Where pages of an
// earlier run are kept, it reads the files, but not dumps, to compare them.
func Look(ctx context.Context, plan Plan) (*Preview, error) {
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	set, plan, err := openSources(plan)
	if err != nil {
		return nil, err
	}
	p := &Preview{}
	if p.Units, err = set.units(plan); err != nil {
		return nil, err
	}
	if plan.Incremental || plan.Resume {
		p.Kept, err = lookKept(ctx, plan, set, p.Units)
	}
	return p, err
}

func lookKept(ctx context.Context, plan Plan, set *sources, units []Unit) (*KeptView, error) {
	v := &KeptView{Changed: []string{}, New: []string{}, Gone: []string{}, Units: []int{}}
	dir, err := keptIn(plan)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		v.WhyAll = "nothing is kept of an earlier run"
		return v, nil
	}
	header, err := headerOf(plan, Unit{})
	if err != nil {
		return nil, err
	}
	s, err := openStore(dir, header, units)
	if err != nil {
		return nil, err
	}
	defer s.close()
	v.Remarks = s.remarks
	if len(s.parts) == 0 {
		v.WhyAll = s.differs
		if v.WhyAll == "" {
			v.WhyAll = "nothing is kept of an earlier run"
		}
		return v, nil
	}
	return v, v.compare(ctx, s, set, units)
}

// compare finds out what is to be done with each file.
func (v *KeptView) compare(ctx context.Context, s *store, set *sources, units []Unit) error {
	before, err := s.names()
	if err != nil {
		return err
	}
	for i := range units {
		u := &units[i]
		if u.Dump != nil || len(u.Wiki) > 0 {
			if s.whole(u) != nil {
				v.Units = append(v.Units, u.Number)
			}
			continue
		}
		for src, err := range set.read(ctx, u) {
			if src == nil {
				return err
			}
			was := before[src.Name]
			delete(before, src.Name)
			if p, _ := s.find(sumOf(src)); err == nil && p != nil {
				v.Unchanged++
			} else if was {
				v.Changed = append(v.Changed, src.Name)
			} else {
				v.New = append(v.New, src.Name)
			}
		}
	}
	for name := range before {
		v.Gone = append(v.Gone, name)
	}
	slices.Sort(v.Gone)
	return ctx.Err()
}

// names are those of the pages of files in the parts.
func (s *store) names() (map[string]bool, error) {
	names := map[string]bool{}
	for _, p := range s.parts {
		if p.Unit.Dump != nil || len(p.Unit.Wiki) > 0 {
			continue
		}
		entries, err := p.Index()
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			names[e.Name] = true
		}
	}
	return names, nil
}
