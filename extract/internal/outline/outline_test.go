package outline_test

import (
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
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
			var parents, become []int
			for i, level := range tt.levels {
				s := o.Open(doc, &mem, level, document.Text{Plain: "t"}, i+1)
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
