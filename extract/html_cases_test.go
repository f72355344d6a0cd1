package extract_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestHTMLCases reads the archives of testdata/cases: pages and their outlines.
func TestHTMLCases(t *testing.T) {
	Cases{Dir: "html", Ext: ".html", Titled: true, Read: func(t *testing.T, page []byte, _ map[string]string) *document.Document {
		return htmlRead(t, &source.Source{Data: page})
	}}.Run(t)
}
