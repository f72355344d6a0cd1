package grid

// maxKeys limits the headers down the side of a table without any markup.
const maxKeys = 40

// keyColumn returns 1 if the first column of a table without any markup has
// column headers, and otherwise 0. They are words, all different, most of them
// usual headers, and behind them the rows differ in shape, but not the cells of
// one row.
func (s *survey) keyColumn() int {
	known, rows, figures := 0, 0, 0
	for r := range s.Rows {
		if s.isBlank(r) {
			continue
		}
		key := s.At(r, 0).Plain
		numbers, words := s.figures(r, s.all[1:])
		total, _ := totalLabel(key)
		if shapeOf(key) != word || total || numbers > 0 && words > 0 || s.rows[r].spread > 0 || s.keyAgain(r) {
			return 0
		}
		// A usual header behind the keys tells of a header row.
		if rows++; rows < 3 && s.hasHeaderWord(r) || rows == 1 && numbers+words == 0 || rows > maxKeys {
			return 0
		}
		if isHeaderWord(key) {
			known++
		}
		if numbers > 0 {
			figures++
		}
	}
	if rows < 3 || known*3 < rows*2 || figures == 0 || figures == rows {
		return 0
	}
	return 1
}

// hasHeaderWord reports whether row r has a usual header behind the first column.
func (s *survey) hasHeaderWord(r int) bool {
	for c := 1; c < s.Cols; c++ {
		if isHeaderWord(s.At(r, c).Plain) {
			return true
		}
	}
	return false
}

// keyAgain reports whether the text in the first column of row r is in a row above.
func (s *survey) keyAgain(r int) bool {
	for a := range r {
		if s.At(a, 0).Plain == s.At(r, 0).Plain {
			return true
		}
	}
	return false
}
