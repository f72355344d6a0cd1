package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/transform/collection"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// writers are the open outputs of a run, one per format, and what observes them.
type writers struct {
	open    []load.Writer
	floats  *floatConverter // nil where decimals stay exact
	out     *folder.Folder
	release *release.Release
	report  *Report
	like    *collection.Gatherer
}

// openWriters opens the outputs and writes the core tables without rows, so that
// a dataset has each of them whatever its pages hold.
func openWriters(ctx context.Context, plan Plan, out *folder.Folder, report *Report) (*writers, error) {
	w := &writers{out: out, report: report, release: release.New(plan.info(report)), like: collection.New()}
	if plan.Write.Floats {
		w.floats = newFloats()
	}
	loaders := always()
	for _, o := range Outputs {
		if slices.Contains(plan.Formats, o.Name) {
			loaders = append(loaders, o.New(plan.Write))
		}
	}
	for _, l := range loaders {
		lw, err := l.Open(ctx, out)
		if err != nil {
			w.abort()
			return nil, err
		}
		w.open = append(w.open, lw)
	}
	var empty []*dataset.Table
	for _, name := range dataset.CoreNames {
		empty = append(empty, dataset.NewBuilder(dataset.CoreSchema(name)).Table(name))
	}
	if err := w.tables(ctx, empty); err != nil {
		w.abort()
		return nil, err
	}
	return w, nil
}

// write hands a page to all outputs. What a format could not hold becomes a
// finding of the page, so the table findings is made and written last.
func (w *writers) write(ctx context.Context, p *partfile.Page) error {
	if err := w.tables(ctx, p.Data.Tables); err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	if notes := w.notes(); len(notes) > 0 {
		w.report.note(notes)
		p = withData(p, noted(p.Data, findings(notes)...))
	}
	w.report.add(p)
	if p.Failure == "" {
		if err := w.like.Add(p.Data); err != nil {
			return err
		}
	}
	return w.tables(ctx, []*dataset.Table{p.Data.Findings()})
}

// collections writes the tables that are made of all pages.
func (w *writers) collections(ctx context.Context) (err error) {
	w.report.Collections, err = w.like.Write(collection.Sink{Noted: w.report.find, Table: func(t *dataset.Table) error {
		w.report.Rows += t.NumRows()
		return w.tables(ctx, []*dataset.Table{t})
	}})
	return err
}

// tables gives the tables to each output, side by side.
func (w *writers) tables(ctx context.Context, ts []*dataset.Table) error {
	if w.floats != nil {
		exact := ts
		ts = make([]*dataset.Table, len(exact))
		for i, t := range exact {
			ts[i] = w.floats.Table(t)
		}
	}
	for _, t := range ts {
		w.release.Observe(t)
	}
	var g errgroup.Group
	for _, lw := range w.open {
		g.Go(func() error {
			for _, t := range ts {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := lw.Write(ctx, t); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// notes are what the outputs could not hold since the last call.
func (w *writers) notes() []load.Note {
	var notes []load.Note
	if w.floats != nil {
		for _, n := range w.floats.Notes() {
			notes = append(notes, load.Note(n))
		}
	}
	for _, lw := range w.open {
		if n, ok := lw.(load.Noter); ok {
			notes = append(notes, n.Notes()...)
		}
	}
	return notes
}

// findings words the notes of the formats as those of a page.
func findings(notes []load.Note) []source.Note {
	out := make([]source.Note, len(notes))
	for i, n := range notes {
		out[i] = source.Note{Severity: source.Info, Code: n.Code, Where: "page", Field: n.Field,
			Observed: fmt.Sprintf("%s, row %d", n.Table, n.Row), Message: n.Format + ": " + n.Message}
	}
	return out
}

// close completes all files and writes those of the package as a whole.
func (w *writers) close() error {
	defer w.like.Close()
	var g errgroup.Group
	for _, lw := range w.open {
		g.Go(lw.Close)
	}
	if err := g.Wait(); err != nil {
		return err
	}
	w.report.note(w.notes())
	if err := w.release.Write(w.out, w.out.Files()); err != nil {
		return err
	}
	for _, f := range w.out.Files() {
		w.report.Files++
		w.report.Written += f.Bytes
	}
	return nil
}

func (w *writers) abort() error {
	errs := []error{w.like.Close()}
	for _, lw := range w.open {
		errs = append(errs, lw.Abort())
	}
	return errors.Join(errs...)
}
