package pipeline

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/release"
)

// Run converts the plan's sources into a dataset. It returns a [*UsageError] if
// the plan cannot be; after any error the output folder is as it was before.
func Run(ctx context.Context, plan Plan) (*Report, error) {
	began := time.Now()
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	set, err := openSources(plan)
	if err != nil {
		return nil, err
	}
	out, err := folder.Begin(plan.Out, folder.Options{Force: plan.Force, Sources: set.Paths()})
	if err != nil {
		return nil, err
	}
	defer out.Rollback()

	report := &Report{Version: Version, Out: filepath.ToSlash(plan.Out), Formats: plan.Formats, Workers: plan.Workers, Skipped: set.Skipped()}
	for _, r := range DescribeRecipes(plan.Recipes) {
		report.Recipes = append(report.Recipes, r.Name)
	}
	w, err := openWriters(ctx, plan, out, report)
	if err != nil {
		return nil, err
	}
	if err := convertAll(ctx, plan, set, w); err != nil {
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

func convertAll(ctx context.Context, plan Plan, set *files.Set, w *writers) error {
	progress := Progress{OfPages: set.Len()}
	return forEach(ctx, plan, set, func(p *page) error {
		if err := w.write(ctx, p); err != nil {
			return err
		}
		if plan.Progress != nil {
			progress.Pages++
			progress.Page = p.source.Name
			progress.Bytes = w.report.Bytes
			progress.Tables = w.report.Tables
			f := w.report.Findings
			progress.Findings = f.Errors + f.Warnings + f.Infos
			plan.Progress(progress)
		}
		return nil
	})
}

// eachPage converts the plan's sources and calls do for each page, in order.
func eachPage(ctx context.Context, plan Plan, do func(*page) error) error {
	plan, err := plan.check()
	if err != nil {
		return err
	}
	set, err := openSources(plan)
	if err != nil {
		return err
	}
	return forEach(ctx, plan, set, do)
}

func forEach(ctx context.Context, plan Plan, set *files.Set, do func(*page) error) error {
	c, err := newConverter(plan)
	if err != nil {
		return err
	}
	ids := newIDs()
	return inOrder(ctx, plan.Workers, set.All(ctx),
		func(ctx context.Context, src *source.Source) (*page, error) { return c.convert(ctx, src) },
		func(p *page) error { return do(ids.settle(p)) })
}

func openSources(plan Plan) (*files.Set, error) {
	set, err := files.Open(plan.Sources, files.Options{Stdin: plan.Stdin})
	if err != nil {
		return nil, fmt.Errorf("cannot read: %w", err)
	}
	return set, nil
}
