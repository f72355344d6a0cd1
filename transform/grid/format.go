package grid

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Format shows a grid and its layout as text for people and tests: a line for
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
func Format(g *Grid, l *Layout) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %d x %d\n", l.Kind, count(l.HeaderRows, "header row"), g.Rows, g.Cols)
	widths := make([]int, g.Cols)
	for i := range g.Cells {
		c := i % g.Cols
		widths[c] = max(widths[c], min(utf8.RuneCountInString(g.show(i/g.Cols, c)), 24))
	}
	for r := range g.Rows {
		b.WriteString(strings.TrimRight(g.formatRow(l, r, widths), " ") + "\n")
	}
	for i := range l.Parts {
		l.Parts[i].format(&b, i)
	}
	return b.String()
}

func (g *Grid) formatRow(l *Layout, r int, widths []int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%*d %-6s", len(strconv.Itoa(g.Rows)), r+1, l.Roles[r])
	for c := range g.Cols {
		sep := " | "
		if c == 0 {
			sep = " "
		}
		text := g.show(r, c)
		b.WriteString(sep + text + strings.Repeat(" ", max(0, widths[c]-utf8.RuneCountInString(text))))
	}
	return b.String()
}

// show returns what Format writes for a position.
func (g *Grid) show(r, c int) string {
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

func (p *Part) format(b *strings.Builder, i int) {
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
		p.Blocks[j].format(b)
	}
}

func (k *Block) format(b *strings.Builder) {
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
