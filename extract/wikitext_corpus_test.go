package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// wikitextArticles are the templates that come with a case.
type wikitextArticles map[string]string

func (a wikitextArticles) Lookup(name string) (string, bool) {
	for key, text := range a {
		if _, title, ok := strings.Cut(key, ":"); ok && strings.EqualFold(strings.ReplaceAll(title, "_", " "), name) {
			return text, true
		}
	}
	return "", false
}

func wikitextParse(t testing.TB, text string, templates wikitextArticles) *document.Document {
	t.Helper()
	var opt wikitext.Options
	if len(templates) > 0 {
		opt.Templates = templates
	}
	doc, err := wikitext.New(opt).Extract(t.Context(), &source.Source{Name: "page.wiki", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// wikitextDiffers are the cases that do not come out as the corpus has them, and why.
var wikitextDiffers = map[string]string{
	"738d1ccc82fe": "a tag that only the parser's own tests have",
	"17698a05f407": "a tag that only the parser's own tests have",
	"b55f92e4cb47": "a tag that only the parser's own tests have",
	"b67923cb6d35": "a link over two lines with a | at the beginning of the second: a cell to MediaWiki's old parser and to us",
	"3dac5cfd796e": "the template is not given",
}

// TestWikitextParserTests compares the tables of each case with the grids of the corpus.
func TestWikitextParserTests(t *testing.T) {
	ParserTests(t, wikitextDiffers, wikitextReadCase)
}

// wikitextReadCase reads the page of a case, in a language with variants where it is about
// them.
func wikitextReadCase(t *testing.T, c *ParserCase) *document.Document {
	src := &source.Source{Data: []byte(c.Wikitext)}
	if slices.Contains(c.Needs, "langconv") {
		src.Language = "zh"
	}
	doc, err := wikitext.New(wikitext.Options{Templates: wikitextArticles(c.Articles)}).Extract(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
