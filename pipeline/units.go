package pipeline

import (
	"cmp"
	"context"
	"io"
	"path/filepath"

	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/parts"
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A Unit is a part of a run's sources that can be converted alone.
type Unit = sources.Unit

// Units lists the units of a plan, in order. They depend on the sources alone, not on
// the number of workers. Nothing is read but the names and sizes of files, and dumps
// where they can be divided.
func Units(plan Plan) ([]Unit, error) {
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	s, _, err := openSources(plan)
	if err != nil {
		return nil, err
	}
	return s.Units()
}

// ConvertUnit converts one of the plan's [Units] and writes what comes of it as a part,
// which [Join] takes. The bytes depend on the unit and on how the plan makes pages; the
// plan's Sources, Out, Formats and Meta do not matter. It needs no other unit and leaves
// nothing behind: any process that can read the unit's sources can do it.
func ConvertUnit(ctx context.Context, plan Plan, u sources.Unit, to io.Writer) error {
	plan.Sources = []string{u.Name()}
	plan.Tables = cmp.Or(plan.Tables, u.Tables)
	plan, err := plan.check()
	if err != nil {
		return err
	}
	d, err := newDriver(plan, sources.New(plan.sources()))
	if err != nil {
		return err
	}
	header, err := headerOf(plan, u)
	if err != nil {
		return err
	}
	w, err := partfile.NewWriter(to, header.Encode())
	if err != nil {
		return err
	}
	progress, report, gauge := Progress{OfPages: len(u.Pages)}, &Report{}, newGauge([]sources.Unit{u})
	d.sums = true
	err = d.run(ctx, []sources.Unit{u}, func(r result) error {
		if r.page == nil {
			return w.Close(parts.Summary{Dumps: r.dumps}.Encode())
		}
		if plan.Progress != nil {
			report.add(r.page)
			gauge.page(&u, r.page)
			progress.add(r.page, report)
			progress.Part = gauge.part()
			plan.Progress(progress)
		}
		return w.Add(r.page)
	})
	return err
}

// WritePart is [ConvertUnit] into a file, which appears whole or not at all.
func WritePart(ctx context.Context, plan Plan, u sources.Unit, path string) error {
	return parts.WriteFile(path, func(w io.Writer) error { return ConvertUnit(ctx, plan, u, w) })
}

func headerOf(plan Plan, u sources.Unit) (parts.Header, error) {
	m, err := madeBy(plan)
	return parts.Header{Unit: u, Made: m, Recipes: recipeNames(plan)}, err
}

// Join makes the dataset of the parts of all units of a run, in whatever order they are
// named. Its files are those of a single run, byte for byte, run.json apart. Of the
// plan it takes what matters for writing: Out, Formats, Write, Meta, Force, Progress.
func Join(ctx context.Context, plan Plan, paths []string) (*Report, error) {
	if len(paths) == 0 {
		return nil, usage.Errorf("no part given: name the files that convert --unit made")
	}
	plan.Sources = paths
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	all, err := parts.Open(paths)
	if err != nil {
		return nil, err
	}
	j := job{recipes: all[0].Header.Recipes, skipped: all[0].Header.Unit.Skipped}
	for _, p := range all {
		j.pages += p.Len()
		abs, err := filepath.Abs(p.Path())
		if err != nil {
			return nil, err
		}
		j.sources = append(j.sources, abs)
	}
	j.each = func(ctx context.Context, r *Report, do func(*partfile.Page) error) error {
		for _, p := range all {
			for _, d := range p.Summary.Dumps {
				r.Dumps = sources.AddDump(r.Dumps, d)
			}
		}
		return parts.Replay(ctx, all, do)
	}
	return write(ctx, plan, j)
}
