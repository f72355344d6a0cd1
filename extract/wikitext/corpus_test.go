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
	"github.com/tidywiki/tidywiki/transform/grid"
)

// corpus opens a file of independent cases, one JSON object a line, or skips.
func corpus[T any](t testing.TB, name string, each func(T)) {
	t.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the independent cases are not at hand")
	}
	readLines(t, filepath.Join(dir, name), each)
}

// readLines reads a compressed file of JSON objects, one a line.
func readLines[T any](t testing.TB, name string, each func(T)) {
	t.Helper()
	f, err := os.Open(name)
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
			if g := gridOf(table); !allEmpty(g) {
				out = append(out, g)
			}
		}
	})
	return out
}

func gridOf(t *document.Table) [][]string {
	g, _ := grid.Expand(t)
	var out [][]string
	for r := range g.Rows {
		var row []string
		for c := range g.Cols {
			row = append(row, strings.Join(strings.Fields(g.At(r, c).Plain), " "))
		}
		out = append(out, row)
	}
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

func sameGrids(a, b [][][]string) bool {
	return slices.EqualFunc(a, b, func(x, y [][]string) bool {
		return slices.EqualFunc(x, y, func(p, q []string) bool {
			return slices.EqualFunc(p, q, func(c, d string) bool { return lowered.Replace(c) == lowered.Replace(d) })
		})
	})
}

// differs are the cases that do not come out as the corpus has them, and why.
var differs = map[string]string{
	"738d1ccc82fe": "a tag that only the parser's own tests have",
	"17698a05f407": "a tag that only the parser's own tests have",
	"b55f92e4cb47": "a tag that only the parser's own tests have",
	"fe796cc8a4b2": "the caption of a file without a frame is in the HTML but not on the screen",
	"b67923cb6d35": "a link over two lines with a | at the beginning of the second: a cell to MediaWiki's old parser and to us",
	"3dac5cfd796e": "the template is not given",
}

func TestParserTests(t *testing.T) {
	for _, file := range []string{"cases", "generated"} {
		t.Run(file, func(t *testing.T) {
			passed, all := 0, 0
			corpus(t, "parsertests/"+file+".jsonl.gz", func(c parserCase) {
				all++
				want := slices.DeleteFunc(slices.Clone(c.Grids), allEmpty)
				doc := c.parse(t)
				validate(t, doc)
				got := gridsOf(doc)
				_, known := differs[c.ID]
				switch same := sameGrids(got, want); {
				case same && known:
					t.Errorf("%s comes out right: it need not be listed", c.ID)
				case same:
					passed++
				case !known:
					t.Errorf("%s %s\n%s\ngot  %q\nwant %q", c.ID, c.Name, c.Wikitext, got, want)
				}
			})
			t.Logf("%s: %d of %d", file, passed, all)
		})
	}
}

// parse reads the page of a case, in a language with variants where it is about
// them.
func (c parserCase) parse(t *testing.T) *document.Document {
	src := &source.Source{Data: []byte(c.Wikitext)}
	if slices.Contains(c.Needs, "langconv") {
		src.Language = "zh"
	}
	doc, err := New(Options{Templates: articles(c.Articles)}).Extract(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
