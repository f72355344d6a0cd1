package extract_test

import (
	"bytes"
	"compress/bzip2"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

type wikitextWikiPage struct{ Title, Lang, Text string }

// TestWikitextPages reads the corpus's pages: each line that begins a table gives one.
func TestWikitextPages(t *testing.T) {
	tables, boxes := 0, 0
	EachLine(t, Corpus(t, "wikitext/pages.jsonl.gz"), func(p wikitextWikiPage) {
		doc := wikitextReadPage(t, p)
		n := 0
		doc.Walk(func(_ *document.Section, b document.Block) {
			switch b.(type) {
			case *document.Table:
				n++
			case *document.Infobox:
				boxes++
			}
		})
		if starts := wikitextTableStarts(p.Text); n < starts {
			t.Errorf("%s: %d tables of %d", p.Title, n, starts)
		}
		tables += n
	})
	if tables < 250 || boxes < 120 {
		t.Errorf("%d tables and %d infoboxes", tables, boxes)
	}
	t.Logf("%d tables, %d infoboxes", tables, boxes)
}

func wikitextReadPage(t *testing.T, p wikitextWikiPage) *document.Document {
	t.Helper()
	doc, err := wikitext.New(wikitext.Options{}).Extract(t.Context(), &source.Source{Title: p.Title, Language: p.Lang, Data: []byte(p.Text)})
	if err != nil {
		t.Fatal(err)
	}
	Validate(t, doc)
	return doc
}

// wikitextTableStarts counts the lines that begin a table. Those inside a comment are none.
func wikitextTableStarts(text string) int {
	n, comment := 0, false
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimLeft(strings.TrimSpace(line), ": \t"), "{|") && !comment {
			n++
		}
		if i := strings.LastIndex(line, "<!--"); i >= 0 {
			comment = true
		}
		if strings.LastIndex(line, "-->") > strings.LastIndex(line, "<!--") {
			comment = false
		}
	}
	return n
}

// TestWikitextDumps reads the pages of the corpus's dumps as single files.
func TestWikitextDumps(t *testing.T) {
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the dumps are not at hand")
	}
	files, err := filepath.Glob(filepath.Join(dir, "dumps", "*.xml*"))
	if err != nil || len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join(dir, "dumps", "*"))
	}
	pages := 0
	for _, file := range files {
		wikitextEachDumped(t, file, func(p wikitextWikiPage) {
			wikitextReadPage(t, p)
			pages++
		})
	}
	if pages < 100 {
		t.Errorf("only %d pages in %d dumps", pages, len(files))
	}
	t.Logf("%d pages", pages)
}

// wikitextEachDumped calls each with the wikitext pages of a dump, up to where it is cut
// off.
func wikitextEachDumped(t *testing.T, file string, each func(wikitextWikiPage)) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var r io.Reader = bytes.NewReader(data)
	if bytes.HasPrefix(data, []byte("BZh")) {
		r = bzip2.NewReader(r)
	}
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.Token()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.Logf("%s: %v", filepath.Base(file), err)
			}
			return
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "page" {
			continue
		}
		var page struct {
			Title    string `xml:"title"`
			Revision []struct {
				Model string `xml:"model"`
				Text  string `xml:"text"`
			} `xml:"revision"`
		}
		if d.DecodeElement(&page, &start) != nil {
			return
		}
		for _, rev := range page.Revision {
			if rev.Model == "" || rev.Model == "wikitext" {
				each(wikitextWikiPage{Title: page.Title, Text: rev.Text})
			}
		}
	}
}
