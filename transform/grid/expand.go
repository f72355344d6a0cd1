package grid

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// maxColSpan limits how far one cell may stretch to the right. HTML stops at
// 1000 too.
const maxColSpan = 1000

// maxCells limits the positions of one grid. A table of ordinary cells never
// comes near it, but a few vandalised spans would.
const maxCells = 4 << 20

// Expand makes a rectangle of a table by the HTML table model: a cell takes the
// first free position of its row and covers as many columns and rows as it
// spans; a row span ends with its row group and with the table; a position that
// two cells claim belongs to the one written first. A grid has a row for every
// row of the table and as many columns as its widest row. It shares the table's
// strings.
//
// A table with too many positions is laid out without its spans, and where that
// does not do is cut; the note too_many_cells says so. It is the only one.
func Expand(t *document.Table) (*Grid, []source.Note) { return expand(t, maxCells) }

func expand(t *document.Table, limit int) (*Grid, []source.Note) {
	p := placer{table: t, rows: len(t.Rows), spans: hasSpans(t)}
	if cols, ok := p.width(limit); ok {
		return p.grid(cols), nil
	}
	p.spans = false
	cols, ok := p.width(limit)
	if ok {
		return p.grid(cols), []source.Note{p.tooMany(source.Warning,
			"the spans of the table cover more than %d positions; every cell was given one position", limit)}
	}
	cols = min(cols, limit)
	p.rows = limit / cols
	return p.grid(cols), []source.Note{p.tooMany(source.Error,
		"the table has more than %d positions; only its first %d rows and %d columns were read", limit, p.rows, cols)}
}

func hasSpans(t *document.Table) bool {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[j]
			if c.ColSpan > 1 || c.RowSpan > 1 || c.RowSpan < 0 {
				return true
			}
		}
	}
	return false
}

// A placer gives the cells of a table their places, first to measure the grid
// and then to fill it.
type placer struct {
	table *document.Table
	rows  int // how many of the table's rows to place
	spans bool
}

func (p *placer) tooMany(s source.Severity, format string, args ...any) source.Note {
	return source.Note{
		Severity: s, Code: "too_many_cells", Where: "table", Line: p.table.Line,
		Message: fmt.Sprintf(format, args...),
	}
}

// width returns the number of columns, and whether the grid stays within limit.
// If it does not, the number may be short of the truth.
func (p *placer) width(limit int) (cols int, ok bool) {
	if !p.spans {
		for i := range p.table.Rows {
			cols = max(cols, len(p.table.Rows[i].Cells))
		}
		return cols, cols == 0 || p.rows <= limit/cols
	}
	ok = p.place(func(a area, _ *document.Cell) bool {
		cols = max(cols, a.col+1)
		return p.rows <= limit/cols
	})
	return cols, ok
}

// grid fills a grid of the given width.
func (p *placer) grid(cols int) *Grid {
	g := &Grid{Table: p.table, Rows: p.rows, Cols: cols, Cells: make([]Cell, p.rows*cols)}
	if !p.spans {
		for r := range p.rows {
			cells := p.table.Rows[r].Cells
			n := min(len(cells), cols)
			for c := range n {
				g.set(r, c, r, c, &cells[c])
			}
			g.pad(r, n)
		}
		return g
	}
	for r := range p.rows {
		g.pad(r, 0)
	}
	p.place(func(a area, c *document.Cell) bool {
		for r := a.from; r < a.to; r++ {
			g.set(r, a.col, a.row, a.origin, c)
		}
		return true
	})
	return g
}

func (g *Grid) set(r, c, row, col int, from *document.Cell) {
	*g.At(r, c) = Cell{
		Text: from.Text, Row: int32(row), Col: int32(col),
		Line: int32(from.Line), Header: from.Header,
	}
}

// pad makes filler of row r from column c on.
func (g *Grid) pad(r, c int) {
	line := int32(g.Table.Rows[r].Line)
	for ; c < g.Cols; c++ {
		*g.At(r, c) = Cell{Row: int32(r), Col: int32(c), Line: line, Filler: true}
	}
}

// An area is the part of one column that a cell covers: the rows from to to,
// without the last. The cell is written at row and origin.
type area struct{ row, origin, col, from, to int }

// place finds the places of all cells and visits them column by column. No two
// areas overlap. It stops, and says false, when visit does.
func (p *placer) place(visit func(area, *document.Cell) bool) bool {
	var until []int // for each column, the first row that is still free
	end := 0        // of the row group
	for r := range p.rows {
		if r >= end {
			end = groupEnd(p.table.Rows, r)
		}
		col := 0
		cells := p.table.Rows[r].Cells
		for i := range cells {
			for col < len(until) && until[col] > r {
				col++
			}
			a := area{row: r, origin: col, to: bottom(&cells[i], r, end)}
			for last := col + colSpan(&cells[i]); col < last; col++ {
				if col == len(until) {
					until = append(until, r)
				}
				a.col, a.from = col, max(r, until[col])
				until[col] = max(until[col], a.to)
				if !visit(a, &cells[i]) {
					return false
				}
			}
		}
	}
	return true
}

// groupEnd returns the row after the row group that row r is in.
func groupEnd(rows []document.Row, r int) int {
	end := r + 1
	for end < len(rows) && rows[end].Part.Index == rows[r].Part.Index {
		end++
	}
	return end
}

func colSpan(c *document.Cell) int { return min(max(c.ColSpan, 1), maxColSpan) }

// bottom returns the row after the last one that a cell of row r covers.
func bottom(c *document.Cell, r, end int) int {
	if c.RowSpan < 0 || c.RowSpan > end-r {
		return end
	}
	return r + max(c.RowSpan, 1)
}
