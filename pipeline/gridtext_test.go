package pipeline

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/grid"
)

// gridText shows a grid and its layout as text for the walks: a line for
// each row with its number, its role and its cells.
//
//	simple, 1 header row, 3 x 2
//	1 header Name | Boats
//	2 record Ann  | 10
//	3 record Bo   | < 2,2
//	part 1: Name | Boats
//	  block 1.1 "" cols 1 2, rows 2 3
//
// A copy of a cell shows the row and column where the cell is written, filler a
// tilde, and ! marks header cells. A block has its band and side, its title and
// where its columns and rows are. All counts are from 1.
func gridText(g *grid.Grid, l *grid.Layout) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %d x %d\n", l.Kind, headerRows(l.HeaderRows), g.Rows, g.Cols)
	widths := make([]int, g.Cols)
	for i := range g.Cells {
		c := i % g.Cols
		widths[c] = max(widths[c], min(utf8.RuneCountInString(showCell(g, i/g.Cols, c)), 24))
	}
	for r := range g.Rows {
		b.WriteString(strings.TrimRight(formatRow(g, l, r, widths), " ") + "\n")
	}
	for i := range l.Parts {
		formatPart(&b, &l.Parts[i], i)
	}
	return b.String()
}

func formatRow(g *grid.Grid, l *grid.Layout, r int, widths []int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%*d %-6s", len(strconv.Itoa(g.Rows)), r+1, l.Roles[r])
	for c := range g.Cols {
		sep := " | "
		if c == 0 {
			sep = " "
		}
		text := showCell(g, r, c)
		b.WriteString(sep + text + strings.Repeat(" ", max(0, widths[c]-utf8.RuneCountInString(text))))
	}
	return b.String()
}

// showCell returns what gridText writes for a position.
func showCell(g *grid.Grid, r, c int) string {
	cell := g.At(r, c)
	switch {
	case cell.Filler:
		return "~"
	case int(cell.Row) != r || int(cell.Col) != c:
		return fmt.Sprintf("< %d,%d", cell.Row+1, cell.Col+1)
	case cell.Header:
		return "!" + strings.ReplaceAll(cell.Plain, "\n", "\\n")
	}
	return strings.ReplaceAll(cell.Plain, "\n", "\\n")
}

func formatPart(b *strings.Builder, p *grid.Part, i int) {
	fmt.Fprintf(b, "part %d:", i+1)
	for j := range p.Columns {
		sep := " "
		if j > 0 {
			sep = " | "
		}
		b.WriteString(sep + strings.Join(p.Columns[j].Header, " / "))
	}
	b.WriteString("\n")
	for j := range p.Blocks {
		formatBlock(b, &p.Blocks[j])
	}
}

func formatBlock(b *strings.Builder, k *grid.Block) {
	fmt.Fprintf(b, "  block %d.%d %q cols", k.Band+1, k.Side+1, k.Title)
	for _, c := range k.Cols {
		fmt.Fprintf(b, " %d", c+1)
	}
	b.WriteString(", rows")
	for _, r := range k.Rows {
		fmt.Fprintf(b, " %d", r.Index+1)
		if r.Total {
			b.WriteString(" total")
		}
		if r.Group != "" {
			fmt.Fprintf(b, " in %q", r.Group)
		}
	}
	b.WriteString("\n")
}

func headerRows(n int) string {
	if n == 1 {
		return "1 header row"
	}
	return strconv.Itoa(n) + " header rows"
}
