package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/tidywiki/tidywiki/pipeline/parts"
	"github.com/tidywiki/tidywiki/pipeline/sources"
)

// A Preview is what a run would do.
type Preview struct {
	Units []sources.Unit `json:"units"`
	// Kept is what is there of an earlier run, for a plan that uses it; nil for
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

// Look returns what [Run] would do with the plan, and changes nothing. Where pages of an
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
	if p.Units, err = set.Units(); err != nil {
		return nil, err
	}
	if plan.Incremental || plan.Resume {
		p.Kept, err = lookKept(ctx, plan, set, p.Units)
	}
	return p, err
}

func lookKept(ctx context.Context, plan Plan, set *sources.Set, units []sources.Unit) (*KeptView, error) {
	v := &KeptView{Changed: []string{}, New: []string{}, Gone: []string{}, Units: []int{}}
	dir, err := keptIn(plan)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		v.WhyAll = "nothing is kept of an earlier run"
		return v, nil
	}
	header, err := headerOf(plan, sources.Unit{})
	if err != nil {
		return nil, err
	}
	s, err := parts.OpenStore(dir, header, units)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	v.Remarks = s.Remarks()
	if v.WhyAll = s.Unusable(); v.WhyAll != "" {
		return v, nil
	}
	return v, v.compare(ctx, s, set, units)
}

// compare finds out what is to be done with each file.
func (v *KeptView) compare(ctx context.Context, s *parts.Store, set *sources.Set, units []sources.Unit) error {
	before, err := s.Names()
	if err != nil {
		return err
	}
	for i := range units {
		u := &units[i]
		if u.Dump != nil || len(u.Wiki) > 0 {
			if s.Whole(u) != nil {
				v.Units = append(v.Units, u.Number)
			}
			continue
		}
		for src, err := range set.Read(ctx, u) {
			if src == nil {
				return err
			}
			was := before[src.Name]
			delete(before, src.Name)
			if p, _ := s.Find(sumOf(src)); err == nil && p != nil {
				v.Unchanged++
			} else if was {
				v.Changed = append(v.Changed, src.Name)
			} else {
				v.New = append(v.New, src.Name)
			}
		}
	}
	v.Gone = slices.AppendSeq(v.Gone, maps.Keys(before))
	slices.Sort(v.Gone)
	return ctx.Err()
}
