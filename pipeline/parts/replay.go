package parts

import (
	"context"
	"fmt"
	"iter"

	"github.com/tidywiki/tidywiki/internal/ordered"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// Replay calls do for each page of the parts, in order. While one page is written the
// next is read.
func Replay(ctx context.Context, parts []*Part, do func(*partfile.Page) error) error {
	pages := func(ctx context.Context) iter.Seq2[*partfile.Page, error] {
		return func(yield func(*partfile.Page, error) bool) {
			for _, p := range parts {
				for pg, err := range p.file.Pages() {
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

// Pages reads the pages of a part that is in a store, with their location there.
func (p *Part) Pages() iter.Seq2[StoredPage, error] {
	return func(yield func(StoredPage, error) bool) {
		n := int32(0)
		for pg, err := range p.file.Pages() {
			if err != nil {
				yield(StoredPage{}, fmt.Errorf("%s: %w", p.path, err))
				return
			}
			if !yield(StoredPage{pg, &Location{part: p, ordinal: n}}, nil) {
				return
			}
			n++
		}
	}
}

// A StoredPage is a page, and where it is.
type StoredPage struct {
	Page *partfile.Page
	At   *Location
}
