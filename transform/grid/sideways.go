package grid

// headerCols returns how many header columns a table with its headers down the
// side has, or 0 if it is none.
func (s *survey) headerCols() int {
	if s.Cols < 2 {
		return 0
	}
	if s.heads == 0 {
		return s.keyColumn()
	}
	cols, rows, words := 0, 0, 0
	for r := range s.Rows {
		if s.isBlank(r) || s.isCopy(r) || s.isWide(r) {
			continue
		}
		n := s.leadingHeads(r)
		if n == 0 || rows > 0 && n != cols || int(s.rows[r].heads) != s.headsIn(r, n) {
			return 0
		}
		cols = n
		rows++
		if shapeOf(s.At(r, n-1).Plain) == word {
			words++
		}
	}
	if cols == s.Cols || words*2 <= rows || s.underWords(cols) {
		return 0
	}
	return cols
}

// leadingHeads counts the header cells at the left of row r.
func (s *survey) leadingHeads(r int) int {
	n := 0
	for n < s.Cols && s.At(r, n).Header {
		n++
	}
	return n
}

// headsIn counts the header cells with a text in the first n columns of row r.
func (s *survey) headsIn(r, n int) int {
	heads := 0
	for c := range n {
		if !s.At(r, c).Empty() {
			heads++
		}
	}
	return heads
}

// underWords reports whether the first row is a header row after all, whatever its
// markup: behind the header columns it has words, and two or more columns have
// nothing but figures under them.
func (s *survey) underWords(from int) bool {
	top := s.after(-1)
	n := 0
	for c := from; c < s.Cols; c++ {
		if c > from && s.At(top, c).same(s.At(top, c-1)) {
			continue
		}
		if shapeOf(s.At(top, c).Plain) != word {
			return false
		}
		rows := 0
		for r := s.after(top); r < s.Rows; r = s.after(r) {
			if shapeOf(s.At(r, c).Plain) != number {
				return false
			}
			rows++
		}
		if rows > 0 {
			n++
		}
	}
	return n >= 2
}

// readSideways reads a table with n header columns: each grid row is a column
// of the data, each grid column behind the headers a record.
func (rd *reader) readSideways(n int) {
	l := rd.layout
	l.Kind, l.HeaderCols = Rows, n
	p := Part{Blocks: []Block{{TitleRow: -1, TitleCol: -1}}}
	b := &p.Blocks[0]
	group, pending := "", 0
	for r := range rd.Rows {
		switch {
		case rd.isBlank(r):
		case rd.isCopy(r):
			l.Roles[r] = Repeat
		case rd.isWide(r) && len(b.Cols) == 0 && b.Title == "":
			l.Roles[r] = Title
			b.Title, b.TitleRow, b.TitleCol = rd.groupText(r), r, int(rd.rows[r].first)
		case rd.isWide(r):
			l.Roles[r] = Group
			pending++
		default:
			if pending > 0 {
				group, pending = rd.groupAbove(r, pending), 0
			}
			l.Roles[r] = Record
			b.Cols = append(b.Cols, r)
			p.Columns = append(p.Columns, rd.sideHeader(r, n, group))
		}
	}
	p.Titled = b.Title != ""
	for c := n; c < rd.Cols; c++ {
		if rd.writesColumn(c, b.Cols) {
			b.Rows = append(b.Rows, Row{Index: c})
		}
	}
	l.Parts = []Part{p}
	rd.noteTrailing()
}

// sideHeader returns the column that grid row r makes: the texts of its header
// cells, after that of the group it is in.
func (rd *reader) sideHeader(r, n int, group string) Column {
	col := Column{HeaderRows: []int{r}}
	if group != "" {
		col.Header = append(col.Header, group)
	}
	for c := range n {
		text := rd.At(r, c).Plain
		if text != "" && (len(col.Header) == 0 || col.Header[len(col.Header)-1] != text) {
			col.Header = append(col.Header, text)
		}
	}
	return col
}

// writesColumn reports whether grid column c has a cell of its own in one of rows, not
// one that reaches over from the left.
func (rd *reader) writesColumn(c int, rows []int) bool {
	for _, r := range rows {
		if cell := rd.At(r, c); int(cell.Col) == c && !cell.Empty() {
			return true
		}
	}
	return false
}

// noteTrailing takes the wide rows at the end, which head nothing, for remarks.
func (rd *reader) noteTrailing() {
	for r := rd.Rows - 1; r >= 0 && rd.role(r) != Record; r-- {
		if rd.role(r) == Group {
			rd.layout.Roles[r] = Remark
			rd.noteRemark(r)
		}
	}
}
