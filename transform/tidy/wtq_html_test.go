package tidy

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestTypesOfRenderedTables measures the types of the same columns as
// TestTypesOfWikiTables, from the pages themselves: with their spans, line breaks and
// sort keys.
func TestTypesOfRenderedTables(t *testing.T) {
	gold := goldColumns(t)
	scores := map[string]*score{}
	eachRendered(t, func(id, page string, index int) {
		table := renderedTable(t, page, index)
		if table == nil {
			t.Logf("%s: no table %d", id, index)
			return
		}
		doc := &document.Document{Source: &source.Source{Name: "table.html"},
			Sections: []*document.Section{{Parent: -1, Level: 1, Line: 1, Blocks: []document.Block{table}}}}
		d, err := Tables{}.Apply(t.Context(), NewPage(doc))
		if err != nil {
			t.Fatal(err)
		}
		scoreColumns(t, scores, d.Table("columns"), gold[id])
	})
	reportScores(t, scores, []floor{
		{"number, every value", 0.985}, {"date, every value", 0.996}, {"year, every value", 1},
		{"year_or_number", 0.93}, {"not_number_or_date", 0.999}, {"not_number_or_date, not seen", 0},
	})
}

// renderedTable is the table of a page that is the index-th of the class wikitable.
func renderedTable(t *testing.T, page string, index int) (found *document.Table) {
	t.Helper()
	doc, err := html.New(html.Options{}).Extract(t.Context(), &source.Source{Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	doc.Walk(func(_ *document.Section, b document.Block) {
		class := ""
		table, _ := b.(*document.Table)
		switch b := b.(type) {
		case *document.Table:
			class = b.Class
		case *document.Infobox:
			class = b.Class
		}
		if strings.Contains(" "+class+" ", " wikitable ") {
			if index--; index == -1 {
				found = table
			}
		}
	})
	if found != nil {
		found.Nested = nil
	}
	return found
}

// eachRendered reads the pages of the corpus, each before what is known of it.
func eachRendered(t *testing.T, f func(id, page string, index int)) {
	t.Helper()
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	file, err := os.Open(filepath.Join(corpus, "wtq", "pages.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	pages, indices := map[string]string{}, map[string]int{}
	for in := tar.NewReader(z); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(h.Name, "./")
		id := strings.TrimSuffix(name, filepath.Ext(name))
		switch filepath.Ext(name) {
		case ".html":
			pages[id] = string(data)
		case ".json":
			var about struct{ TableIndex int }
			if err := json.Unmarshal(data, &about); err != nil {
				t.Fatal(err)
			}
			indices[id] = about.TableIndex
		}
		page, ok := pages[id]
		if index, known := indices[id]; ok && known {
			f(id, page, index)
			delete(pages, id)
		}
	}
}
