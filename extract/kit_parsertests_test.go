package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A ParserCase is a case of MediaWiki's own parser tests: the markup, the HTML that
// MediaWiki makes of it, and the grids of the tables in that, by an independent reader.
type ParserCase struct {
	ID, Name       string
	Wikitext, HTML string
	Grids          [][][]string
	Needs          []string          // of the wiki, like langconv
	Articles       map[string]string // the pages that come with it, templates among them
}

// ParserTests compares the tables that read finds in each case with its grids. differs
// has the reasons why some come out otherwise; one that does not any more is an error.
func ParserTests(t *testing.T, differs map[string]string, read func(*testing.T, *ParserCase) *document.Document) {
	for _, file := range []string{"cases", "generated"} {
		t.Run(file, func(t *testing.T) {
			passed, all := 0, 0
			EachLine(t, Corpus(t, "parsertests/"+file+".jsonl.gz"), func(c ParserCase) {
				all++
				doc := read(t, &c)
				Validate(t, doc)
				want := slices.DeleteFunc(slices.Clone(c.Grids), allEmpty)
				got := gridsOf(doc)
				_, known := differs[c.ID]
				switch same := sameGrids(got, want); {
				case same && known:
					t.Errorf("%s comes out right: it need not be listed", c.ID)
				case same:
					passed++
				case !known:
					t.Errorf("%s %s\n%s\n%s\ngot  %q\nwant %q", c.ID, c.Name, c.Wikitext, c.HTML, got, want)
				}
			})
			t.Logf("%s: %d of %d", file, passed, all)
		})
	}
}

// gridsOf lays the tables of a page out as the corpus has them, without those that
// say nothing.
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
	return !slices.ContainsFunc(g, func(row []string) bool {
		return slices.ContainsFunc(row, func(c string) bool { return c != "" })
	})
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
