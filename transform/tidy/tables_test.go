package tidy

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// wideOf converts a page and returns its first wide table.
func wideOf(t *testing.T, page string) *dataset.Table {
	t.Helper()
	d := convert(t, page)
	wide := d.Wide()
	if len(wide) == 0 {
		t.Fatalf("no wide table; tables: %s", show(d.Table("tables"), "rows", "cols", "layout"))
	}
	return wide[0]
}

func TestWideTables(t *testing.T) {
	for _, c := range []struct{ name, page, fields, rows string }{
		{"units of headers", `= Rivers =
| River | Area (km²) | Share % | Sold (thousand) | Price (US$) |
| Rhine | 185,000 | 12.5 | 1.5 | 7 |
| Elbe | 148,268 | 87.5 | 20 | 8.25 |
`, "river string, area integer km2, share number %, sold integer, price number USD, line integer",
			"Rhine | 185000 | 12.5 | 1500 | 7 | 3\nElbe | 148268 | 87.5 | 20000 | 8.25 | 4\n"},
		{"a percentage keeps its printed value", `
| Name | Rate |
| a | 95.07% |
| b | 7% |
`, "name string, rate number %, line integer", "a | 95.07 | 3\nb | 7 | 4\n"},
		{"null tokens", `
| Name | Value |
| a | 5 |
| b | — |
| n/a | n/a |
| d | |
`, "name string, value integer, line integer", "a | 5 | 3\nb | ~ | 4\nn/a | ~ | 5\nd | ~ | 6\n"},
		{"identifiers keep their zeros", `
| Code | Name |
| 007 | a |
| 123 | b |
`, "code string, name string, line integer", "007 | a | 3\n123 | b | 4\n"},
		{"ordinals", `
| Place | Name |
| 1st | a |
| 12th | b |
`, "place integer, name string, line integer", "1 | a | 3\n12 | b | 4\n"},
		{"partial dates", `
| Name | Founded |
| a | 5 March 2013 |
| b | March 2013 |
`, "name string, founded string, founded_start date, founded_end date, line integer",
			"a | 2013-03-05 | 2013-03-05 | 2013-03-05 | 3\nb | 2013-03 | 2013-03-01 | 2013-03-31 | 4\n"},
		{"years", `
| Name | Opened |
| a | 1990 |
| b | 2013† |
`, "name string, opened year, line integer", "a | 1990 | 3\nb | 2013 | 4\n"},
		{"names of the page that we need ourselves", `
| Line | Title | Page ID | Line |
| 1 | x | p | 7 |
`, "line_2 integer, title string, page_id_2 string, line_3 integer, line integer", "1 | x | p | 7 | 3\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := wideOf(t, c.page)
			same(t, "fields", fields(w), c.fields)
			var names []string
			for _, f := range w.Schema.Fields {
				names = append(names, f.Name)
			}
			same(t, "rows", show(w, names...), c.rows)
		})
	}
}

func TestGroupsAndTotals(t *testing.T) {
	w := wideOf(t, `
= Cars =
| Country | Year | Cars |
| Europe | | |
| Ann | 2001 | 10 |
| Bea | 2002 | 20 |
| Asia | | |
| Cy | 2003 | 30 |
| Total | | 60 |
`)
	if w.Schema.Index("row_kind") < 0 {
		t.Fatalf("fields %s", fields(w))
	}
	got := show(w, "country", "cars", "row_kind", "line")
	if !strings.HasSuffix(got, "Total | 60 | total | 9\n") || !strings.Contains(got, "Ann | 10 | data | 5\n") {
		t.Errorf("rows:\n%s", got)
	}
}

func TestTotalsLabelIsNoSpoiler(t *testing.T) {
	d := convert(t, `
| Rank | Name | Cars |
| 1 | Ann | 10 |
| 2 | Bea | 20 |
| 3 | Cy | 30 |
| Total | | 60 |
`)
	w := d.Wide()[0]
	same(t, "fields", fields(w), "rank integer, name string, cars integer, row_kind string, line integer")
	same(t, "findings", show(d.Table("findings"), "code"), "")
}

