package pipeline

import (
	"context"
	"fmt"
	"iter"

	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/extract/source"
)

// sources are what a plan's arguments name, listed and not yet read.
type sources struct {
	opt     files.Options
	pages   []files.Page
	paths   []string // on this machine
	skipped int      // files that are no pages
}

// readerOf returns sources of which nothing was listed: those of a unit can be read.
func readerOf(plan Plan) *sources {
	return &sources{opt: files.Options{Stdin: plan.Stdin, MaxBytes: plan.Limits.PageBytes}}
}

func openSources(plan Plan) (*sources, error) {
	s := readerOf(plan)
	set, err := files.Open(plan.Sources, s.opt)
	if err != nil {
		return nil, fmt.Errorf("cannot read: %w", err)
	}
	s.pages, s.paths, s.skipped = set.Pages(), set.Paths(), set.Skipped()
	return s, nil
}

// read reads the pages of a unit in order. One that cannot be read comes as a source
// without data and the error; the next one follows.
func (s *sources) read(ctx context.Context, u *Unit) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		for _, p := range u.Pages {
			if ctx.Err() != nil {
				return
			}
			src, err := files.Read(p, s.opt)
			if err != nil {
				src = &source.Source{Name: p.Name}
			}
			if !yield(src, err) {
				return
			}
		}
	}
}
