package collection

import (
	"bufio"
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A Sink takes what comes of the pages.
type Sink struct {
	// Table takes the rows of a collection in pieces, one collection after the other,
	// then those of the tables collections and findings.
	Table func(*dataset.Table) error
	// Noted is told of each row of findings.
	Noted func(source.Note)
}

// Write makes the collections, once all pages are there, and returns how many there are.
func (g *Gatherer) Write(to Sink) (int, error) {
	if g.pages < 2 {
		return 0, nil
	}
	groups := groupShapes(g.shapes)
	match(groups)
	all := collect(groups)
	w := &writer{Gatherer: g, to: to, judge: newJudge(groups, all), missed: map[*collection]bool{}}
	if err := w.eachPage(w.count); err != nil {
		return 0, err
	}
	rows, err := g.rows.reader()
	if err != nil {
		return 0, err
	}
	for _, c := range all {
		c.makeSchema()
		if err := c.write(rows, to.Table); err != nil {
			return 0, err
		}
		w.missed[c] = c.pages >= fewPages && c.pages < g.pages && 10*c.pages >= nearlyAll*g.pages
	}
	w.list = dataset.NewBuilder(dataset.Collections)
	w.all = all
	if err := w.eachPage(w.page); err != nil {
		return 0, err
	}
	return len(all), w.flush()
}

// A page without a table in a collection of at least fewPages pages is worth a note if
// so many tenths of all pages have one.
const (
	nearlyAll = 8
	fewPages  = 4
)

type writer struct {
	*Gatherer
	to     Sink
	judge  *judge
	all    []*collection
	missed map[*collection]bool // those that all pages are expected in
	list   *dataset.Builder     // of the table collections
	listed int
}

// eachPage calls do for each page with its tables. Of these the facts about single rows
// are not set.
func (w *writer) eachPage(do func(id string, notes int, tables []member) error) error {
	section, err := w.about.reader()
	if err != nil {
		return err
	}
	r := byteReader{from: bufio.NewReader(section)}
	var tables []member
	for range w.pages {
		id, notes, n := r.text(), r.int(), r.int()
		tables = tables[:0]
		for range n {
			if r.err != nil {
				return r.err
			}
			tables = append(tables, member{shape: w.shapes[r.int()], table: r.int(), rows: r.int(), line: r.int(), title: r.text()})
		}
		if r.err != nil {
			return r.err
		}
		if err := do(id, notes, tables); err != nil {
			return err
		}
	}
	return nil
}

// count counts the pages of collections.
func (w *writer) count(_ string, _ int, tables []member) error {
	for i := range tables {
		c := w.judge.in[tables[i].shape]
		if c != nil && !w.has(tables[:i], c) {
			c.pages++
		}
	}
	return nil
}

// has reports whether one of the tables is in a collection.
func (w *writer) has(tables []member, c *collection) bool {
	for i := range tables {
		if w.judge.in[tables[i].shape] == c {
			return true
		}
	}
	return false
}

// page adds the rows and findings of a page.
func (w *writer) page(id string, notes int, tables []member) error {
	p := page.Page{ID: id, Notes: w.notes(tables)}
	left := func(c *collection) bool {
		return slices.ContainsFunc(p.Notes, func(n source.Note) bool { return n.Code == "collection_left_out" && n.Field == c.slug })
	}
	for _, c := range w.all {
		if w.missed[c] && !left(c) && !w.has(tables, c) {
			p.Notes = append(p.Notes, source.Note{Severity: source.Warning, Code: "collection_no_table", Where: "page", Field: c.slug,
				Message: fmt.Sprintf("the page has no table in the collection %s, of which %d of %d pages have one", c.slug, c.pages, w.pages)})
		}
	}
	for _, n := range p.Notes {
		w.to.Noted(n)
	}
	if len(p.Notes) > 0 {
		if err := w.to.Table(p.FindingsAfter(notes)); err != nil {
			return err
		}
	}
	return w.addRows(id, tables)
}

// notes are those on the tables of a page, once for each kind.
func (w *writer) notes(tables []member) []source.Note {
	var all []source.Note
	more := map[int]int{}
	for i := range tables {
		m := &tables[i]
		for _, n := range w.judge.notes[m.shape] {
			k := slices.IndexFunc(all, func(o source.Note) bool { return o.Code == n.Code && o.Field == n.Field && o.Message == n.Message })
			if k >= 0 {
				more[k]++
				continue
			}
			n.Table, n.Line = m.table, m.line
			all = append(all, n)
		}
	}
	for k := range all {
		if more[k] > 0 {
			all[k].Message += fmt.Sprintf("; %d more tables of the page are like it", more[k])
		}
	}
	return all
}

// addRows adds the tables of a page to the table collections, parts of one table as one.
func (w *writer) addRows(id string, tables []member) error {
	for i := range tables {
		m := &tables[i]
		c := w.judge.in[m.shape]
		same := func(o *member) bool { return o.table == m.table && w.judge.in[o.shape] == c }
		if c == nil || slices.ContainsFunc(tables[:i], func(o member) bool { return same(&o) }) {
			continue
		}
		rows := 0
		for k := range tables {
			if same(&tables[k]) {
				rows += tables[k].rows
			}
		}
		w.list.Str(id).Str(c.slug).Int(int64(m.table)).Opt(m.title).Int(int64(len(m.shape.names))).Int(int64(rows)).
			Str(w.judge.how[m.shape]).Int(int64(m.line))
		w.listed++
	}
	if w.listed < batchRows {
		return nil
	}
	return w.flush()
}

func (w *writer) flush() error {
	w.listed = 0
	return w.to.Table(w.list.Table("collections"))
}
