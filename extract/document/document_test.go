package document_test

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

func text(s string) document.Text { return document.Text{Plain: s} }

func full() *document.Document {
	table := &document.Table{Nested: []document.Block{&document.Table{}}}
	box := &document.Infobox{Nested: []document.Block{&document.Infobox{}}}
	return &document.Document{Sections: []*document.Section{
		{Blocks: []document.Block{box, &document.Paragraph{}}},
		{Blocks: []document.Block{table, &document.List{}}},
	}}
}

func TestWalkGoesIntoNestedBlocks(t *testing.T) {
	var kinds []string
	full().Walk(func(s *document.Section, b document.Block) {
		switch b.(type) {
		case *document.Paragraph:
			kinds = append(kinds, "paragraph")
		case *document.List:
			kinds = append(kinds, "list")
		case *document.Table:
			kinds = append(kinds, "table")
		case *document.Infobox:
			kinds = append(kinds, "infobox")
		}
	})
	if got, want := strings.Join(kinds, " "), "infobox infobox paragraph table table list"; got != want {
		t.Errorf("Walk visits %s, want %s", got, want)
	}
}