func TestCells(t *testing.T) {
	d := convert(t, `
= Rivers =
| River | Length (km) | Since |
| Rhine | 1,233 | 5 March 2013 |
| Elbe | 1,094* | — |
`)
	same(t, "cells", show(d.Table("cells"), "row", "col", "header", "text", "note", "type", "number", "decimal", "date", "unit", "line"), `
		1 | 1 | ~ | River | ~ | string | ~ | ~ | ~ | ~ | 3
		1 | 2 | ~ | Length (km) | ~ | string | ~ | ~ | ~ | ~ | 3
		1 | 3 | ~ | Since | ~ | string | ~ | ~ | ~ | ~ | 3
		2 | 1 | River | Rhine | ~ | string | ~ | ~ | ~ | ~ | 4
		2 | 2 | Length (km) | 1,233 | ~ | integer | 1233 | 1233 | ~ | km | 4
		2 | 3 | Since | 5 March 2013 | ~ | date | ~ | ~ | 2013-03-05 | ~ | 4
		3 | 1 | River | Elbe | ~ | string | ~ | ~ | ~ | ~ | 5
		3 | 2 | Length (km) | 1,094* | * | integer | 1094 | 1094 | ~ | km | 5
		3 | 3 | Since | — | ~ | date | ~ | ~ | ~ | ~ | 5
		`)
	same(t, "columns", show(d.Table("columns"), "table", "col", "grid_col", "name", "header", "type", "unit", "nulls", "values"), `
		1 | 1 | 1 | river | River | string | ~ | 0 | 2
		1 | 2 | 2 | length | Length (km) | integer | km | 0 | 2
		1 | 3 | 3 | since | Since | date | ~ | 1 | 1
		`)
}

func TestFindingsOfColumns(t *testing.T) {
	page := "= A =\n| Name | Votes | Day |\n"
	for i := range 19 {
		page += "| n" + strings.Repeat("i", i) + " | 1,00" + string(rune('0'+i%10)) + " | 5 March 2013 |\n"
	}
	page += "| last | none of them | soon |\n| =1+1 | 2908 | 5 March 2013 |\n"
	d := convert(t, page)
	same(t, "findings", show(d.Table("findings"), "finding", "severity", "code", "where", "table", "row", "col", "field", "observed", "expected", "line"), `
		1 | warning | mixed_column | column | 1 | ~ | 2 | votes | none of them | integer | 22
		2 | warning | mixed_column | column | 1 | ~ | 3 | day | soon | date | 22
		3 | info | formula_like | cell | 1 | 22 | 1 | ~ | =1+1 | ~ | 23
		`)
	same(t, "fields", fields(d.Wide()[0]), "name string, votes string, votes_value integer, day string, day_date date, line integer")
}

func TestLongText(t *testing.T) {
	long := strings.Repeat("x", 40000)
	d := convert(t, "= A =\n| Name | Text |\n| a | "+long+" |\n\n"+long+"\n\n- "+long+"\n")
	same(t, "findings", show(d.Table("findings"), "code", "where", "observed", "line"), `
		too_long | cell | 40000 UTF-16 units | 3
		too_long | paragraph | 40000 UTF-16 units | 5
		too_long | item | 40000 UTF-16 units | 7
		`)
	if got := d.Wide()[0].Column("text").Str(0); got != long {
		t.Errorf("the wide table has %d bytes", len(got))
	}
}

func TestNotFormulas(t *testing.T) {
	d := convert(t, "= A =\n| Name | Text |\n| a | - |\n| b | -5 |\n| c | — |\n| d | 1=1 |\n| e | -- |\n| f | - item |\n| g | +/- |\n")
	same(t, "findings", show(d.Table("findings"), "code", "observed"), "")
}

// A table in a cell of another, both with a span across columns of numbers.
func TestNestedTableAndRemark(t *testing.T) {
	cell := func(text string) document.Cell {
		return document.Cell{Text: document.Text{Plain: text}, Line: 2}
	}
	head := func(texts ...string) (r document.Row) {
		for _, s := range texts {
			c := cell(s)
			c.Header = true
			r.Cells = append(r.Cells, c)
		}
		return r
	}
	across := cell("did not play")
	across.ColSpan = 2
	inner := &document.Table{Line: 3, LastLine: 4, Rows: []document.Row{head("X", "Y"), {Cells: []document.Cell{cell("1"), cell("2")}}}}
	outer := &document.Table{
		Line: 1, LastLine: 9, Nested: []document.Block{inner},
		Rows: []document.Row{
			head("Name", "Won", "Lost"),
			{Cells: []document.Cell{cell("Ann"), cell("1"), cell("2")}},
			{Cells: []document.Cell{cell("Bea"), across}},
			{Cells: []document.Cell{cell("Cy"), cell("3"), cell("4")}},
		},
	}
	src := &source.Source{Name: "dir/nested_tables.txt"}
	doc := &document.Document{Source: src, Sections: []*document.Section{{Parent: -1, Level: 1, Line: 1, Blocks: []document.Block{outer}}}}
	d := NewPage(doc)
	d, err := Tables{}.Apply(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "tables", show(d.Table("tables"), "table", "parent", "rows", "cols", "layout"), "1 | ~ | 4 | 3 | simple\n2 | 1 | 2 | 2 | simple\n")
	wide := d.Wide()
	if len(wide) != 2 || wide[0].Name != "tables/nested-tables/01-table" || wide[1].Name != "tables/nested-tables/02-table" {
		t.Fatalf("%d wide tables", len(wide))
	}
	same(t, "rows", show(wide[0], "name", "won", "lost"), "Ann | 1 | 2\nBea | ~ | ~\nCy | 3 | 4\n")
	if len(d.Notes) != 1 || d.Notes[0].Code != "row_remark" || d.Notes[0].Observed != "did not play" || d.Notes[0].Row != 3 {
		t.Errorf("notes %+v", d.Notes)
	}
	if meta := wide[0].Schema.Meta; len(meta) != 3 || meta[0].Value != "nested-tables" {
		t.Errorf("meta %v", meta)
	}
}

