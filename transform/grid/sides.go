package grid

// findSides splits the columns of a band into the blocks that are side by side
// in it.
func (rd *reader) findSides(b *band) {
	cols := b.columns()
	starts := rd.sideStarts(b, cols)
	if row := rd.titlesOf(b); len(starts) < 2 && row >= 0 {
		// Nothing below tells where the second title begins: the row is a header
		// row whose texts have lost their spans.
		b.head.from, b.title.to = row, row
		rd.setRole(b.head, Header)
		if rd.flat {
			rd.lost = append(rd.lost, lostSpan{row: row})
		}
		rd.activate(b)
		b.used.cols = nil
		cols = b.columns()
	}
	if len(starts) < 2 {
		starts = []int{0}
	}
	b.sides = make([]side, len(starts))
	for i := range starts {
		b.sides[i] = side{cols: part(cols, starts, i), titleRow: -1, titleCol: -1}
	}
}

// part returns the columns of the side with index i.
func part(cols, starts []int, i int) []int {
	if i+1 < len(starts) {
		return cols[starts[i]:starts[i+1]:starts[i+1]]
	}
	return cols[starts[i]:]
}

// sideStarts returns the indexes into cols where the sides begin, or fewer than
// two if there is only one.
func (rd *reader) sideStarts(b *band, cols []int) []int {
	if b.head.len() == 0 {
		return nil
	}
	leaf := b.head.to - 1
	starts := rd.period(leaf, cols)
	if starts == nil {
		starts = rd.recurrence(leaf, cols)
	}
	if starts != nil {
		if rd.sidesHold(b, cols, starts) {
			return starts
		}
		return nil
	}
	switch {
	case b.head.len() > 1:
		return rd.spanStarts(b, cols)
	case rd.titlesOf(b) >= 0:
		return rd.titleStarts(b, cols)
	}
	return nil
}

// titlesOf returns the lowest title row of a band if it has several titles, and
// otherwise -1.
func (rd *reader) titlesOf(b *band) int {
	r := b.title.to - 1
	for r >= b.title.from && rd.isBlank(r) {
		r--
	}
	if r < b.title.from || rd.rows[r].cells < 2 {
		return -1
	}
	return r
}

// sidesHold checks the sides that the lowest header row suggests against the
// header rows above it. No cell there may reach from one side to another. Where
// one cell is over each side it may be the side's title, or else a header over
// parts of one record, as home and away results are; it is a title if each side
// has names in its first column.
func (rd *reader) sidesHold(b *band, cols, starts []int) bool {
	lids := 0
	for r := b.head.from; r < b.head.to-1; r++ {
		for _, s := range starts[1:] {
			if rd.At(r, cols[s]).same(rd.At(r, cols[s-1])) {
				return false
			}
		}
		if lids == r-b.head.from && rd.isLid(r, cols, starts) {
			lids++
		}
	}
	if lids > 0 && !rd.keyed(b, cols, starts) {
		return false
	}
	b.lids = lids
	rd.setRole(span{b.head.from, b.head.from + lids}, Title)
	return true
}

// isLid reports whether in row r one cell is over each side as a whole. Some sides may
// have nothing over them.
func (rd *reader) isLid(r int, cols, starts []int) bool {
	lids := 0
	for i := range starts {
		under := part(cols, starts, i)
		if rd.isBlankIn(r, under) {
			continue
		}
		if !rd.At(r, under[0]).same(rd.At(r, under[len(under)-1])) {
			return false
		}
		lids++
	}
	return lids > 0
}

// isPadded reports whether some record fills one side and leaves another blank.
func (rd *reader) isPadded(b *band, cols, starts []int) bool {
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) != Record {
			continue
		}
		blanks := 0
		for i := range starts {
			if rd.isBlankIn(r, part(cols, starts, i)) {
				blanks++
			}
		}
		if blanks > 0 && blanks < len(starts) {
			return true
		}
	}
	return false
}

func (rd *reader) isBlankIn(r int, cols []int) bool {
	for _, c := range cols {
		if !rd.At(r, c).Empty() {
			return false
		}
	}
	return true
}

// keyed reports whether the first column of each side names its records: it holds
// words or years rather than other figures.
func (rd *reader) keyed(b *band, cols, starts []int) bool {
	for _, s := range starts {
		names, others := 0, 0
		for r := b.data.from; r < b.data.to; r++ {
			if rd.role(r) != Record {
				continue
			}
			text := rd.At(r, cols[s]).Plain
			_, year := yearOf(text)
			switch kind := shapeOf(text); {
			case kind == word, kind == mixed, year:
				names++
			case kind == number:
				others++
			}
		}
		if others > 0 && names <= others {
			return false
		}
	}
	return true
}
