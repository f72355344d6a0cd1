package wikitext

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// corpus opens a file of independent cases, one JSON object a line, or skips.
func corpus[T any](t testing.TB, name string, each func(T)) {
	t.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the independent cases are not at hand")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var v T
			if err := json.Unmarshal(line, &v); err != nil {
				t.Fatal(err)
			}
			each(v)
		}
		if err != nil {
			return
		}
	}
}

// A parserCase is a case of corpus/parsertests.
type parserCase struct {
	ID, Name, Wikitext string
	Grids              [][][]string
	Captions           [][]string
	Needs              []string
	Articles           map[string]string
}

// articles are the templates that come with a case.
type articles map[string]string

func (a articles) Lookup(name string) (string, bool) {
	for key, text := range a {
		if _, title, ok := strings.Cut(key, ":"); ok && strings.EqualFold(strings.ReplaceAll(title, "_", " "), name) {
			return text, true
		}
	}
	return "", false
}

func parse(t testing.TB, text string, templates articles) *document.Document {
	t.Helper()
	var opt Options
	if len(templates) > 0 {
		opt.Templates = templates
	}
	doc, err := New(opt).Extract(t.Context(), &source.Source{Name: "page.wiki", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// gridsOf lays the tables of a page out as the corpus has them.
func gridsOf(doc *document.Document) [][][]string {
	var out [][][]string
	doc.Walk(func(_ *document.Section, b document.Block) {
		if table, ok := b.(*document.Table); ok {
			if g := expand(table); !allEmpty(g) {
				out = append(out, g)
			}
		}
	})
	return out
}

func allEmpty(g [][]string) bool {
	for _, row := range g {
		for _, c := range row {
			if c != "" {
				return false
			}
		}
	}
	return true
}

// lowered undoes what is meant for the number parser: a raised digit is a digit to
// the corpus.
var lowered = strings.NewReplacer("²", "2", "³", "3", "⁶", "6", "₂", "2")

// expand is the HTML table model in its plainest form: an oracle for tests.
func expand(t *document.Table) [][]string {
	type hold struct {
		text string
		left int
	}
	var out [][]string
	held := map[int]*hold{}
	group := -1
	for i, row := range t.Rows {
		if row.Part.Index != group {
			group, held = row.Part.Index, map[int]*hold{}
		}
		groupRows := 0
		for _, r := range t.Rows[i:] {
			if r.Part.Index == group {
				groupRows++
			}
		}
		var line []string
		col := 0
		fill := func() {
			for held[col] != nil && held[col].left > 0 {
				line = append(line, held[col].text)
				held[col].left--
				col++
			}
		}
		for _, c := range row.Cells {
			fill()
			text := strings.Join(strings.Fields(c.Text.Plain), " ")
			rows := max(c.RowSpan, 1)
			if c.RowSpan < 0 || rows > groupRows {
				rows = groupRows
			}
			for range min(max(c.ColSpan, 1), 1000) {
				if h := held[col]; h != nil && h.left > 0 { // of two that overlap the first is seen
					line = append(line, h.text)
					h.left--
				} else {
					line = append(line, text)
					held[col] = &hold{text, rows - 1}
				}
				col++
			}
		}
		last := -1
		for k, h := range held {
			if h.left > 0 && k >= col {
				last = max(last, k)
			}
		}
		for col <= last {
			if h := held[col]; h != nil && h.left > 0 {
				line = append(line, h.text)
				h.left--
			} else {
				line = append(line, "")
			}
			col++
		}
		out = append(out, line)
	}
	width := 0
	for _, line := range out {
		width = max(width, len(line))
	}
	for i := range out {
		for len(out[i]) < width {
			out[i] = append(out[i], "")
		}
	}
	return out
}

func sameGrids(a, b [][][]string) bool {
	return slices.EqualFunc(a, b, func(x, y [][]string) bool {
		return slices.EqualFunc(x, y, func(p, q []string) bool {
			return slices.EqualFunc(p, q, func(c, d string) bool { return lowered.Replace(c) == lowered.Replace(d) })
		})
	})
}

func TestParserTests(t *testing.T) {
	for _, file := range []string{"cases", "generated"} {
		t.Run(file, func(t *testing.T) {
			passed, all := 0, 0
			corpus(t, "parsertests/"+file+".jsonl.gz", func(c parserCase) {
				all++
				want := slices.DeleteFunc(slices.Clone(c.Grids), allEmpty)
				got := gridsOf(parse(t, c.Wikitext, c.Articles))
				if sameGrids(got, want) {
					passed++
				} else {
					t.Logf("%s %s\n%s\ngot  %q\nwant %q", c.ID, c.Name, c.Wikitext, got, want)
				}
			})
			t.Logf("%s: %d of %d", file, passed, all)
		})
	}
}
