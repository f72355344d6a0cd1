package tidy

import (
	"fmt"
	"strconv"
	"time"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// wide makes the wide tables: one for each part that has records.
func (s *sheet) wide() []*dataset.Table {
	var list []*dataset.Table
	for p := range s.parts {
		part := &s.parts[p]
		if len(part.rows) == 0 {
			continue
		}
		list = append(list, s.wideTable(part, p, len(list)))
	}
	return list
}

// wideTable makes the wide table of part p, the nth of its source table.
func (s *sheet) wideTable(part *part, p, n int) *dataset.Table {
	w := s.fields(part)
	b := dataset.NewBuilder(dataset.NewSchema(w.schema)).Grow(len(part.rows))
	origin := &dataset.Origin{Table: s.number, Part: p, Fields: w.columns, Year: s.year.year, Rows: make([]dataset.OriginRow, len(part.rows))}
	for i := range part.rows {
		r := &part.rows[i]
		origin.Rows[i] = dataset.OriginRow{Block: r.index, Row: r.block.Rows[r.row].Index}
		s.addRow(b, part, i)
	}
	name := fmt.Sprintf("%02d%s-%s", s.number, letters(n), fileSlug(s.title()))
	t := b.Table(dataset.WideName(s.page.ID, name))
	t.Whole, t.Origin, t.Role = true, origin, s.page.Sheets[s.number-1].Role
	origin.Printed = printed(part, t, w.columns)
	return t
}

func (s *sheet) addRow(b *dataset.Builder, part *part, i int) {
	r := &part.rows[i]
	if part.Titled {
		b.Opt(r.block.Title)
	}
	if part.Grouped {
		b.Opt(r.block.Rows[r.row].Group)
	}
	for c := range part.columns {
		part.columns[c].Append(b, i, part.sources[c].Cells[i].Text)
	}
	row := &r.block.Rows[r.row]
	if part.Detailed {
		b.Opt(row.Detail)
	}
	if part.Totals {
		b.Str(rowKind(row))
	}
	b.Int(int64(s.line(r)))
}

// rowKind is what a record is: data, total or summary.
func rowKind(r *grid.Row) string {
	switch {
	case r.Total:
		return "total"
	case r.Summary:
		return "summary"
	}
	return "data"
}

// A layout of fields: the schema, and for each field its logical column or -1.
type fieldList struct {
	schema  dataset.Schema
	columns []int
}

func (f *fieldList) add(column int, field dataset.Field) {
	f.schema.Fields = append(f.schema.Fields, field)
	f.columns = append(f.columns, column)
}

// fields lists the fields of a part's wide table.
func (s *sheet) fields(part *part) *fieldList {
	f := &fieldList{schema: dataset.Schema{Title: s.title(), Description: s.description(), Meta: s.meta()}}
	if part.Titled {
		f.add(-1, dataset.Field{Name: titleField, Description: "title of the block the row is in", Nullable: true})
	}
	if part.Grouped {
		f.add(-1, dataset.Field{Name: groupField, Description: "text over the whole width above the row", Nullable: true})
	}
	for c := range part.columns {
		for i, field := range part.columns[c].Fields(part.names[c]) {
			if i == 0 {
				field.Title = header(part.Columns[c].Header)
				f.add(c, field)
			} else {
				f.add(-1, field)
			}
		}
	}
	if part.Detailed {
		f.add(-1, dataset.Field{Name: detailsField, Description: "text below the row that says more about it", Nullable: true})
	}
	if part.Totals {
		f.add(-1, dataset.Field{Name: kindField, Description: "data; total for a row that sums up others; summary for an average, a turnout and the like"})
	}
	f.add(-1, dataset.Field{Name: lineField, Description: "line in the source", Type: dataset.Integer})
	return f
}

// title is the caption of the table, or else the heading it is under.
func (s *sheet) title() string {
	if caption := s.grid.Table.Caption.Plain; caption != "" {
		return caption
	}
	return s.page.Document.Sections[s.page.Sheets[s.number-1].Section].Title.Plain
}

func (s *sheet) description() string {
	t := s.grid.Table
	return fmt.Sprintf("Table %d of %s, lines %d to %d.", s.number, s.pageTitle(), t.Line, t.LastLine)
}

func (s *sheet) pageTitle() string {
	return pageTitle(s.page.Document.Title, s.page.Document.Source.Name)
}

// meta is where the table comes from.
func (s *sheet) meta() []dataset.Meta {
	src := s.page.Document.Source
	list := []dataset.Meta{
		{Key: dataset.PageIDField.Name, Value: s.page.ID},
		{Key: "page_title", Value: s.pageTitle()},
		{Key: "source", Value: src.Name},
	}
	if src.Revision.ID != 0 {
		list = append(list, dataset.Meta{Key: "revision_id", Value: strconv.FormatInt(src.Revision.ID, 10)})
	}
	if t := src.Revision.Time; !t.IsZero() {
		list = append(list, dataset.Meta{Key: "revision_time", Value: t.UTC().Format(time.RFC3339)})
	}
	for _, m := range [...]dataset.Meta{{Key: "revision_url", Value: src.Revision.URL}, {Key: "license", Value: src.License}} {
		if m.Value != "" {
			list = append(list, m)
		}
	}
	return list
}

// letters counts the wide tables of one source table: nothing, b, c ... z, ba ...
func letters(n int) string {
	if n == 0 {
		return ""
	}
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26) + string(rune('a'+n%26))
}
