package pipeline

import (
	"context"
	"fmt"
	"iter"

	"github.com/tidywiki/tidywiki/internal/ordered"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// replay calls do for each page of the parts, in order. While one page is written the
// next is read.
func replay(ctx context.Context, parts []*part, do func(*partfile.Page) error) error {
	pages := func(ctx context.Context) iter.Seq2[*partfile.Page, error] {
		return func(yield func(*partfile.Page, error) bool) {
			for _, p := range parts {
				for pg, err := range p.Pages() {
					if err != nil {
						err = fmt.Errorf("%s: %w", p.path, err)
					}
					if ctx.Err() != nil || !yield(pg, err) || err != nil {
						return
					}
				}
			}
		}
	}
	same := func(_ context.Context, p *partfile.Page) (*partfile.Page, error) { return p, nil }
	return ordered.Each(ctx, 1, pages, same, do)
}

// replayUnit yields the pages of a unit that is there already; false if nobody wants
// more.
func replayUnit(ctx context.Context, u *Unit, p *part, yield func(task, error) bool) bool {
	n := int32(0)
	for pg, err := range p.Pages() {
		if err != nil {
			yield(task{}, fmt.Errorf("%s: %w", p.path, err))
			return false
		}
		if ctx.Err() != nil || !yield(task{unit: u, page: pg, from: &spot{part: p, ordinal: n}}, nil) {
			return false
		}
		n++
	}
	return yield(task{unit: u, dumps: p.Dumps}, nil)
}
