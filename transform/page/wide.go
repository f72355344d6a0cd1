package page

import (
	"sort"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// Wide returns the wide tables of the page, in their order.
func (p *Page) Wide() []*dataset.Table {
	var wide []*dataset.Table
	for _, t := range p.Tables {
		if t.Origin != nil {
			wide = append(wide, t)
		}
	}
	return wide
}

// Part returns the logical table that a wide table shows.
func (p *Page) Part(t *dataset.Table) *grid.Part {
	return &p.Sheets[t.Origin.Table-1].Layout.Parts[t.Origin.Part]
}

// Header returns the header texts of a field of a wide table from the top row
// down, nil for a field that is not a column of the page.
func (p *Page) Header(t *dataset.Table, field int) []string {
	if col := t.Origin.Fields[field]; col >= 0 {
		return p.Part(t).Columns[col].Header
	}
	return nil
}

// Place returns where in the page's grid a value of a wide table is written, row
// and column counted from 1. Both are 0 for a field that is not a column of the
// page.
func (p *Page) Place(t *dataset.Table, row, field int) (r, c int) {
	col := t.Origin.Fields[field]
	if col < 0 {
		return 0, 0
	}
	at := t.Origin.Rows[row]
	r, c = at.Row+1, p.Part(t).Blocks[at.Block].Cols[col]+1
	if p.Sheets[t.Origin.Table-1].Layout.Kind == grid.Rows {
		return c, r
	}
	return r, c
}

// Cell returns the row of the table cells that holds a value of a wide table, or
// -1 if nothing is written there.
func (p *Page) Cell(t *dataset.Table, row, field int) int {
	cells := p.Table("cells")
	r, c := p.Place(t, row, field)
	if cells == nil || r == 0 {
		return -1
	}
	key := [3]dataset.Column{cells.Column("table"), cells.Column("row"), cells.Column("col")}
	want := [3]int64{int64(t.Origin.Table), int64(r), int64(c)}
	i := sort.Search(cells.NumRows(), func(i int) bool { return compareKey(key, i, want) >= 0 })
	if i == cells.NumRows() || compareKey(key, i, want) != 0 {
		return -1
	}
	return i
}

// Written returns the type and the exact decimal text that the table cells has
// for a value of a wide table, both empty where it has none.
func (p *Page) Written(t *dataset.Table, row, field int) (kind, decimal string) {
	i := p.Cell(t, row, field)
	if i < 0 {
		return "", ""
	}
	cells := p.Table("cells")
	return cells.Column("type").Str(i), cells.Column("decimal").Str(i)
}

func compareKey(key [3]dataset.Column, i int, want [3]int64) int {
	for k, c := range key {
		if v := c.Int(i); v != want[k] {
			return int(v - want[k])
		}
	}
	return 0
}
