package validate

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/load"
)

// A group is one table in all its formats: the first is checked in full, the
// others are compared with it.
type group struct {
	first  *resource
	others []*resource
	sheets *workbook // that has the table on worksheets of its own, or nil
}

// groups are the tables of the package. Only in a dataset of ours are resources
// that differ in their format known to be the same table.
func (c *check) groups() []*group {
	var all []*group
	byStem := map[string]*group{}
	for _, r := range c.resources {
		if !r.table && !(c.own && r.Format == "xlsx" && r.schema != nil && !r.broken) {
			continue
		}
		if !c.own || r.schema == nil {
			all = append(all, &group{first: r})
			continue
		}
		stem := r.stem()
		switch g := byStem[stem]; {
		case g == nil:
			byStem[stem] = &group{first: r}
			all = append(all, byStem[stem])
		case slices.Equal(g.first.schema.Names(), r.schema.Names()):
			g.others = append(g.others, r)
		default:
			r.task.fail("format-mismatch", place{}, "%s has other fields than %s", r.place(), g.first.place())
		}
	}
	return all
}

// stem is what the formats of a table of ours have in common: its name.
func (r *resource) stem() string {
	if len(r.Paths) == 0 {
		return r.place()
	}
	if p, ok := load.ParseTablePath(r.Paths[0]); ok {
		return p.Table
	}
	return strings.TrimSuffix(r.Paths[0], "."+r.Format)
}

// checkTable reads a table in all its formats side by side.
func (c *check) checkTable(ctx context.Context, g *group) error {
	first, others := c.openGroup(g)
	defer func() {
		for _, s := range append(others, first) {
			if s != nil {
				s.task.Stats.Rows += s.count
				s.close()
			}
		}
	}()
	if first == nil {
		return drain(ctx, others)
	}
	for {
		more, err := first.next(ctx)
		if err != nil {
			return err
		}
		if !more {
			return end(ctx, first, others)
		}
		if err := c.collectRow(g.first, first); err != nil {
			return err
		}
		for _, s := range others {
			if err := s.follow(ctx, first); err != nil {
				return err
			}
		}
	}
}

// openGroup opens all formats of a table. The first is nil if it cannot be read, or
// is a workbook, which is not read in full: the others are then read for their
// types alone.
func (c *check) openGroup(g *group) (first *stream, others []*stream) {
	resources := slices.Clone(g.others)
	if g.first.Format != "xlsx" {
		first = c.open(g.first)
	} else {
		resources = append(resources, g.first)
	}
	for _, r := range resources {
		if s := c.openOther(r); s != nil {
			others = append(others, s)
		}
	}
	if s := g.sheets.stream(c, g.first); s != nil {
		others = append(others, s)
	}
	return first, others
}

// collectRow takes what keys and counts need of a row of the first format.
func (c *check) collectRow(r *resource, s *stream) error {
	for _, k := range c.collect[r] {
		if err := k.add(s); err != nil {
			return err
		}
	}
	if c.own && s.schema != nil && r.Name == "pages" {
		c.counts.add(s)
	}
	return nil
}

// follow reads the row that belongs to the one of the first format, and compares
// them.
func (s *stream) follow(ctx context.Context, first *stream) error {
	if s.ended {
		return nil
	}
	more, err := s.next(ctx)
	switch {
	case err != nil:
		return err
	case more:
		s.compare(first)
	default:
		s.fewer(first)
	}
	return nil
}

// end expects that no format has further rows.
func end(ctx context.Context, first *stream, others []*stream) error {
	for _, s := range others {
		more, err := s.next(ctx)
		if err != nil {
			return err
		}
		if more && !first.broken() {
			s.task.fail("format-mismatch", place{row: s.row}, "%s has more rows than %s, which has %d", s.where, first.where, first.count)
		}
	}
	return drain(ctx, others)
}

// drain reads the rest of streams that have nothing to be compared with.
func drain(ctx context.Context, streams []*stream) error {
	for _, s := range streams {
		for more := s != nil; more; {
			var err error
			if more, err = s.next(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// broken reports whether a stream ended because its file cannot be read on, which was
// reported.
func (s *stream) broken() bool {
	n := len(s.task.Errors)
	return n > 0 && slices.Contains([]string{"source-error", "encoding-error"}, s.task.Errors[n-1].Type)
}

// fewer reports that a stream ended before the first one.
func (s *stream) fewer(first *stream) {
	if s.broken() {
		return
	}
	s.task.fail("format-mismatch", place{row: s.row}, "%s ends after %d rows, and %s goes on", s.where, s.count, first.where)
}

// compare reports the values of the row that differ from those of the first format.
func (s *stream) compare(first *stream) {
	for i, f := range first.schema.fields {
		want, got := first.values[i], s.values[i]
		if want == got || want.bad || got.bad || s.columns[i] < 0 || s.same(first, f, want, got) {
			continue
		}
		s.fail("format-mismatch", f, i, &got.text, "is %s, and %s in %s", got.show(), want.show(), first.where)
	}
}

// same reports whether two values differ only in what a format cannot hold.
func (s *stream) same(first *stream, f *field, want, got value) bool {
	switch {
	case s.format == "json" && got.null && f.Type == "number":
		return strings.ContainsAny(want.text, "NI") // NaN and infinity
	case first.format == "json" && want.null && f.Type == "number":
		return strings.ContainsAny(got.text, "NI")
	case len(first.schema.fields) == 1 && first.format == "csv" && want.null:
		return got.text == "" // a line of its own cannot tell them apart
	case s.format == "xlsx" && !want.null && !got.null:
		return got.text == inExcel(want.text)
	}
	return false
}

func (v value) show() string {
	if v.null {
		return "null"
	}
	return quote(v.text)
}

// counts are the numbers of rows of other tables by the table pages.
type counts map[string]int64

// countedTables are those of which pages has the number of rows.
var countedTables = []string{"sections", "paragraphs", "items", "tables"}

func (c counts) add(s *stream) {
	for _, name := range countedTables {
		if i := s.schema.Index(name); i >= 0 {
			n, _ := strconv.ParseInt(s.values[i].text, 10, 64) // what is not an integer is reported as such
			c[name] += n
		}
	}
}

// checkCounts compares them with the rows that were read.
func (c *check) checkCounts() {
	for _, r := range c.resources {
		if !c.own || !r.table || !slices.Contains(countedTables, r.Name) || r.task.errors > 0 {
			continue
		}
		if want, known := c.counts[r.Name]; known && want != r.task.Stats.Rows {
			r.task.fail("row-count", place{}, "%s has %d rows, but the table pages counts %d", r.place(), r.task.Stats.Rows, want)
		}
	}
}
