//go:build unix

package extract_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/source"
)

// TestWikitextSpeed prints the speed that compare/run sets beside that of other parsers.
func TestWikitextSpeed(t *testing.T) {
	file, share := SpeedPages(t)
	var pages []*source.Source
	n := 0
	EachLine(t, file, func(p wikitextWikiPage) {
		if n++; (n-1)%share == 0 {
			pages = append(pages, &source.Source{Title: p.Title, Data: []byte(p.Text)})
		}
	})
	Speed(t, pages, wikitext.New(wikitext.Options{}))
}
