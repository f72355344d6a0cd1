package grid

// findColumns finds the columns in use of every band.
func (rd *reader) findColumns() {
	var known map[string]*usage
	if len(rd.bands) > 1 {
		known = make(map[string]*usage)
	}
	for i := range rd.bands {
		b := &rd.bands[i]
		if b.head.len() == 0 || known == nil {
			b.used = &usage{active: make([]bool, rd.Cols)}
		} else {
			rd.key = rd.appendRow(rd.key[:0], b.head.to-1)
			b.used = known[string(rd.key)]
			if b.used == nil {
				b.used = &usage{active: make([]bool, rd.Cols)}
				known[string(rd.key)] = b.used
			}
		}
		rd.activate(b)
	}
}

// appendRow appends the texts of a row, each with an end mark.
func (rd *reader) appendRow(key []byte, r int) []byte {
	for c := range rd.Cols {
		key = append(append(key, rd.At(r, c).Plain...), 0)
	}
	return key
}

// activate marks the columns where a header or a record of the band has a text
// of its own, not one that only reaches over from the left. A lone text may turn
// out to be a record. A header over several columns is the text of those that have
// records: the first of them may be blank, as the colour beside a party's name is.
func (rd *reader) activate(b *band) {
	active := b.used.active
	wide := 0 // headers over several columns
	for r := b.head.from; r < b.data.to; r++ {
		if role := rd.role(r); role != Header && role != Record && !rd.isLone(r) {
			continue
		}
		row := rd.Cells[r*rd.Cols : (r+1)*rd.Cols]
		for c := range row {
			if active[c] || row[c].Empty() || c > 0 && row[c].same(&row[c-1]) {
				continue
			}
			if rd.role(r) == Header && c+1 < len(row) && row[c].same(&row[c+1]) {
				wide++
				continue
			}
			active[c] = true
		}
	}
	for r := b.head.from; wide > 0 && r < b.head.to; r++ {
		rd.activateWide(active, rd.Cells[r*rd.Cols:(r+1)*rd.Cols])
	}
}

// activateWide marks the first column of the headers over several columns of which none
// has a text of its own.
func (rd *reader) activateWide(active []bool, row []Cell) {
	for c := 0; c < len(row); {
		end, any := c+1, active[c]
		for end < len(row) && row[end].same(&row[c]) {
			any = any || active[end]
			end++
		}
		if end > c+1 && !any && !row[c].Empty() {
			active[c] = true
		}
		c = end
	}
}

// columns lists the active columns of a band.
func (b *band) columns() []int {
	u := b.used
	if u.cols == nil {
		u.cols = make([]int, 0, len(u.active))
		for c, active := range u.active {
			if active {
				u.cols = append(u.cols, c)
			}
		}
	}
	return u.cols
}
