package grid

// isGroup reports whether row r looks like a text over the records below it: one wide
// cell; a header cell alone in a short row; a text alone in a row of a flat
// table; or header cells that span the columns of a header which do not.
func (rd *reader) isGroup(r int) bool {
	if rd.isWide(r) || rd.isLone(r) {
		return true
	}
	if !rd.isHead(r) || rd.heads == rd.filled {
		return false
	}
	f := &rd.rows[r]
	if f.cells == 1 && f.first == 0 {
		return rd.Cols > 2 && rd.At(r, rd.Cols-1).Filler && rd.mostlyWords(r)
	}
	return f.first == 0 && f.own == f.cells && f.spread > 0 && rd.At(r, 1).same(rd.At(r, 0)) && rd.mostlyWords(r) &&
		!rd.isTotal(r, rd.all, true)
}

// groupText joins the texts of a group row.
func (rd *reader) groupText(r int) string {
	text := rd.At(r, int(rd.rows[r].first)).Plain
	if rd.rows[r].cells == 1 {
		return text
	}
	return joinTexts(rd.written(r))
}

// written lists the cells of row r that are not empty, each once.
func (rd *reader) written(r int) []*Cell {
	cells := make([]*Cell, 0, rd.rows[r].cells)
	for c := range rd.Cols {
		if cell := rd.At(r, c); !cell.Empty() && (c == 0 || !cell.same(rd.At(r, c-1))) {
			cells = append(cells, cell)
		}
	}
	return cells
}

// keepGroups makes records of the group rows of a table that has nothing else.
func (rd *reader) keepGroups() {
	if len(rd.bands) != 1 || rd.bands[0].head.len() > 0 {
		return
	}
	for r := range rd.Rows {
		if rd.role(r) == Record {
			return
		}
	}
	for r := range rd.Rows {
		if rd.role(r) == Group {
			rd.layout.Roles[r] = Record
		}
	}
}

// settleGroups decides whether the lone texts in the rows of a flat table stand
// over groups of records or are records of which only the name is known.
func (rd *reader) settleGroups(b *band) {
	if !rd.flat {
		return
	}
	if rd.loneGroups(b) {
		rd.dropGroupColumn(b)
		return
	}
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) == Group && rd.isLone(r) {
			rd.layout.Roles[r] = Record
		}
	}
}

// loneGroups reports whether the lone texts are groups: the band begins with one,
// below each there is a record, and most records are complete.
func (rd *reader) loneGroups(b *band) bool {
	cols := b.sides[0].cols
	width := len(b.columns())
	if len(cols) < 2 {
		return false
	}
	lone, records, complete, last := 0, 0, 0, Blank
	for r := b.data.from; r < b.data.to; r++ {
		role := rd.role(r)
		switch {
		case role == Group && (width == 2 && last == Group):
			return false
		case role == Group && rd.isLone(r):
			lone++
		case role == Record && lone == 0:
			return false
		case role == Record:
			records++
			if rd.isFull(r, cols[1:]) {
				complete++
			}
		default:
			continue
		}
		last = role
	}
	return last == Record && complete*2 > records && (width > 2 || records >= 2*lone)
}

func (rd *reader) isFull(r int, cols []int) bool {
	for _, c := range cols {
		if rd.At(r, c).Empty() {
			return false
		}
	}
	return true
}

// dropGroupColumn takes the first column out of the data if it has the texts of
// groups and nothing else.
func (rd *reader) dropGroupColumn(b *band) {
	s := &b.sides[0]
	if len(b.sides) > 1 {
		return
	}
	for r := b.head.from; r < b.data.to; r++ {
		if role := rd.role(r); role != Group && !rd.At(r, s.cols[0]).Empty() {
			return
		}
	}
	s.cols = s.cols[1:]
}
