package partfile

import (
	"slices"

	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Where the schema of a table comes from: 0 if it follows, a number up to
// that of the core tables which of them it is, a higher one which schema of the chunk.
const ownSchema = 0

// page writes a page. shared are the schemas that are in this chunk already.
func (s *encoder) page(p *Page, shared *[]*dataset.Schema) {
	s.text(p.Name)
	s.int(p.Bytes)
	s.bytes(p.Sum[:])
	s.uint(p.Sheets)
	s.text(p.Failure)
	s.text(p.Data.ID)
	s.uint(len(p.Data.Notes))
	for i := range p.Data.Notes {
		s.note(&p.Data.Notes[i])
	}
	s.uint(len(p.Data.Tables))
	for _, t := range p.Data.Tables {
		s.table(t, shared)
	}
}

func (s *encoder) note(n *source.Note) {
	s.byte(byte(n.Severity))
	for _, t := range [...]string{n.Code, n.Where, n.Field, n.Observed, n.Expected, n.Message} {
		s.text(t)
	}
	for _, v := range [...]int{n.Line, n.Table, n.Row, n.Col} {
		s.int(int64(v))
	}
}

func (s *encoder) table(t *dataset.Table, shared *[]*dataset.Schema) {
	s.text(t.Name)
	s.bool(t.Whole)
	s.bool(t.Origin != nil)
	if t.Origin != nil {
		s.origin(t.Origin)
	}
	s.schemaOf(t, shared)
	s.uint(t.NumRows())
	for _, a := range t.Record.Columns() {
		s.column(a)
	}
	if t.Origin != nil {
		s.printed(t.Origin.Printed)
	}
}

// schemaOf writes the schema of a table. That of a wide table is its own; the others'
// come again on the next page.
func (s *encoder) schemaOf(t *dataset.Table, shared *[]*dataset.Schema) {
	if i := slices.Index(dataset.CoreNames, t.Name); i >= 0 && t.Schema == dataset.CoreSchema(t.Name) {
		s.uint(1 + i)
		return
	}
	if t.Origin != nil {
		s.uint(ownSchema)
		s.schema(t.Schema)
		return
	}
	i := slices.Index(*shared, t.Schema)
	known := i >= 0
	if !known {
		i = len(*shared)
		*shared = append(*shared, t.Schema)
	}
	s.uint(1 + len(dataset.CoreNames) + i)
	if !known {
		s.schema(t.Schema)
	}
}

func (d *decoder) page(shared *[]*dataset.Schema) *Page {
	p := &Page{Name: d.text(), Bytes: d.int()}
	copy(p.Sum[:], d.take(len(p.Sum)))
	p.Sheets, p.Failure = d.uint(), d.text()
	p.Data = &page.Page{ID: d.text(), Notes: list(d, (*decoder).note)}
	p.Data.Tables = list(d, func(d *decoder) *dataset.Table { return d.table(shared) })
	return p
}

func (d *decoder) note() source.Note {
	n := source.Note{Severity: source.Severity(d.byte())}
	for _, t := range [...]*string{&n.Code, &n.Where, &n.Field, &n.Observed, &n.Expected, &n.Message} {
		*t = d.text()
	}
	for _, v := range [...]*int{&n.Line, &n.Table, &n.Row, &n.Col} {
		*v = int(d.int())
	}
	return n
}

func (d *decoder) table(shared *[]*dataset.Schema) *dataset.Table {
	t := &dataset.Table{Name: d.text(), Whole: d.bool()}
	wide := d.bool()
	if wide {
		t.Origin = d.origin()
	}
	if t.Schema = d.schemaOf(shared); t.Schema == nil {
		return t
	}
	rows := d.uint()
	cols := d.columns(t.Schema.Arrow(), t.Schema.Fields, rows)
	if wide {
		t.Origin.Printed = d.printed(t.Schema.Fields, rows)
	}
	if !d.damaged {
		t.Record = array.NewRecord(t.Schema.Arrow(), cols, int64(rows))
	}
	return t
}

func (d *decoder) schemaOf(shared *[]*dataset.Schema) *dataset.Schema {
	i := d.uint()
	if i == ownSchema {
		return d.schema()
	}
	if i--; i < len(dataset.CoreNames) {
		return dataset.CoreSchema(dataset.CoreNames[i])
	}
	i -= len(dataset.CoreNames)
	if i == len(*shared) {
		*shared = append(*shared, d.schema())
	}
	if i >= len(*shared) {
		d.fail()
		return nil
	}
	return (*shared)[i]
}
