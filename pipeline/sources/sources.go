// Package sources finds the pages of a run: in files and folders, in dumps, and on
// running wikis. It divides them into units, and reads these.
//
//	set, err := sources.Open(sources.Options{Sources: []string{"pages/", "wiki.xml.bz2"}})
//	units, err := set.Units()    // 1: the 12 files of pages/, 2 to 9: parts of the dump
//	set.Read(ctx, &units[0])     // a source for each page, in order
//
// It is the one package of pipeline that knows where pages come from.
package sources

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/extract/source"
)

// Options say what is read and how.
type Options struct {
	// Sources are addresses of pages of running wikis, files, folders, globs or "-"
	// for Stdin.
	Sources []string
	Stdin   io.Reader
	// From is the name of the input format that was asked for, empty for none.
	From string
	Dump DumpOptions
	Wiki WikiOptions
	// PageBytes is the size a page may have, Workers how many goroutines decompress.
	PageBytes int64
	Workers   int
	// Tables is "wide" or "none". The default is wide, and none where a source is a
	// dump.
	Tables string
	// UnitPages and UnitBytes limit the size of units; 0 for the defaults.
	UnitPages int
	UnitBytes int64
}

// A Set is what the sources name, listed and not yet read.
type Set struct {
	// Paths are the sources on this machine.
	Paths []string
	// Skipped counts the files that are not pages.
	Skipped int
	// Remarks are what the user may not expect, for the report.
	Remarks []string

	opt   Options
	pages []files.Page
	wiki  []string     // pages of running wikis
	dumps []DumpReport // of those read since TakeDumps

	stdin     pageDump // standard input, if it is one
	stdinSeen bool     // it was looked at
}

// New returns a set that lists nothing: the units of another one can be read.
func New(o Options) *Set { return &Set{opt: o} }

// Open lists the sources.
func Open(o Options) (*Set, error) {
	s := New(o)
	if err := s.list(); err != nil {
		return nil, err
	}
	dump, err := s.hasDump()
	if err != nil {
		return nil, err
	}
	switch {
	case s.opt.Tables != "":
	case !dump:
		s.opt.Tables = "wide"
	default:
		s.opt.Tables = "none"
		if len(s.wiki) > 0 || slices.ContainsFunc(s.pages, func(p files.Page) bool { return !p.Dump && p.Path != "" }) {
			s.Remarks = append(s.Remarks, "a source is a dump, so no page has files of its own in data/tables: --tables wide makes them")
		}
	}
	if !dump && o.Dump.needed() {
		s.Remarks = append(s.Remarks, "no source is a dump: what was asked of dumps had no effect, all pages were read")
	}
	return s, nil
}

// Tables is what Options.Tables comes to with these sources.
func (s *Set) Tables() string { return s.opt.Tables }

func (s *Set) list() error {
	local, live := s.opt.split()
	if len(live) > 0 {
		set, err := s.opt.openWiki(live)
		if err != nil {
			return fmt.Errorf("cannot read: %w", err)
		}
		s.wiki = set.Items()
	}
	if len(local) == 0 {
		return nil
	}
	set, err := files.Open(local, s.files())
	if err != nil {
		return fmt.Errorf("cannot read: %w", err)
	}
	s.pages, s.Paths, s.Skipped = set.Pages(), set.Paths(), set.Skipped()
	return nil
}

func (s *Set) files() files.Options {
	return files.Options{Stdin: s.opt.Stdin, MaxBytes: s.opt.PageBytes, IsDump: isDump}
}

// Read reads the pages of a unit in order. One that cannot be read comes as a source
// without data and the error; the next one follows. An error without a source ends
// the run.
func (s *Set) Read(ctx context.Context, u *Unit) iter.Seq2[*source.Source, error] {
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
			src, err := files.Read(p, s.files())
			if err != nil {
				src = &source.Source{Name: p.Name}
			}
			if !yield(src, err) {
				return
			}
		}
		for src, err := range s.opt.readWiki(ctx, u.Wiki) {
			if !yield(src, err) || src == nil {
				return
			}
		}
	}
}

// Count is the number of pages, 0 where dumps or wikis have more that are not counted.
func (s *Set) Count() int {
	if len(s.wiki) > 0 || slices.ContainsFunc(s.pages, func(p files.Page) bool { return p.Dump }) {
		return 0
	}
	return len(s.pages)
}

// TakeDumps returns what became of the dumps read since it was called before.
func (s *Set) TakeDumps() []DumpReport {
	dumps := s.dumps
	s.dumps = nil
	return dumps
}

// hasDump reports whether there is a dump among the pages.
func (s *Set) hasDump() (bool, error) {
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
