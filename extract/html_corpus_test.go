package extract_test

import (
	"archive/tar"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/html"

	nethtml "golang.org/x/net/html"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A wikiPage is a page of WikiTableQuestions. Index counts the tables of the class
// wikitable up to the one that the corpus has the grid of.
type htmlWikiPage struct {
	id, html string
	Title    string `json:"title"`
	Index    int    `json:"tableIndex"`
}

// htmlWikiPages are the pages of corpus/wtq by the number of their table.
func htmlWikiPages(t testing.TB) map[string]*htmlWikiPage {
	t.Helper()
	pages := map[string]*htmlWikiPage{}
	for in := tar.NewReader(Open(t, Corpus(t, "wtq/pages.tar.gz"))); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return pages
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
		if pages[id] == nil {
			pages[id] = &htmlWikiPage{id: id}
		}
		switch filepath.Ext(name) {
		case ".html":
			pages[id].html = string(data)
		case ".json":
			if err := json.Unmarshal(data, pages[id]); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A wikiGrid is the grid of the table of a page: spans are copied, what is hidden is
// left out.
type htmlWikiGrid struct {
	Table string
	Rows  [][]string
	TH    [][]bool
}

func htmlRead(t testing.TB, src *source.Source) *document.Document {
	t.Helper()
	doc, err := html.New(html.Options{}).Extract(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// wikitable finds the table of a page that its index means, by the line on which an
// independent tokenizer finds it.
func (p *htmlWikiPage) wikitable(doc *document.Document) *document.Table {
	line, same := p.place()
	var found *document.Table
	doc.Walk(func(_ *document.Section, b document.Block) {
		if t, ok := b.(*document.Table); ok && t.Line == line && slices.Contains(strings.Fields(strings.ToLower(t.Class)), "wikitable") {
			if same--; same == -1 {
				found = t
			}
		}
	})
	return found
}

// place is the line of the table, and how many such begin on the line before it.
func (p *htmlWikiPage) place() (line, same int) {
	z := nethtml.NewTokenizer(strings.NewReader(p.html))
	line = 1
	last := 0
	for index := p.Index; ; {
		kind := z.Next()
		if kind == nethtml.ErrorToken {
			return 0, 0
		}
		raw := string(z.Raw())
		if kind == nethtml.StartTagToken || kind == nethtml.SelfClosingTagToken {
			token := z.Token()
			if token.Data == "table" && slices.ContainsFunc(token.Attr, func(a nethtml.Attribute) bool {
				return a.Key == "class" && slices.Contains(strings.Fields(strings.ToLower(a.Val)), "wikitable")
			}) {
				if same++; line != last {
					same = 0
				}
				last = line
				if index == 0 {
					return line, same
				}
				index--
			}
		}
		line += strings.Count(raw, "\n")
	}
}

// A miss is a cell that is not as the corpus has it, and why.
type htmlMiss string

// The differences that are meant, and others.
const (
	htmlPicture htmlMiss = "a picture's own text" // the corpus leaves pictures out
	htmlRaised  htmlMiss = "a raised number"      // as Unicode has it: km²
	htmlRemark  htmlMiss = "an editorial remark"  // [citation needed] is a note
	htmlUnmeant htmlMiss = "other"
)

// htmlCompare returns why a cell is not the text of the corpus, "" if it is.
func htmlCompare(c *grid.Cell, want string) htmlMiss {
	got, want := collapsed(c.Plain), collapsed(want)
	switch {
	case got == want:
		return ""
	case (want == "" || strings.TrimLeft(got, "▲▼ ") == want) && c.Aside != nil && len(c.Aside.Images) > 0:
		return htmlPicture
	case htmlLower.Replace(got) == htmlDash.Replace(want):
		return htmlRaised
	}
	bare := want
	for _, n := range c.Notes() {
		bare = strings.Replace(bare, n, "", 1)
	}
	if htmlLower.Replace(got) == htmlDash.Replace(collapsed(bare)) {
		return htmlRemark
	}
	return htmlUnmeant
}

// htmlLower undoes what is meant for the reader of numbers.
var htmlLower = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9",
	"⁺", "+", "⁻", "-", "–", "-", "−", "-", "⁽", "(", "⁾", ")", "₀", "0", "₁", "1", "₂", "2", "₃", "3", "₄", "4", "₅", "5", "₆", "6", "₇", "7", "₈", "8", "₉", "9")

var htmlDash = strings.NewReplacer("–", "-", "−", "-")

// A wikiScore counts tables and cells.
type htmlWikiScore struct {
	tables, cells         int
	sameTables, sameCells int              // exactly
	meantTables           int              // but for differences that are meant
	misses                map[htmlMiss]int // cells
}

// TestHTMLWikiTables compares the grids of the tables of 1,191 pages with those of the
// corpus. The floors may only rise.
func TestHTMLWikiTables(t *testing.T) {
	pages := htmlWikiPages(t)
	s := htmlWikiScore{misses: map[htmlMiss]int{}}
	EachLine(t, Corpus(t, "wtq/recipe_grids.jsonl.gz"), func(want htmlWikiGrid) {
		p := pages[want.Table]
		doc := htmlRead(t, &source.Source{Title: p.Title, Data: []byte(p.html)})
		htmlValid(t, doc)
		s.add(t, &want, p.wikitable(doc))
	})
	meant := s.cells - s.misses[htmlUnmeant]
	t.Logf("exactly the same: %d of %d tables, %d of %d cells", s.sameTables, s.tables, s.sameCells, s.cells)
	t.Logf("but for what is meant: %d tables, %d cells", s.meantTables, meant)
	for _, why := range []htmlMiss{htmlPicture, htmlRaised, htmlRemark, htmlUnmeant} {
		t.Logf("%6d cells: %s", s.misses[why], why)
	}
	if s.meantTables < 1180 || meant < s.cells-60 || s.sameTables < 1060 {
		t.Errorf("the scores have fallen")
	}
}

func (s *htmlWikiScore) add(t *testing.T, want *htmlWikiGrid, table *document.Table) {
	s.tables++
	if table == nil {
		t.Logf("%s: no such table", want.Table)
		return
	}
	g, _ := grid.Expand(table)
	if g.Rows != len(want.Rows) {
		t.Logf("%s: %d rows, want %d", want.Table, g.Rows, len(want.Rows))
		return
	}
	same, meant := true, true
	for r := range want.Rows {
		for c := range g.Cols {
			text := ""
			if c < len(want.Rows[r]) {
				text = want.Rows[r][c]
			}
			s.cells++
			why := htmlCompare(g.At(r, c), text)
			if why == "" {
				s.sameCells++
				continue
			}
			s.misses[why]++
			same = false
			if why == htmlUnmeant {
				meant = false
				t.Logf("%s: row %d, column %d is %q, want %q", want.Table, r+1, c+1, g.At(r, c).Plain, text)
			}
		}
	}
	if same {
		s.sameTables++
	}
	if meant {
		s.meantTables++
	}
}

// collapsed is s with each run of white space as one space and none at the ends.
func collapsed(s string) string { return strings.Join(strings.Fields(s), " ") }
