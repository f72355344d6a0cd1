package grid

// findDetails gives the role Detail to the rows that say more about the record above
// them: the summary of an episode, the remark on a launch. Such a row is one text
// beside cells that reach down from its record, or one wide text below most records
// where none is above the first.
//
//	| 1 | Ebb  | 16 May |       record
//	| The boat is lost. |       its detail
//	| 2 | Flow | 23 May |       record
//	| The tide turns.   |       its detail
func (rd *reader) findDetails(b *band) {
	if !rd.flat && b.head.len() > 0 && len(b.sides) == 1 {
		rd.findHanging(b)
		rd.findSummaries(b)
	}
}

// findHanging finds the rows of one text beside cells of the record above.
func (rd *reader) findHanging(b *band) {
	for r := b.data.from + 1; r < b.data.to; r++ {
		if above := rd.role(r - 1); rd.role(r) == Record && (above == Record || above == Detail) && rd.isHanging(r) {
			rd.layout.Roles[r] = Detail
		}
	}
}

// isHanging reports whether row r is one cell of its own, over half of the columns or
// more up to the last, and otherwise cells that reach down from the row above.
func (rd *reader) isHanging(r int) bool {
	f := &rd.rows[r]
	if f.own != 1 || f.cells < 2 || int(f.last) != rd.Cols-1 {
		return false
	}
	own := rd.At(r, rd.Cols-1)
	if int(own.Row) != r || own.Header {
		return false
	}
	width := 0
	for c := range rd.Cols {
		switch cell := rd.At(r, c); {
		case cell.same(own):
			width++
		case int(cell.Row) >= r:
			return false // a blank cell of its own
		}
	}
	return width >= 2 && width*2 >= rd.Cols
}

// findSummaries finds the wide texts below records. All are details, or none.
func (rd *reader) findSummaries(b *band) {
	records, wide, last := 0, 0, Blank
	for r := b.data.from; r < b.data.to; r++ {
		switch role := rd.role(r); {
		case role == Record:
			records, last = records+1, Record
		case role == Group && rd.isWide(r):
			if last != Record || rd.isHead(r) {
				return // above the first record, or two in a row
			}
			wide, last = wide+1, Group
		case role == Group:
			return
		}
	}
	if wide < 2 || last != Group || wide*5 < records*3 {
		return
	}
	for r := b.data.from; r < b.data.to; r++ {
		if rd.role(r) == Group {
			rd.layout.Roles[r] = Detail
		}
	}
}

// dropOpenings takes the rows that show nothing but cells which reach down to a record
// for no records of their own.
func (rd *reader) dropOpenings(b *band) {
	if len(b.sides) > 1 {
		return
	}
	for r := b.data.from; r < b.data.to-1; r++ {
		if rd.role(r) == Record && rd.role(r+1) == Record && rd.isOpening(r) {
			rd.layout.Roles[r] = Repeat
		}
	}
}

// detailText is the text of a row of details.
func (rd *reader) detailText(r int) string {
	if rd.rows[r].cells == 1 {
		return rd.groupText(r)
	}
	return rd.At(r, rd.Cols-1).Plain
}
