package collection

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A member is a table of a page, and what its rows say of it in a collection.
type member struct {
	shape             *shape
	pageID, pageTitle string
	table             int // its number on the page
	section, caption  string
	title             string // the caption, or else the heading above
	year, rows, line  int
}

// append appends what the rows say.
func (m *member) append(to []byte) []byte {
	for _, text := range [...]string{m.pageID, m.pageTitle, m.section, m.caption} {
		to = appendText(to, text)
	}
	for _, n := range [...]int{m.table, m.year, m.rows} {
		to = appendInt(to, n)
	}
	return to
}

// member reads what append wrote.
func (r *byteReader) member() member {
	m := member{pageID: r.text(), pageTitle: r.text(), section: r.text(), caption: r.text()}
	m.table, m.year, m.rows = r.int(), r.int(), r.int()
	return m
}

// facts are the core tables of a page that tell about its tables.
type facts struct {
	id, title        string
	tables, sections *dataset.Table
}

func factsOf(p *page.Page) facts {
	f := facts{id: p.ID, title: p.ID, tables: p.Table("tables"), sections: p.Table("sections")}
	if pages := p.Table("pages"); pages != nil && pages.NumRows() > 0 {
		if title := pages.Column("title").Str(0); title != "" {
			f.title = title
		}
	}
	return f
}

// roleOf is the role of a wide table: data where the page does not tell.
func (f *facts) roleOf(t *dataset.Table) string {
	row := t.Origin.Table - 1
	if f.tables == nil || row >= f.tables.NumRows() || f.tables.Schema.Index("role") < 0 {
		return "data"
	}
	return f.tables.Column("role").Str(row)
}

func (f *facts) member(t *dataset.Table) member {
	m := member{pageID: f.id, pageTitle: f.title, table: t.Origin.Table, year: t.Origin.Year, rows: t.NumRows(), title: t.Schema.Title}
	row := t.Origin.Table - 1
	if f.tables == nil || row >= f.tables.NumRows() {
		return m
	}
	m.caption, m.line = f.tables.Column("caption").Str(row), int(f.tables.Column("line").Int(row))
	if section := int(f.tables.Column("section").Int(row)); f.sections != nil && section > 0 && section < f.sections.NumRows() {
		// Without the page's title, with which each path begins.
		path, first := f.sections.Column("path"), f.sections.Column("path").Str(0)
		m.section = strings.TrimPrefix(path.Str(section), first+" > ")
	}
	return m
}
