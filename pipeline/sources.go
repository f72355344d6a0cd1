package pipeline

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/extract/source"
)

// sources are what a plan's arguments name, listed and not yet read.
type sources struct {
	opt     files.Options
	dump    dump.Options
	plan    Plan
	pages   []files.Page
	wiki    []string     // pages of running wikis
	paths   []string     // on this machine
	skipped int          // files that are no pages
	dumps   []DumpReport // of those read since the last take

	stdin     *dump.Dump // standard input, if it is one
	stdinSeen bool       // it was looked at

	remarks []string // what the user may not expect, for the report
}

// readerOf returns sources of which nothing was listed: those of a unit can be read.
func readerOf(plan Plan) *sources {
	return &sources{plan: plan, opt: files.Options{Stdin: plan.Stdin, MaxBytes: plan.Limits.PageBytes, IsDump: isDump},
		dump: plan.dumpOptions()}
}

// openSources lists the sources of a plan, and completes it with the defaults that depend
// on them.
func openSources(plan Plan) (*sources, Plan, error) {
	s := readerOf(plan)
	if err := s.list(); err != nil {
		return nil, plan, err
	}
	dump, err := s.hasDump()
	if err != nil {
		return nil, plan, err
	}
	switch {
	case plan.Tables != "":
	case !dump:
		plan.Tables = "wide"
	default:
		plan.Tables = "none"
		if len(s.wiki) > 0 || slices.ContainsFunc(s.pages, func(p files.Page) bool { return !p.Dump && p.Path != "" }) {
			s.remarks = append(s.remarks, "a source is a dump, so no page has files of its own in data/tables: --tables wide makes them")
		}
	}
	if !dump && plan.Dump.choosy() {
		s.remarks = append(s.remarks, "no source is a dump: what was asked of dumps had no effect, all pages were read")
	}
	return s, plan, nil
}

func (s *sources) list() error {
	local, live := s.plan.splitSources()
	if len(live) > 0 {
		set, err := openWiki(s.plan, live)
		if err != nil {
			return fmt.Errorf("cannot read: %w", err)
		}
		s.wiki = set.Items()
	}
	if len(local) == 0 {
		return nil
	}
	set, err := files.Open(local, s.opt)
	if err != nil {
		return fmt.Errorf("cannot read: %w", err)
	}
	s.pages, s.paths, s.skipped = set.Pages(), set.Paths(), set.Skipped()
	return nil
}

// read reads the pages of a unit in order. One that cannot be read comes as a source
// without data and the error; the next one follows. An error without a source ends
// the run.
func (s *sources) read(ctx context.Context, u *Unit) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		if u.Dump != nil {
			s.readPart(ctx, u.Dump, yield)
			return
		}
		for _, p := range u.Pages {
			if ctx.Err() != nil {
				return
			}
			if p.Path == "" {
				d, err := s.stdinDump(p.Name)
				if err != nil && !yield(nil, err) || d != nil && !s.readDump(ctx, d, d.Whole(), yield) {
					return
				}
				if err != nil || d != nil {
					continue
				}
			}
			src, err := files.Read(p, s.opt)
			if err != nil {
				src = &source.Source{Name: p.Name}
			}
			if !yield(src, err) {
				return
			}
		}
		for src, err := range readWiki(ctx, s.plan, u.Wiki) {
			if !yield(src, err) || src == nil {
				return
			}
		}
	}
}

// count is the number of pages, 0 where dumps or wikis have more that are not counted.
func (s *sources) count() int {
	if len(s.wiki) > 0 || slices.ContainsFunc(s.pages, func(p files.Page) bool { return p.Dump }) {
		return 0
	}
	return len(s.pages)
}

// take returns what became of the dumps read since it was called before.
func (s *sources) take() []DumpReport {
	dumps := s.dumps
	s.dumps = nil
	return dumps
}

// hasDump says whether there is a dump among the pages.
func (s *sources) hasDump() (bool, error) {
	for _, p := range s.pages {
		if p.Path == "" {
			d, err := s.stdinDump(p.Name)
			if d != nil || err != nil {
				return d != nil, err
			}
		} else if p.Dump {
			return true, nil
		}
	}
	return false, nil
}
