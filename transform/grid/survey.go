package grid

import "strings"

// A survey holds what the reading of a grid has to know of each row.
type survey struct {
	*Grid
	rows   []rowFacts
	filled int // positions that are not empty
	heads  int // those of them that are header cells
	flat   bool
	all    []int // the columns
}

// rowFacts counts positions of one row.
type rowFacts struct {
	filled int32 // not empty
	cells  int32 // cells that are not empty, whatever they span
	own    int32 // those of them that are written in this row, not above it
	heads  int32 // filled positions of header cells
	spread int32 // positions of cells that span more than one column
	first  int32 // first and last filled position; last is -1 in a blank row
	last   int32
}

func newSurvey(g *Grid) *survey {
	s := &survey{Grid: g, rows: make([]rowFacts, g.Rows), flat: g.Table != nil && g.Table.Flat}
	s.all = make([]int, g.Cols)
	for c := range s.all {
		s.all[c] = c
	}
	for r := range s.rows {
		s.rows[r] = g.facts(r)
		s.filled += int(s.rows[r].filled)
		s.heads += int(s.rows[r].heads)
	}
	return s
}

func (g *Grid) facts(r int) rowFacts {
	f := rowFacts{last: -1}
	row := g.Cells[r*g.Cols : (r+1)*g.Cols]
	for c := range row {
		cell := &row[c]
		if cell.Empty() {
			continue
		}
		if f.filled == 0 {
			f.first = int32(c)
		}
		f.filled++
		f.last = int32(c)
		if cell.Header {
			f.heads++
		}
		if c > 0 && row[c-1].same(cell) {
			f.spread++
			continue
		}
		f.cells++
		if cell.Row == int32(r) {
			f.own++
		}
	}
	return f
}

// same reports whether two positions belong to one cell.
func (c *Cell) same(d *Cell) bool { return c.Row == d.Row && c.Col == d.Col }

// isBlank reports whether nothing is written in row r.
func (s *survey) isBlank(r int) bool { return s.rows[r].filled == 0 }

// isCopy reports whether row r has only cells that reach down from rows above.
func (s *survey) isCopy(r int) bool { return s.rows[r].own == 0 && s.rows[r].filled > 0 }

// isOpening reports whether row r shows nothing that row r+1 does not: cells that reach
// down, as a year over its films, and nothing beside them. The row below has more.
func (s *survey) isOpening(r int) bool {
	f := &s.rows[r]
	if s.flat || r+1 >= s.Rows || f.filled == 0 || f.spread > 0 || f.own < f.cells || s.rows[r+1].own == 0 || s.isBlank(r+1) || s.heads == s.filled {
		return false
	}
	for c := range s.Cols {
		if cell := s.At(r, c); !cell.Empty() && !cell.same(s.At(r+1, c)) {
			return false
		}
	}
	return s.rows[r+1].own*2 >= int32(s.Cols)-f.filled
}

// isWide reports whether row r is one cell over more than half of the columns and
// nothing else.
func (s *survey) isWide(r int) bool {
	f := &s.rows[r]
	return f.cells == 1 && f.filled >= 2 && int(f.filled)*2 > s.Cols
}

// isLone reports whether row r has a text in the first column only, which in a flat
// table may be a text over all columns whose span was lost.
func (s *survey) isLone(r int) bool {
	f := &s.rows[r]
	return s.flat && s.Cols >= 2 && f.filled == 1 && f.first == 0
}

// isHead reports whether all that is written in row r are header cells.
func (s *survey) isHead(r int) bool {
	f := &s.rows[r]
	return f.filled > 0 && f.heads == f.filled
}

// after returns the next row below r that is not blank, or Rows.
func (s *survey) after(r int) int {
	for r++; r < s.Rows && s.isBlank(r); r++ {
	}
	return r
}

// alike reports whether two texts differ in white space at most.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	if a != "" && b != "" && a[0] != b[0] && a[0] > ' ' && b[0] > ' ' {
		return false
	}
	for {
		a, b = strings.TrimLeft(a, " \n"), strings.TrimLeft(b, " \n")
		if a == "" || b == "" || a[0] != b[0] {
			return a == b
		}
		a, b = a[1:], b[1:]
	}
}
