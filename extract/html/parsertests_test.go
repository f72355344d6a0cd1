package html

import (
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A parserCase is a case of MediaWiki's own parser tests, with the HTML that it
// makes.
type parserCase struct {
	ID, Name, HTML string
	Grids          [][][]string
}

// differs are the cases that do not come out as the corpus has them, and why.
var differs = map[string]string{
	"b67923cb6d35": "a cell with a picture has what the picture says of itself",
}

// TestParserTests compares the tables in MediaWiki's HTML, of both parsers, with the
// grids that the corpus has of them.
func TestParserTests(t *testing.T) {
	for _, file := range []string{"cases", "generated"} {
		t.Run(file, func(t *testing.T) {
			passed, all := 0, 0
			eachLine(t, "parsertests/"+file+".jsonl.gz", func(c parserCase) {
				all++
				doc := read(t, &source.Source{Data: []byte(c.HTML)})
				validate(t, doc)
				want := slices.DeleteFunc(slices.Clone(c.Grids), allEmpty)
				got := gridsOf(doc)
				_, known := differs[c.ID]
				switch same := sameGrids(got, want); {
				case same && known:
					t.Errorf("%s comes out right: it need not be listed", c.ID)
				case same:
					passed++
				case !known:
					t.Errorf("%s %s\n%s\ngot  %q\nwant %q", c.ID, c.Name, c.HTML, got, want)
				}
			})
			t.Logf("%s: %d of %d", file, passed, all)
		})
	}
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
			row = append(row, collapsed(g.At(r, c).Plain))
		}
		out = append(out, row)
	}
	return out
}

func allEmpty(g [][]string) bool {
	return !slices.ContainsFunc(g, func(row []string) bool {
		return slices.ContainsFunc(row, func(c string) bool { return c != "" })
	})
}

func sameGrids(a, b [][][]string) bool {
	return slices.EqualFunc(a, b, func(x, y [][]string) bool {
		return slices.EqualFunc(x, y, func(p, q []string) bool {
			return slices.EqualFunc(p, q, func(c, d string) bool { return lower.Replace(c) == lower.Replace(d) })
		})
	})
}
