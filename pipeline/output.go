package pipeline

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A job is where the pages of a dataset come from: sources that are converted, or
// parts that were.
type job struct {
	sources []string // paths that the output must not replace
	skipped int
	recipes []string
	pages   int    // 0 if it isn't known
	gauge   *gauge // of how much is done; nil if it isn't known
	// each calls do for every page in order, from one goroutine.
	each func(ctx context.Context, r *Report, do func(*partfile.Page) error) error
}

// write makes the dataset of a job's pages, whole or not at all.
func write(ctx context.Context, plan Plan, j job) (*Report, error) {
	began := time.Now()
	out, err := folder.Begin(plan.Out, folder.Options{Force: plan.Force, Sources: j.sources})
	if err != nil {
		return nil, err
	}
	defer out.Rollback()

	report := &Report{Version: Version, Out: filepath.ToSlash(plan.Out), Formats: plan.Formats, Recipes: j.recipes,
		Workers: plan.Workers, Skipped: j.skipped}
	w, err := openWriters(ctx, plan, out, report)
	if err != nil {
		return nil, err
	}
	if err := writePages(ctx, plan, j, w); err != nil {
		w.abort()
		return nil, err
	}
	if err := w.close(); err != nil {
		return nil, err
	}
	report.Seconds = time.Since(began).Seconds()
	if err := release.WriteRun(out, report); err != nil {
		return nil, err
	}
	if err := out.Commit(); err != nil {
		return nil, err
	}
	return report, nil
}

func writePages(ctx context.Context, plan Plan, j job, w *writers) error {
	progress := Progress{OfPages: j.pages}
	ids := newIDs()
	err := j.each(ctx, w.report, func(p *partfile.Page) error {
		if err := w.write(ctx, ids.settle(p)); err != nil {
			return err
		}
		if plan.Progress != nil {
			progress.add(p, w.report)
			progress.Part = j.part(progress.Pages)
			plan.Progress(progress)
		}
		return nil
	})
	if err == nil && w.report.Pages > 0 && w.report.Pages == w.report.FailedPages {
		return noneLeft(w.report)
	}
	if err != nil {
		return err
	}
	return w.collections(ctx)
}

// part is how much is done with that many pages.
func (j job) part(pages int) float64 {
	if j.gauge == nil && j.pages > 0 {
		return float64(pages) / float64(j.pages)
	}
	return j.gauge.part()
}

// noneLeft is the error of a run in which no page could be converted.
func noneLeft(r *Report) error {
	first := r.Failed[0]
	if r.Pages == 1 {
		return fmt.Errorf("%s: %s", first.Source, first.Reason)
	}
	return fmt.Errorf("none of %d pages could be converted; the first is %s: %s", r.Pages, first.Source, first.Reason)
}
