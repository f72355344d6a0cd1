package page

import (
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// votes is a page with one table of two blocks side by side:
//
//	| Mayor | Sheriff | | |
//	| Name | Votes | Name | Votes |
//	| Ann | 10 | Cy | 7 |
func votes(kind grid.Kind) (*Page, *dataset.Table) {
	layout := &grid.Layout{Kind: kind, HeaderRows: 1, Parts: []grid.Part{{
		Columns: []grid.Column{{Header: []string{"Name"}}, {Header: []string{"All", "Votes"}}},
		Blocks: []grid.Block{
			{Title: "Mayor", Cols: []int{0, 1}, Rows: []grid.Row{{Index: 2}}},
			{Title: "Sheriff", Side: 1, Cols: []int{2, 3}, Rows: []grid.Row{{Index: 2}}},
		}}}}
	wide := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "name"}, {Name: "votes", Type: dataset.Integer}, {Name: "line", Type: dataset.Integer}}})).
		Str("Ann").Int(10).Int(3).Str("Cy").Int(7).Int(3).Table("tables/p/01-votes")
	wide.Origin = &dataset.Origin{Table: 1, Rows: []dataset.OriginRow{{Block: 0, Row: 2}, {Block: 1, Row: 2}}, Fields: []int{0, 1, -1}}
	cells := dataset.NewBuilder(dataset.Cells)
	for i, text := range []string{"Ann", "10", "Cy", "7"} {
		cells.Str("p").Int(1).Int(3).Int(int64(i + 1)).Int(3).Int(int64(i + 1)).Null().Str(text).Null().Null().
			Str("integer").Null().Str(text).Null().Null().Null().Null().Int(3)
	}
	return &Page{ID: "p", Sheets: []Sheet{{Layout: layout}}, Tables: []*dataset.Table{cells.Table("cells"), wide}}, wide
}

func TestWideTablesKnowTheirPlace(t *testing.T) {
	d, wide := votes(grid.Blocks)
	if got := d.Wide(); len(got) != 1 || got[0] != wide {
		t.Fatalf("wide tables %v", got)
	}
	if h := d.Header(wide, 1); len(h) != 2 || h[1] != "Votes" {
		t.Errorf("header %v", h)
	}
	if h := d.Header(wide, 2); h != nil {
		t.Errorf("the line has a header %v", h)
	}
	if r, c := d.Place(wide, 1, 1); r != 3 || c != 4 {
		t.Errorf("place %d, %d, want 3, 4", r, c)
	}
	if r, c := d.Place(wide, 1, 2); r != 0 || c != 0 {
		t.Errorf("the line is at %d, %d", r, c)
	}
	if i := d.Cell(wide, 1, 1); i != 3 {
		t.Errorf("cell %d, want 3", i)
	}
	if kind, decimal := d.Written(wide, 1, 1); kind != "integer" || decimal != "7" {
		t.Errorf("%s %s is written", kind, decimal)
	}
	if kind, decimal := d.Written(wide, 1, 2); kind != "" || decimal != "" {
		t.Errorf("%s %s is written for the line", kind, decimal)
	}
	if i := d.Cell(wide, 1, 2); i != -1 {
		t.Errorf("the line is cell %d", i)
	}
}

func TestPlaceInATableReadSideways(t *testing.T) {
	d, wide := votes(grid.Rows)
	if r, c := d.Place(wide, 1, 1); r != 4 || c != 3 {
		t.Errorf("place %d, %d, want 4, 3", r, c)
	}
	if i := d.Cell(wide, 1, 1); i != -1 {
		t.Errorf("cell %d where nothing is written", i)
	}
}
