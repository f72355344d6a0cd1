package tidy

import (
	"context"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Tables lays out the tables of the page and makes the tables tables, columns,
// cells and one wide table for each logical table.
type Tables struct{}

// Name is "tables".
func (Tables) Name() string { return "tables" }

// Apply sets the sheets and adds the tables.
func (Tables) Apply(ctx context.Context, in *page.Page) (*page.Page, error) {
	d := in.Clone()
	d.Sheets = sheets(d)
	columns, cells := dataset.NewBuilder(dataset.Columns), dataset.NewBuilder(dataset.Cells)
	var wide []*dataset.Table
	for i := range d.Sheets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := newSheet(d, i)
		s.addColumns(columns)
		s.addCells(cells)
		if d.Sheets[i].Role == RoleData {
			s.check()
		}
		wide = append(wide, s.wide()...)
	}
	noteRoles(d)
	d.Put(tables(d))
	d.Put(columns.Table("columns"))
	d.Put(cells.Table("cells"))
	for _, t := range wide {
		d.Put(t)
	}
	return d, nil
}

// sheets lays out all tables of the page, nested ones after the table that holds
// them.
func sheets(d *page.Page) []page.Sheet {
	var list []page.Sheet
	parents := map[*document.Table]int{}
	d.Document.Walk(func(s *document.Section, b document.Block) {
		t, ok := b.(*document.Table)
		if !ok {
			return
		}
		sheet := page.Sheet{Section: s.Index, Parent: parents[t]}
		var notes []source.Note
		sheet.Grid, notes = grid.Expand(t)
		addNotes(d, notes, len(list)+1)
		sheet.Layout, notes = grid.Read(sheet.Grid)
		sheet.Role = roleOf(&sheet, s.Title.Plain)
		if sheet.Role == RoleData {
			addNotes(d, notes, len(list)+1)
			checkShortRows(d, &sheet, len(list)+1)
		}
		list = append(list, sheet)
		adopt(parents, t.Nested, len(list))
	})
	return list
}

// adopt makes table number parent that of the tables in blocks, and in boxes
// among them.
func adopt(parents map[*document.Table]int, blocks []document.Block, parent int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Table:
			parents[b] = parent
		case *document.Infobox:
			adopt(parents, b.Nested, parent)
		}
	}
}

func addNotes(d *page.Page, notes []source.Note, table int) {
	for _, n := range notes {
		n.Table = table
		d.Notes = append(d.Notes, n)
	}
}

func tables(d *page.Page) *dataset.Table {
	b := dataset.NewBuilder(dataset.Tables)
	for i := range d.Sheets {
		s := &d.Sheets[i]
		t := s.Grid.Table
		b.Str(d.ID).Int(int64(i + 1)).Int(int64(s.Section)).Count(s.Parent).Opt(t.Caption.Plain).Str(s.Role)
		b.Int(int64(s.Grid.Rows)).Int(int64(s.Grid.Cols)).Int(int64(s.Layout.HeaderRows))
		b.Str(string(s.Layout.Kind)).Int(int64(t.Line)).Int(int64(t.LastLine))
	}
	return b.Table("tables")
}
