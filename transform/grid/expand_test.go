package grid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// shown writes a grid: for a copy of a cell the row and column where it is written, a
// tilde for filler, and ! before header cells.
func shown(g *Grid) string {
	var b strings.Builder
	for r := range g.Rows {
		for c := range g.Cols {
			b.WriteString("|" + shownCell(g, r, c))
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func shownCell(g *Grid, r, c int) string {
	cell := g.At(r, c)
	text := strings.ReplaceAll(cell.Plain, "\n", "\\n")
	switch {
	case cell.Filler:
		return "~"
	case int(cell.Row) != r || int(cell.Col) != c:
		return fmt.Sprintf("< %d,%d", cell.Row+1, cell.Col+1)
	case cell.Header:
		return "!" + text
	}
	return text
}

func TestExpand(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"no spans", "| a | b |\n| c | d |", "|a|b\n|c|d"},
		{"short rows are filled", "| a | b | c |\n| d |", "|a|b|c\n|d|~|~"},
		{"a row without cells", "| a | b |\n\n| c |", "|a|b\n|~|~\n|c|~"},
		{"blank cells at the end stay", "| a | | |\n| b | c |", "|a||\n|b|c|~"},
		{"columns", "|c2: a | b |\n| c | d | e |", "|a|< 1,1|b\n|c|d|e"},
		{"rows", "|r2: a | b |\n| c |", "|a|b\n|< 1,1|c"},
		{"both", "|c2r2: a | b |\n| c |", "|a|< 1,1|b\n|< 1,1|< 1,1|c"},
		{"a cell moves right of a span", "| a |r2: b | c |\n| d | e |", "|a|b|c\n|d|< 1,2|e"},
		{"rows end with the table", "|r9: a | b |\n| c |", "|a|b\n|< 1,1|c"},
		{"rows end with the group", "|r3: a | b |\n| c |\n---\n| d | e |", "|a|b\n|< 1,1|c\n|d|e"},
		{"to the end of the group", "|r-1: a | b |\n| c |\n| d |\n---\n| e | f |", "|a|b\n|< 1,1|c\n|< 1,1|d\n|e|f"},
		{"overlap goes to the first", "| a |r2: b |\n|c2: c |", "|a|b\n|c|< 1,2"},
		{"overlap ends with the first", "| a |r2: b |\n|c2r2: c |\n| d |", "|a|b|~\n|c|< 1,2|~\n|< 2,1|< 2,1|d"},
		{"a row all from above", "|r2: a |r2: b |\n\n| c | d |", "|a|b\n|< 1,1|< 1,2\n|c|d"},
		{"a span wider than the table", "|c5: a |\n| b | c |", "|a|< 1,1|< 1,1|< 1,1|< 1,1\n|b|c|~|~|~"},
		{"one cell", "| a |", "|a"},
		{"spans of one", "|c1r1: a | b |", "|a|b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, notes := Expand(parse(c.table))
			verifyGrid(t, g)
			if got := shown(g); got != c.want || notes != nil {
				t.Errorf("got\n%s\nwant\n%s\nnotes %v", got, c.want, notes)
			}
		})
	}
}

func TestExpandEmpty(t *testing.T) {
	for _, table := range []*document.Table{{}, {Rows: make([]document.Row, 3)}} {
		g, _ := Expand(table)
		verifyGrid(t, g)
		l, notes := Read(g)
		if l.Kind != Empty || len(l.Parts) != 0 || len(l.Roles) != len(table.Rows) || notes != nil {
			t.Errorf("got %+v, %v", l, notes)
		}
	}
}

func TestExpandKeepsCells(t *testing.T) {
	table := parse("|!r2: a | b |\n| c |")
	table.Rows[0].Cells[0].Text.Aside = &document.Aside{SortKey: "1"}
	table.Rows[1].Cells[0].Line = 7
	g, _ := Expand(table)
	if c := g.At(1, 0); c.SortKey() != "1" || !c.Header || c.Line != 1 {
		t.Errorf("the copy is %+v", c)
	}
	if c := g.At(1, 1); c.Line != 7 || c.Header {
		t.Errorf("the cell is %+v", c)
	}
}

// A column span ends after 1000 columns, as in HTML.
func TestExpandLongSpan(t *testing.T) {
	g, notes := Expand(parse("|c65535: a | b |"))
	if g.Cols != 1001 || notes != nil {
		t.Errorf("%d columns, %v", g.Cols, notes)
	}
}

func TestExpandTooMany(t *testing.T) {
	for _, c := range []struct {
		name, table, want string
		severity          source.Severity
	}{
		{"spans", "|c9: a | b |\n| c |\n| d | e |", "|a|b\n|c|~\n|d|e", source.Warning},
		{"rows", strings.Repeat("| a | b | c |\n", 9), "|a|b|c\n|a|b|c\n|a|b|c\n|a|b|c", source.Error},
		{"columns", "|" + strings.Repeat(" a |", 20) + "\n| b |", strings.Repeat("|a", 12), source.Error},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, notes := expand(parse(c.table), 12)
			verifyGrid(t, g)
			if got := shown(g); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(notes) != 1 || notes[0].Code != "too_many_cells" || notes[0].Severity != c.severity {
				t.Errorf("notes %v", notes)
			}
		})
	}
}

// Spans that cover each other a thousand times over must not cost a thousand
// times the grid.
func TestExpandCrossing(t *testing.T) {
	var rows []string
	for range 3000 {
		rows = append(rows, "| x |c1000r65534: y |")
	}
	g, notes := Expand(parse(strings.Join(rows, "\n")))
	if len(g.Cells) > maxCells || len(notes) != 0 && notes[0].Code != "too_many_cells" {
		t.Errorf("%d cells, %v", len(g.Cells), notes)
	}
	verifyGrid(t, g)
}

func TestExpandAllocates(t *testing.T) {
	table := flat(strings.Repeat("| a | b | c |\n", 500))
	if n := testing.AllocsPerRun(10, func() { Expand(table) }); n > 4 {
		t.Errorf("%v allocations for a grid", n)
	}
}
