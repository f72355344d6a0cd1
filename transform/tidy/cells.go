package tidy

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A location is the value of a column that a position of the grid shows. The zero
// location shows none: it is a header, a title or a group.
type location struct {
	column *column.Column
	header string
	value  int
}

// read is the value at the location; without one, a string.
func (at location) read() *column.Value {
	if at.column == nil {
		return &column.Value{}
	}
	return &at.column.Values[at.value]
}

// locations finds the values of all positions of the grid, in row-major order.
func (s *sheet) locations() []location {
	at := make([]location, len(s.grid.Cells))
	for p := range s.parts {
		part := &s.parts[p]
		for c := range part.columns {
			h := header(part.Columns[c].Header)
			for i := range part.rows {
				row, col := s.place(&part.rows[i], c)
				at[(row-1)*s.grid.Cols+col-1] = location{&part.columns[c], h, i}
			}
		}
	}
	return at
}

// addCells adds a row for each position that has a text or notes.
func (s *sheet) addCells(b *dataset.Builder) {
	b.Grow(len(s.grid.Cells))
	for pos, at := range s.locations() {
		cell := &s.grid.Cells[pos]
		if !hasRow(cell) {
			continue
		}
		v := at.read()
		s.checkText(pos, v)
		b.Str(s.page.ID).Int(int64(s.number)).Int(int64(pos/s.grid.Cols + 1)).Int(int64(pos%s.grid.Cols + 1))
		b.Int(int64(cell.Row) + 1).Int(int64(cell.Col) + 1).Opt(at.header).Str(cell.Plain)
		if links := cell.Links(); len(links) > 0 {
			b.Opt(links[0].Target)
		} else {
			b.Null()
		}
		b.Opt(note(cell.Notes(), v.Mark))
		addValue(b, v)
		b.Int(int64(cell.Line))
	}
}

// hasRow reports whether a position of the grid has a row in cells.
func hasRow(c *grid.Cell) bool { return c.Plain != "" || len(c.Notes()) > 0 }

// note joins the notes of a cell and the footnote marks of its value.
func note(notes []string, mark string) string {
	if len(notes) == 0 {
		return mark
	}
	all := strings.Join(notes, "; ")
	if mark != "" {
		all = mark + "; " + all
	}
	return all
}

// checkText notes a text that some programs cannot take: each that is too long,
// and the first of a column that looks like a formula.
func (s *sheet) checkText(pos int, v *column.Value) {
	cell := &s.grid.Cells[pos]
	row, col := pos/s.grid.Cols, pos%s.grid.Cols
	if int(cell.Row) != row || int(cell.Col) != col {
		return
	}
	n, found := longText(cell.Plain)
	if !found && likeFormula(cell.Plain, v) && !s.formulas[col] {
		n, found = formulaNote(cell.Plain), true
		s.formulas[col] = true
	}
	if found {
		n.Where, n.Table, n.Row, n.Col, n.Line = "cell", s.number, row+1, col+1, int(cell.Line)
		s.page.Notes = append(s.page.Notes, n)
	}
}
