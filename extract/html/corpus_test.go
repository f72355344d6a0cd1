package html

import (
	"archive/tar"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A wikiPage is a page of WikiTableQuestions. Index counts the tables of the class
// wikitable up to the one that the corpus has the grid of.
type wikiPage struct {
	id, html string
	Title    string `json:"title"`
	Index    int    `json:"tableIndex"`
}

// wikiPages are the pages of corpus/wtq by the number of their table.
func wikiPages(t testing.TB) map[string]*wikiPage {
	t.Helper()
	pages := map[string]*wikiPage{}
	for in := tar.NewReader(extracttest.Open(t, extracttest.Corpus(t, "wtq/pages.tar.gz"))); ; {
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
			pages[id] = &wikiPage{id: id}
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
type wikiGrid struct {
	Table string
	Rows  [][]string
	TH    [][]bool
}

func read(t testing.TB, src *source.Source) *document.Document {
	t.Helper()
	doc, err := New(Options{}).Extract(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// wikitable finds the table of a page that its index means, by the line on which an
// independent tokenizer finds it.
func (p *wikiPage) wikitable(doc *document.Document) *document.Table {
	line, same := p.place()
	var found *document.Table
	doc.Walk(func(_ *document.Section, b document.Block) {
		if t, ok := b.(*document.Table); ok && t.Line == line && hasClass(t.Class, "wikitable") {
			if same--; same == -1 {
				found = t
			}
		}
	})
	return found
}

// place is the line of the table, and how many such begin on the line before it.
func (p *wikiPage) place() (line, same int) {
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
				return a.Key == "class" && hasClass(a.Val, "wikitable")
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
type miss string

// The differences that are meant, and others.
const (
	picture miss = "a picture's own text" // the corpus leaves pictures out
	raised  miss = "a raised number"      // as Unicode has it: km²
	remark  miss = "an editorial remark"  // [citation needed] is a note
	unmeant miss = "other"
)

// compare returns why a cell is not the text of the corpus, "" if it is.
func compare(c *grid.Cell, want string) miss {
	got, want := collapsed(c.Plain), collapsed(want)
	switch {
	case got == want:
		return ""
	case want == "" && c.Aside != nil && len(c.Aside.Images) > 0:
		return picture
	case lower.Replace(got) == dash.Replace(want):
		return raised
	}
	bare := want
	for _, n := range c.Notes() {
		bare = strings.Replace(bare, n, "", 1)
	}
	if lower.Replace(got) == dash.Replace(collapsed(bare)) {
		return remark
	}
	return unmeant
}

// lower undoes what is meant for the reader of numbers.
var lower = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9",
	"⁺", "+", "⁻", "-", "–", "-", "−", "-", "⁽", "(", "⁾", ")", "₀", "0", "₁", "1", "₂", "2", "₃", "3", "₄", "4", "₅", "5", "₆", "6", "₇", "7", "₈", "8", "₉", "9")

var dash = strings.NewReplacer("–", "-", "−", "-")

// A wikiScore counts tables and cells.
type wikiScore struct {
	tables, cells         int
	sameTables, sameCells int          // exactly
	meantTables           int          // but for differences that are meant
	misses                map[miss]int // cells
}

// TestWikiTables compares the grids of the tables of 1,191 pages with those of the
// corpus. The floors may only rise.
func TestWikiTables(t *testing.T) {
	pages := wikiPages(t)
	s := wikiScore{misses: map[miss]int{}}
	extracttest.EachLine(t, extracttest.Corpus(t, "wtq/recipe_grids.jsonl.gz"), func(want wikiGrid) {
		p := pages[want.Table]
		doc := read(t, &source.Source{Title: p.Title, Data: []byte(p.html)})
		valid(t, doc)
		s.add(t, &want, p.wikitable(doc))
	})
	meant := s.cells - s.misses[unmeant]
	t.Logf("exactly the same: %d of %d tables, %d of %d cells", s.sameTables, s.tables, s.sameCells, s.cells)
	t.Logf("but for what is meant: %d tables, %d cells", s.meantTables, meant)
	for _, why := range []miss{picture, raised, remark, unmeant} {
		t.Logf("%6d cells: %s", s.misses[why], why)
	}
	if s.meantTables < 1180 || meant < s.cells-60 || s.sameTables < 1060 {
		t.Errorf("the scores have fallen")
	}
}

func (s *wikiScore) add(t *testing.T, want *wikiGrid, table *document.Table) {
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
			why := compare(g.At(r, c), text)
			if why == "" {
				s.sameCells++
				continue
			}
			s.misses[why]++
			same = false
			if why == unmeant {
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
