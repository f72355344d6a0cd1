package extract_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// htmlDiffers are the cases that do not come out as the corpus has them, and why.
var htmlDiffers = map[string]string{
	"b67923cb6d35": "a cell with a picture has what the picture says of itself",
}

// TestHTMLParserTests compares the tables in MediaWiki's HTML, of both parsers, with the
// grids that the corpus has of them.
func TestHTMLParserTests(t *testing.T) {
	ParserTests(t, htmlDiffers, func(t *testing.T, c *ParserCase) *document.Document {
		return htmlRead(t, &source.Source{Data: []byte(c.HTML)})
	})
}
