package extract_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/source"
)

func TestWikitextUnseenTextIsNoted(t *testing.T) {
	tests := []struct {
		page string
		want int // notes unseen_text
	}{
		{"<ref>Yearbook</ref>\n\nText.", 1},
		{"Text.<ref>Yearbook</ref>", 0},
		{"[[File:A.jpg]]", 0},
		{"[[Category:Rivers]]", 0},
		{"<!-- nothing -->\n\nText.", 0},
		{"{|\n| <ref>Yearbook</ref>\n|}", 0},
	}
	for _, tt := range tests {
		doc, err := wikitext.New(wikitext.Options{}).Extract(t.Context(), &source.Source{Data: []byte(tt.page)})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, n := range doc.Notes {
			if n.Code == "unseen_text" {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("%q: %d notes of unseen text, want %d", tt.page, got, tt.want)
		}
	}
}
