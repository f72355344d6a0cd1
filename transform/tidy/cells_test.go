package tidy

import (
	"context"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// A cell with nothing but a reference shows no text, and keeps the reference; one
// that is blank is no row.
func TestCellsOfReferences(t *testing.T) {
	page := "{|\n! River !! Ref. !! Image\n|-\n| Rhine || <ref>Survey</ref> || [[File:Rhine.jpg]]\n|-\n| Elbe || ||\n|}\n"
	doc, err := wikitext.New(wikitext.Options{}).Extract(context.Background(), &source.Source{Name: "rivers.wiki", Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Tables{}.Apply(context.Background(), NewPage(doc))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "cells", show(d.Table("cells"), "row", "col", "text", "note", "type"), `
		1 | 1 | River | ~ | string
		1 | 2 | Ref. | ~ | string
		1 | 3 | Image | ~ | string
		2 | 1 | Rhine | ~ | string
		2 | 2 |  | Survey | string
		3 | 1 | Elbe | ~ | string
	`)
}
