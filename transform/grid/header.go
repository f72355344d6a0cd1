package grid

// openBand tries to read row r as the first row of a band: titles and header
// rows. top reports whether nothing but blank rows is above it. repeated reports whether the
// header is that of an earlier band.
func (rd *reader) openBand(r int, top bool) (b band, repeated, ok bool) {
	t := r
	for n := 0; n < 3 && rd.isTitle(t); n++ {
		t = rd.after(t)
	}
	for {
		n, repeated := rd.headerRows(t, top, t > r)
		if n > 0 && !(repeated && t > r && rd.isOneBlock(t, r)) {
			return band{
				title: span{r, t}, head: span{t, t + n}, data: span{t + n, t + n},
			}, repeated, true
		}
		if t == r {
			return band{}, false, false
		}
		t = r // the titles were none
	}
}

// isOneBlock reports whether the row above a repeated header cannot be a row of titles
// as it has several texts, but the header is that of one block.
func (rd *reader) isOneBlock(head, title int) bool {
	if rd.rows[title].cells < 2 || rd.titlesOf(&rd.bands[0]) >= 0 || rd.titlesOf(&rd.bands[len(rd.bands)-1]) >= 0 {
		return false
	}
	var cols []int
	for c := range rd.Cols {
		if !rd.At(head, c).Empty() {
			cols = append(cols, c)
		}
	}
	return rd.period(head, cols) == nil && rd.recurrence(head, cols) == nil
}

// isTitle reports whether row t looks like a title over the row below it: one wide
// cell, or in a flat table at most half as many texts as the row below has, with
// no figure among them.
func (rd *reader) isTitle(t int) bool {
	below := rd.after(t)
	if below >= rd.Rows {
		return false
	}
	if rd.isWide(t) {
		return true
	}
	if !rd.flat || rd.rows[t].first != 0 || rd.rows[t].filled*2 > rd.rows[below].filled {
		return false
	}
	for c := range rd.Cols {
		if kind := shapeOf(rd.At(t, c).Plain); c > 0 && (kind == number || kind == null) {
			return false
		}
	}
	return true
}

// isLidRow reports whether each text in row t is over two or more columns, but none
// over the whole width, and that another row follows.
func (rd *reader) isLidRow(t int) bool {
	f := &rd.rows[t]
	if f.spread < f.cells || f.own < f.cells || rd.isWide(t) || t+1 >= rd.Rows {
		return false
	}
	for _, cell := range rd.written(t) {
		if c := int(cell.Col); c+1 >= rd.Cols || !cell.same(rd.At(t, c+1)) {
			return false
		}
	}
	return true
}

// headerRows returns how many header rows begin at row t.
func (rd *reader) headerRows(t int, top, titled bool) (n int, repeated bool) {
	if n := rd.repeats(t); n > 0 {
		return n, true
	}
	if n := rd.marked(t, top); n > 0 {
		return n, false
	}
	if (!top || rd.rows[t].cells == 1) && rd.isLidRow(t) {
		if n := max(rd.repeats(t+1), rd.marked(t+1, top)); n > 0 {
			return n + 1, false
		}
	}
	switch {
	case top:
		return rd.guessTop(t, titled), false
	case rd.heads > 0 && !rd.flat:
		return 0, false
	case (titled || rd.isBlank(t-1)) && rd.guess(t).sure():
		return 1, false
	}
	return 0, false
}

// repeats counts the rows from t on that repeat header rows of the first or the
// latest band.
func (rd *reader) repeats(t int) int {
	n := 0
	for len(rd.bands) > 0 && t+n < rd.Rows && rd.isEcho(t+n) {
		n++
	}
	return n
}

func (rd *reader) isEcho(r int) bool {
	first, last := &rd.bands[0], &rd.bands[len(rd.bands)-1]
	return rd.echoes(r, first.head) || len(rd.bands) > 1 && rd.echoes(r, last.head)
}

// echoes reports whether the texts of row r are those that one of the rows of head has
// in the same columns. A block that has nothing beside it may leave the other
// side blank.
func (rd *reader) echoes(r int, head span) bool {
	for h := head.from; h < head.to; h++ {
		if rd.rows[r].filled >= min(2, rd.rows[h].filled) && rd.echo(r, h) {
			return true
		}
	}
	return false
}

func (rd *reader) echo(r, h int) bool {
	for c := int(rd.rows[r].first); c <= int(rd.rows[r].last); c++ {
		if text := rd.At(r, c).Plain; text != "" && !alike(text, rd.At(h, c).Plain) {
			return false
		}
	}
	return rd.rows[r].last >= 0
}

// marked counts the header rows that begin at row t by the markup. At the top a
// row may be styled as data in part.
func (rd *reader) marked(t int, top bool) int {
	f := &rd.rows[t]
	switch {
	case rd.Cols == 1 && top && rd.isHead(t):
		return 1
	case f.heads == 0 || f.cells < 2 && rd.Cols > 1:
		return 0
	case top && rd.isHead(t), top && f.heads >= 2 && f.heads*2 >= f.filled && !rd.guess(t).refuted():
		return rd.depth(t)
	case !top && rd.isSubheader(t):
		return rd.depth(t)
	}
	return 0
}

// isSubheader reports whether row t is a header row amid the data: marked as one, with
// words rather than figures, with other rows below it, and no narrower than the
// header above it, unless its lower row follows.
func (rd *reader) isSubheader(t int) bool {
	below := rd.after(t)
	if below >= rd.Rows || rd.heads == rd.filled || !rd.isHead(t) || !rd.mostlyWords(t) || rd.isTotal(t, rd.all, true) {
		return false
	}
	head := rd.bands[len(rd.bands)-1].head
	if head.len() > 0 && rd.rows[t].cells < rd.rows[head.to-1].cells {
		return rd.rows[t].spread > 0 && rd.isHead(below) && !rd.isWide(below) && rd.mostlyWords(below)
	}
	return int(rd.rows[t].filled)*2 > rd.Cols
}

// maxDepth limits the rows of one header. In a table of nothing but header cells
// every row with a span would ask for another one.
const maxDepth = 6

// depth counts the header rows from t on. Below a row with spans another one
// follows, which may be plain; other rows of header cells belong to the header if
// they are words.
func (rd *reader) depth(t int) int {
	n := 1
	for ; t+n < rd.Rows && n < maxDepth; n++ {
		r, above := t+n, &rd.rows[t+n-1]
		if rd.isCopy(r) && rd.role(r) == Blank {
			continue
		}
		if rd.isLowerRow(r) {
			return n + 1
		}
		if !rd.isHead(r) || rd.isWide(r) || rd.rows[r].cells < 2 {
			break
		}
		if above.spread > 0 || rd.rows[r].own < rd.rows[r].cells {
			continue
		}
		if rd.heads == rd.filled || rd.rows[r].spread > 0 || !rd.mostlyWords(r) {
			break
		}
	}
	return n
}

// mostlyWords reports whether more than half of the texts of row r have no digit.
func (rd *reader) mostlyWords(r int) bool {
	words, others := 0, 0
	for c := range rd.Cols {
		cell := rd.At(r, c)
		if c > 0 && cell.same(rd.At(r, c-1)) {
			continue
		}
		switch shapeOf(cell.Plain) {
		case word:
			words++
		case number, mixed, null:
			others++
		}
	}
	return words > others
}