// The texts over several columns of a table are one note; labels of totals are none.
func TestRemarksOfTable(t *testing.T) {
	across := func(text string) document.Row {
		return document.Row{Cells: []document.Cell{{Text: document.Text{Plain: text}}, {Text: document.Text{Plain: "did not play"}, ColSpan: 2}}}
	}
	row := func(texts ...string) (r document.Row) {
		for _, text := range texts {
			r.Cells = append(r.Cells, document.Cell{Text: document.Text{Plain: text}})
		}
		return r
	}
	table := &document.Table{Rows: []document.Row{row("Name", "Won", "Lost"), row("Ann", "1", "2"), across("Bea"), row("Cy", "3", "4"), across("Dee"), row("Eve", "5", "6")}}
	doc := &document.Document{Source: &source.Source{Name: "p"}, Sections: []*document.Section{{Parent: -1, Level: 1, Line: 1, Blocks: []document.Block{table}}}}
	d, err := Tables{}.Apply(t.Context(), NewPage(doc))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Notes) != 1 || d.Notes[0].Code != "row_remark" || !strings.HasPrefix(d.Notes[0].Message, "2 texts span") {
		t.Errorf("notes %+v", d.Notes)
	}
}

func TestPartsWithOtherHeaders(t *testing.T) {
	d := convert(t, `
= Page =
== Both ==
| Mayor | | | Taxes | |
| Name | Age | Town | Kind | Rate |
| Ann | 40 | A | land | 5% |
| Bea | 41 | B | cars | 6% |
`)
	var names []string
	for _, w := range d.Wide() {
		names = append(names, w.Name)
	}
	if got := strings.Join(names, " "); got != "tables/page/01-both tables/page/01b-both" {
		t.Fatalf("%s: %s", got, show(d.Table("tables"), "layout", "rows", "cols"))
	}
	same(t, "second", show(d.Wide()[1], "title", "kind", "rate", "line"), "Taxes | land | 5 | 6\nTaxes | cars | 6 | 7\n")
	same(t, "columns", show(d.Table("columns"), "col", "grid_col", "name"), "1 | 1 | name\n2 | 2 | age\n3 | 3 | town\n4 | 4 | kind\n5 | 5 | rate\n")
}

func TestOriginTellsThePlace(t *testing.T) {
	d := seed(t)
	w := d.Wide()[0]
	for row := range w.NumRows() {
		i := d.Cell(w, row, w.Schema.Index("candidates"))
		if i < 0 || d.Table("cells").Column("text").Str(i) != w.Column("candidates").Str(row) {
			t.Errorf("row %d: no such cell", row)
		}
	}
	if r, c := d.Place(w, 0, 0); r != 0 || c != 0 {
		t.Errorf("the title stands in %d, %d", r, c)
	}
}

func TestWithIDOfAPage(t *testing.T) {
	d := convert(t, "= A =\n| Name | Line |\n| a | 5 |\n").WithID("a-2")
	if w := d.Wide()[0]; w.Name != "tables/a-2/01-a" || w.Schema.Meta[0].Value != "a-2" {
		t.Errorf("%s, %v", w.Name, w.Schema.Meta)
	}
}

func TestValuesWithAsides(t *testing.T) {
	d := convert(t, `
= Rivers =
| Name | Length | Surveyed | Known |
| A | 50 km (31 mi) | 27-Jan-68 | early 1990s |
| B | 8 km (5 mi) | 3-May-1967 | 1850 |
`)
	w := d.Wide()[0]
	same(t, "rows", show(w, "length", "length_value", "surveyed", "known"), `
		50 km (31 mi) | 50 | 1968-01-27 | 199X
		8 km (5 mi) | 8 | 1967-05-03 | 1850
		`)
	if unit := w.Schema.Fields[w.Schema.Index("length_value")].Unit; unit != "km" {
		t.Errorf("unit %q", unit)
	}
	same(t, "findings", show(d.Findings(), "severity", "code", "field", "observed", "expected", "line"), `
		warning | two_digit_year | surveyed | 27-Jan-68 | 1968-01-27 | 4
		info | inexact_values | known | early 1990s | ~ | 4
		`)
}

func TestEmptyPage(t *testing.T) {
	d := convert(t, "")
	var names []string
	for _, tab := range d.Tables {
		names = append(names, tab.Name)
	}
	if got := strings.Join(names, " "); got != strings.Join(dataset.CoreNames, " ") {
		t.Errorf("tables %s", got)
	}
	same(t, "pages", show(d.Table("pages"), "page_id", "title", "source", "lines", "sections"), "page | page | page.txt | 0 | 1\n")
}
