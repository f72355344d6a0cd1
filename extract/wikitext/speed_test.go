package wikitext

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestSpeed prints the speed that compare/run sets beside that of other parsers.
func TestSpeed(t *testing.T) {
	file, share := extracttest.SpeedPages(t)
	var pages []*source.Source
	n := 0
	extracttest.EachLine(t, file, func(p wikiPage) {
		if n++; (n-1)%share == 0 {
			pages = append(pages, &source.Source{Title: p.Title, Data: []byte(p.Text)})
		}
	})
	extracttest.Speed(t, pages, New(Options{}))
}
