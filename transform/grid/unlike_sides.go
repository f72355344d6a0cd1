package grid

// This file finds the sides of a band whose sides have different headers. There
// the headers alone say nothing; titles and gaps must.

// spanStarts takes the cells of the top header row for titles if each is over
// several columns, and gaps or blank halves show that the sides are apart.
func (rd *reader) spanStarts(b *band, cols []int) []int {
	starts := []int{0}
	for i := 1; i < len(cols); i++ {
		if !rd.At(b.head.from, cols[i]).same(rd.At(b.head.from, cols[i-1])) {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 || !wideEnough(cols, starts) || !rd.isLid(b.head.from, cols, starts) {
		return nil
	}
	apart := gapped(cols, starts) || rd.isPadded(b, cols, starts)
	if !apart || !rd.sidesHold(b, cols, starts) {
		return nil
	}
	return starts
}

// wideEnough reports whether no side has less than two columns.
func wideEnough(cols, starts []int) bool {
	for i := range starts {
		if len(part(cols, starts, i)) < 2 {
			return false
		}
	}
	return true
}

// gapped reports whether a column without any text is between all sides.
func gapped(cols, starts []int) bool {
	for _, s := range starts[1:] {
		if cols[s]-cols[s-1] < 2 {
			return false
		}
	}
	return true
}

// titleStarts finds the sides under several titles of a flat table: where the
// titles stand, if they are apart; at blank columns; where the first header comes
// again; or where the blank half of a row begins.
func (rd *reader) titleStarts(b *band, cols []int) []int {
	row := rd.titlesOf(b)
	n := int(rd.rows[row].cells)
	for _, starts := range [][]int{
		rd.titlesApart(row, cols), gaps(cols), rd.firstAgain(b.head.to-1, cols), rd.blankHalf(b, cols),
	} {
		if len(starts) == n && wideEnough(cols, starts) {
			return starts
		}
	}
	if starts := rd.firstAgain(b.head.to-1, cols); len(starts) > 1 && wideEnough(cols, starts) {
		return starts
	}
	return nil
}

// titlesApart returns the indexes of the columns under the titles of a row if
// the first column has one and no two titles are neighbours.
func (rd *reader) titlesApart(row int, cols []int) []int {
	var starts []int
	for i, c := range cols {
		if rd.At(row, c).Empty() {
			continue
		}
		if i > 0 && !rd.At(row, c-1).Empty() {
			return nil
		}
		starts = append(starts, i)
	}
	if len(starts) == 0 || starts[0] != 0 {
		return nil
	}
	return starts
}

// gaps returns the indexes where cols goes on after columns without a text.
func gaps(cols []int) []int {
	starts := []int{0}
	for i := 1; i < len(cols); i++ {
		if cols[i]-cols[i-1] > 1 {
			starts = append(starts, i)
		}
	}
	return starts
}

// blankHalf finds the one place where all rows that are blank at their end begin
// to be so. All other rows must have a text there.
func (rd *reader) blankHalf(b *band, cols []int) []int {
	at := 0
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) != Record {
			continue
		}
		n := len(cols)
		for n > 0 && rd.At(r, cols[n-1]).Empty() {
			n--
		}
		if n < len(cols) {
			at = max(at, n)
		}
	}
	if at == 0 {
		return nil
	}
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) == Record && rd.At(r, cols[at]).Empty() && !rd.isBlankIn(r, cols[at:]) {
			return nil
		}
	}
	return []int{0, at}
}
