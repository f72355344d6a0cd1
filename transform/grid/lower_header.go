package grid

// isLowerRow reports whether row r, which no markup calls a header, is the lower row of
// a header all the same. The row above it must be marked and have spans, and row r
// must divide them: it has words, nothing that the rows below have as well, and
// under each span several texts. Its other columns must show that it is not a record:
//
//	! rowspan=2 | Case !! colspan=2 | Singular    a cell of the header ends with it
//	| Ukrainian || English
//
//	! Case !! colspan=2 | Singular                 it is blank where records have a text
//	| || Ukrainian || English
//
// Where all columns are under spans, it must say the same under each, or have
// words over figures.
func (rd *reader) isLowerRow(r int) bool {
	above := r - 1
	f := &rd.rows[r]
	if above < 0 || r+1 >= rd.Rows || !rd.isHead(above) || rd.rows[above].spread == 0 || rd.isWide(above) || f.own < 2 {
		return false
	}
	open, ended, ok := rd.divides(r)
	if !ok {
		return false
	}
	e := rd.guess(r)
	if e.rows == 0 || e.refuted() || e.figures > 0 || e.again > 0 || e.long > 0 {
		return false
	}
	switch {
	case open > 0:
		return e.blanks == open
	case ended > 0:
		return true
	}
	return e.over > 0 || rd.saysTheSame(r)
}

// divides reports whether the texts of row r are under the spans of the row above it,
// two or more under each. It counts the columns under none that are open, which is
// to say blank, and those in which a cell of the header ends with row r.
func (rd *reader) divides(r int) (open, ended int, ok bool) {
	for c := 0; c < rd.Cols; {
		to := rd.spanEnd(r-1, c)
		cell := rd.At(r, c)
		switch {
		case int(cell.Row) < r:
			if !cell.Header || rd.At(r+1, c).same(cell) {
				return 0, 0, false
			}
			ended++
		case to == c+1 && cell.Empty():
			open++
		case to == c+1 || !rd.isDivided(r, c, to):
			return 0, 0, false
		}
		c = to
	}
	return open, ended, true
}

// spanEnd is the column behind the cell at row r and column c.
func (rd *reader) spanEnd(r, c int) int {
	to := c + 1
	for to < rd.Cols && rd.At(r, to).same(rd.At(r, c)) {
		to++
	}
	return to
}

// isDivided reports whether row r has two or more cells from one column up to another,
// all of them plain, with a text and of one row.
func (rd *reader) isDivided(r, from, to int) bool {
	n := 0
	for c := from; c < to; c = rd.spanEnd(r, c) {
		cell := rd.At(r, c)
		if cell.Header || cell.Empty() || int(cell.Row) != r || rd.spanEnd(r, c) > to || rd.At(r+1, c).same(cell) {
			return false
		}
		n++
	}
	return n > 1
}

// saysTheSame reports whether the texts of row r are those under the first of the spans
// above it, again and again.
func (rd *reader) saysTheSame(r int) bool {
	width := rd.spanEnd(r-1, 0)
	if width*2 > rd.Cols || rd.Cols%width != 0 {
		return false
	}
	for c := width; c < rd.Cols; c++ {
		if !alike(rd.At(r, c).Plain, rd.At(r, c-width).Plain) || rd.At(r-1, c).same(rd.At(r-1, c-1)) != (c%width > 0) {
			return false
		}
	}
	return true
}
