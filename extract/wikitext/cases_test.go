package wikitext

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
)

// TestCases reads the archives of testdata/cases: pages, their templates and their
// outlines.
func TestCases(t *testing.T) {
	extracttest.Cases{Ext: ".wiki", Read: func(t *testing.T, page []byte, templates map[string]string) *document.Document {
		return parse(t, string(page), templates)
	}}.Run(t)
}
