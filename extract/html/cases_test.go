package html

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestCases reads the archives of testdata/cases: pages and their outlines.
func TestCases(t *testing.T) {
	extracttest.Cases{Ext: ".html", Titled: true, Read: func(t *testing.T, page []byte, _ map[string]string) *document.Document {
		return read(t, &source.Source{Data: page})
	}}.Run(t)
}
