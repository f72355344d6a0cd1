package grid

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

// corpus returns the path of a file of the corpus of independent cases.
func corpus(tb testing.TB, name string) string {
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		tb.Skip("TIDYWIKI_CORPUS is not set")
	}
	return filepath.Join(dir, name)
}

// A wikiGrid is a table of a real page with its spans copied.
type wikiGrid struct {
	Table string
	Rows  [][]string
	TH    [][]bool
}

func wikiGrids(tb testing.TB) []wikiGrid {
	f, err := os.Open(corpus(tb, "wtq/recipe_grids.jsonl.gz"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var grids []wikiGrid
	for in := bufio.NewReader(z); ; {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return grids
		}
		var g wikiGrid
		if err := json.Unmarshal(line, &g); err != nil {
			tb.Fatal(err)
		}
		grids = append(grids, g)
	}
}

// table brings back the spans that a grid had, as far as they can be told:
// equal header cells beside each other or below each other were one, and so
// were the cells of a row that is the same all over.
func (w *wikiGrid) table() *document.Table {
	t := &document.Table{Line: 1, LastLine: len(w.Rows)}
	for r := range w.Rows {
		row := document.Row{Line: r + 1}
		for c := 0; c < len(w.Rows[r]); {
			n := w.colSpan(r, c)
			if !w.isBelow(r, c, n) {
				cell := document.Cell{Line: r + 1, Header: w.TH[r][c], ColSpan: n, RowSpan: 1}
				cell.Text.Plain = w.Rows[r][c]
				for r+cell.RowSpan < len(w.Rows) && w.isBelow(r+cell.RowSpan, c, n) {
					cell.RowSpan++
				}
				row.Cells = append(row.Cells, cell)
			}
			c += n
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (w *wikiGrid) colSpan(r, c int) int {
	row, n := w.Rows[r], 1
	for c+n < len(row) && row[c] != "" && row[c+n] == row[c] && w.TH[r][c+n] == w.TH[r][c] {
		n++
	}
	if !w.TH[r][c] && n < len(row) {
		return 1
	}
	return n
}

// isBelow reports whether the header cells at row r and column c belong to the one above.
func (w *wikiGrid) isBelow(r, c, n int) bool {
	if r == 0 || c+n > len(w.Rows[r]) || c+n > len(w.Rows[r-1]) || w.Rows[r][c] == "" {
		return false
	}
	return w.TH[r][c] && w.TH[r-1][c] && w.Rows[r-1][c] == w.Rows[r][c] &&
		w.colSpan(r-1, c) == n && (c == 0 || w.Rows[r-1][c-1] != w.Rows[r][c])
}

// Every row of the seed page's elections is in the block and on the line that
// the gold has.
func TestSeedGold(t *testing.T) {
	f, err := os.Open(corpus(t, "seed/gold/elections.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	col := map[string]int{}
	for i, name := range rows[0] {
		col[name] = i
	}
	var want []string
	for _, r := range rows[1:] {
		side := map[string]string{"left": "0", "right": "1"}[r[col["side"]]]
		want = append(want, strings.Join([]string{
			r[col["contest"]], r[col["block"]], side, r[col["source_line"]],
			r[col["candidate"]], r[col["for_raw"]], r[col["against"]], r[col["abstain"]],
		}, "|"))
	}
	g, l, notes := read(seedTable(t))
	verify(t, g, l, notes)
	if got := seedRows(g, l); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func seedRows(g *Grid, l *Layout) (rows []string) {
	for p := range l.Parts {
		for i := range l.Parts[p].Blocks {
			b := &l.Parts[p].Blocks[i]
			for r := range b.Rows {
				row := []string{b.Title, strconv.Itoa(b.Band + 1), strconv.Itoa(b.Side), strconv.Itoa(int(l.Cell(g, b, r, 0).Line))}
				for c := range b.Cols {
					row = append(row, l.Cell(g, b, r, c).Plain)
				}
				rows = append(rows, strings.Join(row, "|"))
			}
		}
	}
	return rows
}

func TestSeedResolutions(t *testing.T) {
	g, l, notes := read(seedLines(t, 76, 83))
	verify(t, g, l, notes)
	want := "simple hrrrrrrr Topic, For, Against, Abstain, Rate {1 2 3 4 5: 2 3 4 5 6 7 8}"
	if got := brief(l); got != want || len(notes) > 0 {
		t.Errorf("got %s, %v", got, notes)
	}
}

// Real tables: nothing is lost, nearly all have headers, and blocks are as rare
// as they are.
func TestWikipedia(t *testing.T) {
	kinds := map[Kind]int{}
	headers, totals, groups, tables := 0, 0, 0, 0
	for _, w := range wikiGrids(t) {
		g, l, notes := read(w.table())
		verify(t, g, l, notes)
		if t.Failed() {
			t.Fatalf("table %s", w.Table)
		}
		tables++
		kinds[l.Kind]++
		if l.HeaderRows > 0 || l.HeaderCols > 0 {
			headers++
		}
		if l.Kind != Empty && l.Parts[0].Totals {
			totals++
		}
		if l.Kind != Empty && l.Parts[0].Grouped {
			groups++
		}
	}
	t.Logf("%d tables: %d with headers, %d with totals rows, %d with groups, %v", tables, headers, totals, groups, kinds)
	if headers*1000 < tables*990 {
		t.Errorf("headers in %d of %d tables", headers, tables)
	}
	if n := kinds[Blocks]; n < tables*5/1000 || n > tables*12/1000 {
		t.Errorf("%d of %d tables are blocks", n, tables)
	}
	if totals < 70 || groups < 35 {
		t.Errorf("%d tables with totals rows, %d with groups", totals, groups)
	}
}
