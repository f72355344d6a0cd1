package outline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/source"
)

func TestOpen(t *testing.T) {
	for _, tt := range []struct {
		name                    string
		levels, parents, become []int
	}{
		{"beside one another", []int{2, 2}, []int{0, 0}, []int{2, 2}},
		{"below one another", []int{2, 3, 4}, []int{0, 1, 2}, []int{2, 3, 4}},
		{"a level left out", []int{2, 4, 3}, []int{0, 1, 1}, []int{2, 4, 3}},
		{"back to an upper level", []int{2, 3, 2, 3}, []int{0, 1, 0, 3}, []int{2, 3, 2, 3}},
		{"not below one that is closed", []int{3, 2, 4}, []int{0, 0, 2}, []int{3, 2, 4}},
		{"level 1 is not a title here", []int{1, 2, 1}, []int{0, 1, 0}, []int{2, 2, 2}},
		{"the deepest", []int{6, 6}, []int{0, 0}, []int{6, 6}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var o outline.Outline
			var mem memory.Document
			doc := &document.Document{Sections: []*document.Section{{Parent: -1, Level: 1}}}
			o.Begin(doc, &mem, &source.Notes{})
			var parents, become []int
			for i, level := range tt.levels {
				o.Open(level, document.Text{Plain: "t"}, i+1)
				s := o.Section
				if s.Index != i+1 || doc.Sections[s.Index] != s || s.Line != i+1 || s.Title.Plain != "t" {
					t.Errorf("section %d is %+v", i+1, s)
				}
				parents, become = append(parents, s.Parent), append(become, s.Level)
			}
			if !slices.Equal(parents, tt.parents) || !slices.Equal(become, tt.become) {
				t.Errorf("parents %v, levels %v, want %v and %v", parents, become, tt.parents, tt.become)
			}
		})
	}
}

func TestOnlyBoxes(t *testing.T) {
	box, text := &document.Infobox{}, &document.Paragraph{}
	for _, tt := range []struct {
		blocks []document.Block
		want   bool
	}{
		{nil, true}, {[]document.Block{box, box}, true}, {[]document.Block{box, text}, false}, {[]document.Block{&document.Table{}}, false},
	} {
		if got := outline.OnlyBoxes(&document.Section{Blocks: tt.blocks}); got != tt.want {
			t.Errorf("%v: %v", tt.blocks, got)
		}
	}
}

func TestBlocks(t *testing.T) {
	var o outline.Outline
	var mem memory.Document
	var notes source.Notes
	for range 2 { // a second page begins with nothing of the first
		doc := &document.Document{Sections: []*document.Section{{}}}
		notes = source.Notes{}
		o.Begin(doc, &mem, &notes)
		text := document.Text{Plain: "a"}
		o.AddItem(document.Item{Depth: 1, Text: text, Line: 1})
		o.Add() // ends no list
		o.AddItem(document.Item{Depth: 1, Text: text, Line: 2})
		o.AddParagraph(document.Text{Aside: &document.Aside{Notes: []string{"n", "m"}}}, 3)
		o.AddItem(document.Item{Depth: 1, Text: text, Line: 4})
		o.Add(&document.Table{})
		o.AddItem(document.Item{Depth: 1, Text: text, Line: 5})
		o.AddParagraph(text, 6)
		o.AddItem(document.Item{Depth: 1, Text: text, Line: 7})
		o.EndList()
		o.EndList()
		var got []string
		for _, b := range doc.Sections[0].Blocks {
			if l, ok := b.(*document.List); ok {
				got = append(got, fmt.Sprint("list of ", len(l.Items), " on ", l.Line))
			} else {
				got = append(got, fmt.Sprintf("%T", b))
			}
		}
		if got, want := strings.Join(got, ", "), "list of 3 on 1, *document.Table, list of 1 on 5, *document.Paragraph, list of 1 on 7"; got != want {
			t.Errorf("blocks %s, want %s", got, want)
		}
		if n := notes.Sorted(); len(n) != 2 || n[0].Observed != "n" || n[0].Line != 3 {
			t.Errorf("notes %+v", n)
		}
	}
}

func TestSameTitle(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Rhine_(river)", "Rhine (river)", true}, {"EBay", "eBay", true}, {"", "", true}, {"Rhine", "Rhine (river)", false}, {"A b", "Ab", false},
	} {
		if got := outline.SameTitle(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
	}
}
