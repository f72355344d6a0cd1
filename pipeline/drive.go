package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"golang.org/x/sync/semaphore"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/internal/ordered"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/parts"
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A driver takes the units of a run through all stages up to the loaders: pages in
// parallel, and on in their order.
type driver struct {
	plan    Plan
	sources *sources.Set
	convert converter
	// sums is set if pages get the hash of their source. With a store, pages that it
	// has are not converted.
	sums  bool
	store *parts.Store
	dumps []sources.DumpReport // of the units that are done
	gauge *gauge               // of these; nil if nobody asks
	// expansions are the converters that know the templates of dumps.
	expansions map[string]*expansion
}

func newDriver(plan Plan, s *sources.Set) (*driver, error) {
	c, err := newConverter(plan)
	return &driver{plan: plan, sources: s, convert: converter{Converter: c}}, err
}

// inFlight is how many bytes of pages may be between reading and writing, beside one
// page more. A page of tables takes some thirty times its size in memory, and wikis have
// pages of 2 MiB, so a run has space for a few of these at once. A page
// that is larger is processed alone.
const inFlight = 4 << 20

// A task is a page to convert. The last of a unit has none.
type task struct {
	unit *sources.Unit
	src  *source.Source
	err  error // why the page could not be read
	with *converter
	// page is one of a unit that the store has whole, from where it lies there.
	page *partfile.Page
	from *parts.Location
	// dumps are what became of the pages of dumps, with the last task of a unit.
	dumps []sources.DumpReport
}

// A result is what came of a task.
type result struct {
	unit *sources.Unit
	page *partfile.Page  // nil for the last of a unit
	from *parts.Location // in the store; nil for a page that was converted
	size int64           // what it counts against inFlight
	// dumps are what became of the pages of dumps, for the last of a unit.
	dumps []sources.DumpReport
}

// run calls done for each page of the units in their order, and with no page at the
// end of each unit.
func (d *driver) run(ctx context.Context, units []sources.Unit, done func(result) error) (err error) {
	defer func() { err = errors.Join(err, d.closeExpansions()) }()
	room := semaphore.NewWeighted(inFlight)
	return ordered.Each(ctx, d.plan.Workers,
		func(ctx context.Context) iter.Seq2[task, error] { return d.tasks(ctx, units, room) },
		d.work,
		func(r result) error {
			defer room.Release(r.size)
			return done(r)
		})
}

func (d *driver) tasks(ctx context.Context, units []sources.Unit, room *semaphore.Weighted) iter.Seq2[task, error] {
	return func(yield func(task, error) bool) {
		for i := range units {
			u := &units[i]
			if p := d.store.Whole(u); p != nil {
				if !replayUnit(ctx, u, p, yield) {
					return
				}
				continue
			}
			convert, err := d.expand(ctx, u)
			if err != nil {
				yield(task{}, err)
				return
			}
			for src, err := range d.sources.Read(ctx, u) {
				if src == nil {
					yield(task{}, err)
					return
				}
				if room.Acquire(ctx, weight(src)) != nil || !yield(task{unit: u, src: src, err: err, with: convert}, nil) {
					return
				}
			}
			if ctx.Err() != nil || !yield(task{unit: u, dumps: d.sources.TakeDumps()}, nil) {
				return
			}
		}
	}
}

// replayUnit yields the pages of a unit that is there already; false if the
// caller wants no more.
func replayUnit(ctx context.Context, u *sources.Unit, p *parts.Part, yield func(task, error) bool) bool {
	for pg, err := range p.Pages() {
		if err != nil {
			yield(task{}, err)
			return false
		}
		if ctx.Err() != nil || !yield(task{unit: u, page: pg.Page, from: pg.At}, nil) {
			return false
		}
	}
	return yield(task{unit: u, dumps: p.Summary.Dumps}, nil)
}

func weight(src *source.Source) int64 { return min(int64(len(src.Data)), inFlight) }

// work converts one page. If it fails, the page holds the reason, unless the plan is
// strict.
func (d *driver) work(ctx context.Context, t task) (result, error) {
	r := result{unit: t.unit, page: t.page, dumps: t.dumps, from: t.from}
	if t.src == nil {
		return r, nil
	}
	r.size = weight(t.src)
	err := t.err
	if err == nil {
		err = d.page(ctx, t.with, t.src, &r)
	}
	if err == nil {
		return r, nil
	}
	if ctx.Err() != nil {
		return r, ctx.Err()
	}
	reason := reasonOf(err)
	if d.plan.Strict {
		return r, fmt.Errorf("%s: %w", t.src.Name, reason)
	}
	r.page = newPage(t.src, convert.Failed(t.src, reason))
	r.page.Failure = reason.Error()
	return r, nil
}

// page finds what was made of a source before, or makes it.
func (d *driver) page(ctx context.Context, c *converter, src *source.Source, r *result) error {
	var sum [32]byte
	if d.sums || d.store != nil {
		sum = mixed(sumOf(src), c.sum)
	}
	if d.store != nil {
		if p, at := d.store.Find(sum); p != nil {
			r.page, r.from = p, &at
			return nil
		}
	}
	p, err := c.Page(ctx, src)
	if err != nil {
		return err
	}
	r.page = newPage(src, p)
	r.page.Sum = sum
	return nil
}

// reasonOf returns why a page was not read or not converted.
func reasonOf(err error) *convert.PageError {
	var known *convert.PageError
	var unread *source.PageError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &unread):
		return &convert.PageError{Code: "unreadable_page", Err: unread.Err}
	}
	return &convert.PageError{Code: "page_failed", Err: err}
}
