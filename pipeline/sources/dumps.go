package sources

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/extract/htmldump"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert"
)

// DumpOptions select what is read of the dumps among the sources of a run.
type DumpOptions struct {
	// AllRevisions takes each revision of a page as a page of its own; otherwise the
	// latest one is taken.
	AllRevisions bool
	// Namespaces are the numbers of those taken; default 0 alone. AllNamespaces takes
	// all.
	Namespaces    []int
	AllNamespaces bool
	// Patterns and Titles choose pages by title; default all.
	Patterns, Titles []string
	// Expand lets the templates in a dump serve its pages: it is read twice.
	Expand bool
	// KeepPartial makes a dataset of what is whole in a dump that is cut off or
	// damaged; otherwise the run fails.
	KeepPartial bool
}

// needed reports whether an option is set that has an effect on dumps alone.
func (o DumpOptions) needed() bool {
	other := o.AllNamespaces || len(o.Namespaces) > 1 || len(o.Namespaces) == 1 && o.Namespaces[0] != 0
	return other || o.AllRevisions || o.Expand || o.KeepPartial || len(o.Patterns)+len(o.Titles) > 0
}

// dumpOptions are those for reading a dump.
func (p Options) dumpOptions() dump.Options {
	o := dump.Options{Namespaces: p.Dump.Namespaces, AllNamespaces: p.Dump.AllNamespaces,
		MaxBytes: p.PageBytes, Workers: p.Workers}
	if p.Dump.AllRevisions {
		o.Revisions = dump.All
	}
	if len(p.Dump.Patterns) > 0 || len(p.Dump.Titles) > 0 {
		o.Titles = dump.NewTitles(p.Dump.Patterns, p.Dump.Titles)
	}
	return o
}

// A DumpPart is a part of a dump that can be read alone.
type DumpPart struct {
	File  files.Page `json:"file"`
	Range dump.Range `json:"range"`
	// Identity is a hash by which the file, and those of the templates, differ from
	// others of the same names.
	Identity string `json:"identity"`
	// Templates are the paths of the files whose templates serve the pages.
	Templates []string `json:"templates,omitempty"`
}

// The size of a unit of a dump: that of its part of the file. Compressed files are some
// four times as large when they are read.
const (
	dumpUnitBytes  = 128 << 20
	dumpUnitPacked = 32 << 20
)

// dumpUnits divides a dump into units.
func (s *Set) dumpUnits(ctx context.Context, file files.Page) ([]Unit, error) {
	d, err := s.openDump(file.Path)
	if err != nil {
		return nil, err
	}
	size := int64(dumpUnitBytes)
	if d.Compressed() {
		size = dumpUnitPacked
	}
	ranges, err := d.Ranges(ctx, cmp.Or(s.opt.UnitBytes, size))
	if err != nil {
		return nil, err
	}
	var templates []string
	if xml, ok := d.(*dump.Dump); ok && s.opt.Dump.Expand {
		templates = templateFiles(s.pages, xml)
	}
	identity, err := identityOf(append([]string{file.Path}, templates...)...)
	if err != nil {
		return nil, err
	}
	units := make([]Unit, len(ranges))
	for i, r := range ranges {
		units[i] = Unit{Dump: &DumpPart{file, r, identity, templates}, Bytes: r.End - r.Start}
	}
	return units, nil
}

// A DumpReport is what became of the pages of a dump.
type DumpReport struct {
	Name   string      `json:"name"`
	Counts dump.Counts `json:"counts"`
	// Damage is where and why pages of it are lost.
	Damage string `json:"damage,omitempty"`
}

// isDump reports whether a file is a dump, or a compressed one that is too damaged to see.
// A file that cannot be read counts as a page, which then fails.
func isDump(path string) bool {
	is, err := dump.IsDump(path)
	var damage *dump.DamageError
	return is || errors.As(err, &damage) || htmldump.IsDump(path)
}

