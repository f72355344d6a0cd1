package grid

import "github.com/tidywiki/tidywiki/extract/source"

// noteRagged writes one note for the rows of data and headers that do not have
// as many cells as most.
func (rd *reader) noteRagged() {
	usual := rd.usualWidth()
	if usual == 0 {
		return
	}
	var rows []int
	next := 0 // bands may share a header
	for i := range rd.bands {
		b := &rd.bands[i]
		for r := max(b.head.from, next); r < b.data.to; r++ {
			if rd.counts(r) && rd.isRagged(b, r, usual) {
				rows = append(rows, r)
			}
		}
		next = b.data.to
	}
	if len(rows) == 0 {
		return
	}
	severity := source.Info
	lines := make([]int, len(rows))
	for i, r := range rows {
		lines[i] = rd.lineOf(r)
		if rd.width(r) > usual {
			severity = source.Warning
		}
	}
	rd.note(source.Note{
		Severity: severity, Code: "ragged_row", Where: "row", Line: lines[0], Row: rows[0] + 1,
		Observed: count(rd.width(rows[0]), "cell"), Expected: count(usual, "cell"),
		Message: listLines(lines) + ": more or fewer cells than most rows of the table have; short rows were filled up with blank cells at their end",
	})
}

// isRagged reports whether row r lacks cells, or has cells with a text too many.
func (rd *reader) isRagged(b *band, r, usual int) bool {
	width := rd.width(r)
	if width < usual {
		return !rd.endsSide(b, width)
	}
	return int(rd.rows[r].last) >= usual
}

// counts reports whether row r has to be as wide as the others.
func (rd *reader) counts(r int) bool { return rd.role(r) == Record || rd.role(r) == Header }

// width returns how many positions of row r the page writes.
func (rd *reader) width(r int) int {
	n := rd.Cols
	for n > 0 && rd.At(r, n-1).Filler {
		n--
	}
	return n
}

// usualWidth returns the width that most rows have, or 0 if all have the same.
func (rd *reader) usualWidth() int {
	var widths []int
	rows, usual := 0, rd.Cols
	for r := range rd.Rows {
		if !rd.counts(r) {
			continue
		}
		rows++
		if !rd.At(r, rd.Cols-1).Filler {
			continue
		}
		if widths == nil {
			widths = make([]int, rd.Cols+1)
		}
		n := rd.width(r)
		widths[n]++
		rows--
		if widths[n] > widths[usual] || usual == rd.Cols {
			usual = n
		}
	}
	switch {
	case widths == nil:
		return 0
	case rows >= widths[usual]:
		return rd.Cols
	}
	return usual
}

// endsSide reports whether a row of that width stops where a block does, or before
// columns that are blank in all rows.
func (rd *reader) endsSide(b *band, width int) bool {
	for c := width; c < rd.Cols; c++ {
		if b.sideAt(c) > 0 {
			return true
		}
		if b.used.active[c] {
			return false
		}
	}
	return true
}
