package grid

// splitBands takes the bands apart at titles that have no header of their own:
// the header is written once, and blocks are stacked below it.
//
//	| Name | Boats | Name | Boats |
//	| North | South | | |
//	| Ann | 10 | Cy | 7 |
//	| East | West | | |
//	| Eve | 4 | Flo | 3 |
func (rd *reader) splitBands() {
	var bands []band
	for i := range rd.bands {
		b := rd.bands[i]
		end := b.data.to
		for r := b.data.from; r < end && len(b.sides) > 1; r++ {
			if rd.role(r) != Record || !rd.titlesAt(&b, r) {
				continue
			}
			if bands == nil {
				bands = append(make([]band, 0, len(rd.bands)+1), rd.bands[:i]...)
			}
			from := rd.firstTitle(r, b.data.from)
			b.data.to = from
			if b.title.len() > 0 || b.lids > 0 || rd.hasRole(b.data, Record) {
				bands = append(bands, b)
				b = b.below()
			}
			b.title, b.data = span{from, r + 1}, span{r + 1, end}
		}
		if bands != nil {
			bands = append(bands, b)
		}
	}
	if bands != nil {
		rd.bands = bands
	}
}

// firstTitle makes titles of row r and of the group rows right above it, which
// are over all the sides that row r names, and returns the first of these rows.
func (rd *reader) firstTitle(r, top int) int {
	first := r
	rd.layout.Roles[r] = Title
	for a := r - 1; a >= top && rd.role(a) != Record && rd.role(a) != Title; a-- {
		if rd.role(a) == Group {
			rd.layout.Roles[a] = Title
			first = a
		}
	}
	return first
}

// below returns a band with the header and the sides of b, without their titles.
func (b *band) below() band {
	next := *b
	next.head.from += b.lids
	next.lids = 0
	next.sides = make([]side, len(b.sides))
	copy(next.sides, b.sides)
	return next
}

func (rd *reader) hasRole(rows span, role Role) bool {
	for r := rows.from; r < rows.to; r++ {
		if rd.role(r) == role {
			return true
		}
	}
	return false
}

// titlesAt reports whether row r has a title for each of the sides, or for the first
// few: cells over whole sides, or in a flat table words that are together at
// the left, where records have figures.
func (rd *reader) titlesAt(b *band, r int) bool {
	f := &rd.rows[r]
	if !rd.flat {
		return f.spread > 0 && f.own == f.cells && rd.coversSides(b, r)
	}
	n := int(f.cells)
	if n < 2 || n > len(b.sides) || f.first != 0 || int(f.last) != n-1 {
		return false
	}
	for c := range n {
		if shapeOf(rd.At(r, c).Plain) != word || c > 0 && !rd.hasFigures(b, c, n) {
			return false
		}
	}
	return true
}

// coversSides reports whether each cell of row r is over a side as a whole.
func (rd *reader) coversSides(b *band, r int) bool {
	for i := range b.sides {
		cols := b.sides[i].cols
		if !rd.isBlankIn(r, cols) && !rd.At(r, cols[0]).same(rd.At(r, cols[len(cols)-1])) {
			return false
		}
	}
	return true
}

// hasFigures reports whether most records of the band with more than n texts have a
// figure in column c.
func (rd *reader) hasFigures(b *band, c, n int) bool {
	figures, others := 0, 0
	for r := b.data.from; r < min(b.data.to, b.data.from+sample); r++ {
		switch kind := shapeOf(rd.At(r, c).Plain); {
		case rd.role(r) != Record, int(rd.rows[r].filled) <= n:
		case kind == number:
			figures++
		case kind == word, kind == mixed:
			others++
		}
	}
	return figures > others
}