// A pageDump is a dump of either kind: of wikitext as XML, or of rendered pages as JSON.
type pageDump interface {
	Name() string
	Compressed() bool
	Whole() dump.Range
	Ranges(ctx context.Context, size int64) ([]dump.Range, error)
	Pages(ctx context.Context, r dump.Range, counts *dump.Counts) iter.Seq2[*source.Source, error]
}

// openDump opens a dump of either kind.
func (s *Set) openDump(path string) (pageDump, error) {
	d, err := dump.Open(path, s.opt.dumpOptions())
	if err == nil {
		return d, nil
	}
	if rendered, other := htmldump.Open(path, s.opt.dumpOptions()); other == nil {
		return rendered, nil
	}
	return nil, err
}

// formatOf is the format of the pages of a dump.
func formatOf(d pageDump) string {
	if _, ok := d.(*htmldump.Dump); ok {
		return "html"
	}
	return "wikitext"
}

// dumpHead is how much of standard input is looked at to see whether it is a dump.
const dumpHead = 1 << 20

// stdinDump opens standard input as a dump; nil if it is not one and is to be read as a
// page. It looks once.
func (s *Set) stdinDump(name string) (pageDump, error) {
	if s.opt.Stdin == nil || s.stdinSeen {
		return s.stdin, nil
	}
	s.stdinSeen = true
	in := bufio.NewReaderSize(s.opt.Stdin, dumpHead)
	s.opt.Stdin = in
	head, err := in.Peek(dumpHead)
	switch rendered := htmldump.IsDumpHead(head); {
	case err != nil && err != io.EOF:
		return nil, nil
	case rendered:
		s.stdin = htmldump.OpenReader(name, in, s.opt.dumpOptions())
		return s.stdin, nil
	case !dump.IsDumpHead(head):
		return nil, nil
	}
	if s.opt.Dump.Expand {
		return nil, fmt.Errorf("%s: --expand reads a dump twice, standard input can be read once: save it in a file", name)
	}
	d, err := dump.OpenReader(name, in, s.opt.dumpOptions())
	if err == nil {
		s.stdin = d
	}
	return s.stdin, err
}

// readPart reads the pages of a part of a dump; false if the
// caller wants no more.
func (s *Set) readPart(ctx context.Context, part *DumpPart, yield func(*source.Source, error) bool) bool {
	identity, err := identityOf(append([]string{part.File.Path}, part.Templates...)...)
	if err == nil && identity != part.Identity {
		err = fmt.Errorf("%s: it has changed since its units were listed: list them again", part.File.Name)
	}
	if err != nil {
		return yield(nil, err)
	}
	d, err := s.openDump(part.File.Path)
	if err != nil {
		return yield(nil, err)
	}
	return s.readDump(ctx, d, part.Range, yield)
}

func (s *Set) readDump(ctx context.Context, d pageDump, r dump.Range, yield func(*source.Source, error) bool) bool {
	report := DumpReport{Name: d.Name()}
	for src, err := range d.Pages(ctx, r, &report.Counts) {
		var damage *dump.DamageError
		if s.opt.Dump.KeepPartial && errors.As(err, &damage) {
			report.Damage = damage.Error()
			continue
		}
		var unread *source.PageError
		if errors.As(err, &unread) {
			src = &source.Source{Name: unread.Name, Title: unread.Title, Format: formatOf(d)}
			err = &convert.PageError{Code: "page_limit", Err: fmt.Errorf("%w: raise --max-page-size", unread.Err)}
		}
		if !yield(src, err) {
			return false
		}
	}
	s.dumps = AddDump(s.dumps, report)
	return true
}

// AddDump adds what became of the pages of a part to what is known of its dump among
// all.
func AddDump(all []DumpReport, r DumpReport) []DumpReport {
	for i := range all {
		if all[i].Name == r.Name {
			all[i].Counts.Add(r.Counts)
			if all[i].Damage == "" {
				all[i].Damage = r.Damage
			}
			return all
		}
	}
	return append(all, r)
}
