package grid

import "strings"

// nameSides gives the sides of a band their titles.
func (rd *reader) nameSides(b *band) {
	for r := b.title.from; r < b.title.to; r++ {
		if rd.role(r) == Title && !rd.isCopy(r) {
			rd.placeTitles(b, r, rd.written(r))
		}
	}
	for r := b.head.from; r < b.head.from+b.lids; r++ {
		for i := range b.sides {
			b.sides[i].addTitle(rd.At(r, b.sides[i].cols[0]))
		}
	}
}

// addTitle names a side after a cell, in addition to the names it has.
func (s *side) addTitle(c *Cell) {
	switch {
	case c.Empty():
		return
	case s.title != "":
		s.title += " / " + c.Plain
		return
	}
	s.title, s.titleRow, s.titleCol = c.Plain, int(c.Row), int(c.Col)
}

// placeTitles distributes the titles of row r: by place where each begins with a
// side, otherwise one after the other. One title over several sides is the title
// of each.
func (rd *reader) placeTitles(b *band, r int, titles []*Cell) {
	if len(titles) == 1 {
		rd.placeTitle(b, r, titles[0])
		return
	}
	placed := true
	for _, t := range titles {
		placed = placed && b.sideAt(int(t.Col)) >= 0
	}
	for i, t := range titles {
		at := i
		if placed {
			at = b.sideAt(int(t.Col))
		}
		if at >= len(b.sides) {
			b.sides[len(b.sides)-1].title += " / " + joinTexts(titles[i:])
			break
		}
		b.sides[at].addTitle(t)
		if i == 1 && !placed && rd.flat {
			rd.lost = append(rd.lost, lostSpan{row: r, col: int(t.Col), want: b.sides[at].cols[0]})
		}
	}
	if !placed && len(titles) != len(b.sides) {
		rd.noteDoubtfulTitles(b, r, len(titles))
	}
}

func joinTexts(cells []*Cell) string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = c.Plain
	}
	return strings.Join(texts, " / ")
}

// placeTitle gives the only title of row r to the sides that it is over. In a
// flat table nobody knows which, unless another row has a title for each; there
// it goes to all that have records, or to the first where other bands have a
// title for each.
func (rd *reader) placeTitle(b *band, r int, title *Cell) {
	last := int(rd.rows[r].last)
	alone := rd.flat && rd.titlesOf(b) < 0
	over := 0
	for i := range b.sides {
		s := &b.sides[i]
		if alone && !rd.hasRecords(b, s) || !rd.flat && s.cols[0] > last {
			continue
		}
		if over++; over == 1 || !alone || !rd.eachTitled {
			s.addTitle(title)
		}
	}
	if over == 0 {
		b.sides[0].addTitle(title)
	}
	if alone && over > 1 {
		rd.noteDoubtfulTitles(b, r, 1)
	}
}

// sideAt returns the index of the side that begins at column c, or -1.
func (b *band) sideAt(c int) int {
	for i := range b.sides {
		if b.sides[i].cols[0] == c {
			return i
		}
	}
	return -1
}

// hasRecords reports whether a record of the band has a text in the side.
func (rd *reader) hasRecords(b *band, s *side) bool {
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) == Record && rd.writesIn(r, s.cols) {
			return true
		}
	}
	return false
}

// writesIn reports whether row r has a cell of its own in cols that is not empty.
func (rd *reader) writesIn(r int, cols []int) bool {
	for _, c := range cols {
		if cell := rd.At(r, c); int(cell.Row) == r && !cell.Empty() {
			return true
		}
	}
	return false
}
