package extract_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

func plainText(s string) document.Text { return document.Text{Plain: s} }

// full has everything that a document can hold.
func full() *document.Document {
	aside := &document.Aside{
		Links:   []document.Link{{Target: "Rhine (river)", Start: 0, End: 5}},
		Notes:   []string{"[1]"},
		Images:  []string{"Rhine.jpg"},
		SortKey: "rhine",
	}
	inner := &document.Table{Line: 7, LastLine: 7, Rows: []document.Row{{Cells: []document.Cell{{Text: plainText("x"), Line: 7}}, Line: 7}}}
	table := &document.Table{
		Caption: plainText("Lengths"), Class: "wikitable", Line: 5, LastLine: 8,
		Rows: []document.Row{
			{Cells: []document.Cell{{Text: plainText("Name"), Line: 5, Header: true}}, Line: 5, Part: document.RowGroup{Kind: document.Head}},
			{Cells: []document.Cell{{Text: document.Text{Plain: "Rhine\nor so", Aside: aside}, Line: 6, ColSpan: 2, RowSpan: -1},
				{Line: 7}}, Line: 6, Part: document.RowGroup{Index: 1}},
		},
		Nested: []document.Block{inner},
	}
	box := &document.Infobox{Template: "Infobox river", Title: plainText("The Rhine"), Line: 2, LastLine: 3,
		Pairs:  []document.Pair{{Key: "len", Label: "Length", Group: "Size", Text: plainText("1,233 km"), Line: 3}},
		Nested: []document.Block{&document.Infobox{Line: 3, LastLine: 3}}}
	return &document.Document{
		Format: "wikitext", Title: "Rivers", Lines: 9, Categories: []string{"Water"}, Redirect: "Streams",
		Sections: []*document.Section{
			{Parent: -1, Level: 1, Title: plainText("Rivers"), Line: 1, Blocks: []document.Block{box, &document.Paragraph{Text: plainText("Long."), Line: 4}}},
			{Index: 1, Level: 2, Title: plainText("Lengths"), Line: 4, Blocks: []document.Block{table,
				&document.List{Line: 9, Items: []document.Item{{Depth: 2, Marker: "**", Text: plainText("It ends."), Line: 9}}}}},
		},
		Notes: []source.Note{
			{Code: "odd_thing", Where: "cell", Line: 6, Table: 1, Row: 2, Col: 1, Field: "x", Observed: "1", Expected: "2", Message: "what to know"},
			{Severity: source.Error, Code: "page_thing", Where: "page", Message: "all of it"}},
	}
}

func TestOutline(t *testing.T) {
	want := `wikitext ⟨Rivers⟩, 9 lines
redirect ⟨Streams⟩
category ⟨Water⟩
   1 section 0 level 1 ⟨Rivers⟩
   2   infobox to 3 template ⟨Infobox river⟩ title ⟨The Rhine⟩
   3     group ⟨Size⟩ ⟨len⟩ label ⟨Length⟩ = ⟨1,233 km⟩
   3     infobox to 3
   4   paragraph ⟨Long.⟩
   4 section 1 level 2 in 0 ⟨Lengths⟩
   5   table to 8 class ⟨wikitable⟩ caption ⟨Lengths⟩
   5     row of head 0 !⟨Name⟩
   6     row of body 1 2x-1⟨Rhine↵or so⟩ link 0-5 ⟨Rhine (river)⟩ note ⟨[1]⟩ image ⟨Rhine.jpg⟩ sort ⟨rhine⟩ 7:⟨⟩
   7     table to 7
   7       row ⟨x⟩
   9   list
   9     2 ** ⟨It ends.⟩
notes
   6 info odd_thing in cell table 1 row 2 column 1 of ⟨x⟩ has ⟨1⟩ not ⟨2⟩ - what to know
   0 error page_thing in page - all of it
`
	if got := dump(full()); got != want {
		t.Errorf("the outline is\n%s\nwant\n%s", got, want)
	}
}
