package extract_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

// TestWikitextCases reads the archives of testdata/cases: pages, their templates and their
// outlines.
func TestWikitextCases(t *testing.T) {
	Cases{Dir: "wikitext", Ext: ".wiki", Read: func(t *testing.T, page []byte, templates map[string]string) *document.Document {
		return wikitextParse(t, string(page), templates)
	}}.Run(t)
}
