package html

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
	"github.com/tidywiki/tidywiki/extract/source"
)

// differs are the cases that do not come out as the corpus has them, and why.
var differs = map[string]string{
	"b67923cb6d35": "a cell with a picture has what the picture says of itself",
}

// TestParserTests compares the tables in MediaWiki's HTML, of both parsers, with the
// grids that the corpus has of them.
func TestParserTests(t *testing.T) {
	extracttest.ParserTests(t, differs, func(t *testing.T, c *extracttest.ParserCase) *document.Document {
		return read(t, &source.Source{Data: []byte(c.HTML)})
	})
}
