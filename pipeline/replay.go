package pipeline

import (
	"context"
	"fmt"
	"iter"

	"github.com/tidywiki/tidywiki/transform/tidy"
)

// replay calls do for each page of the parts, in order. While one page is written the
// next is read.
func replay(ctx context.Context, parts []*part, do func(*page) error) error {
	pages := func(ctx context.Context) iter.Seq2[*page, error] {
		return func(yield func(*page, error) bool) {
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
	revived := func(_ context.Context, p *page) (*page, error) { return revive(p), nil }
	return inOrder(ctx, 1, pages, revived, do)
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

// revive is a page of a part as it was when it was converted.
func revive(p *page) *page { return withData(p, tidy.WithFindings(p.Data)) }
