package grid

import "strconv"

// Evidence is what speaks for and against a row being a header.
type evidence struct {
	rows    int // that were compared with it
	words   int // cells that are words
	over    int // of these, cells over figures
	known   int // usual column headers
	figures int // cells that are figures
	clash   int // of these, figures over figures
	nulls   int // dashes
	again   int // cells whose text occurs below them
	alike   int // cells made like all the texts below them
	blanks  int // blank cells over texts
	long    int // texts too long for a header
}

// sure reports whether the row is a header by its contrast to the rows below alone.
func (e evidence) sure() bool {
	return e.over > 0 && !e.refuted() && e.figures == 0 && e.again == 0 && e.blanks <= 1 && e.long == 0
}

// refuted reports whether the row cannot be a header.
func (e evidence) refuted() bool { return e.clash > 0 || e.nulls > 0 }

// likely reports whether the row is a header if it is the first of a table: most
// tables have one.
func (e evidence) likely() bool {
	switch {
	case e.refuted() || e.rows == 0:
		return false
	case e.over > 0:
		return e.blanks <= e.words && e.again < e.over
	case e.figures > 0 || e.again > 0 || e.blanks > 1:
		return false
	}
	return e.known > 0 || e.long == 0 && e.alike*2 <= e.words
}

// guessTop returns how many rows at the top of a table without marks look like a
// header. Above the lower of two rows some cells are blank or span.
func (rd *reader) guessTop(t int, titled bool) int {
	if rd.rows[t].cells < 2 && rd.Cols > 1 {
		return 0
	}
	if rd.flat && t > 0 && rd.At(0, 0).Header && rd.role(0) == Blank && rd.isBlank(0) {
		return 0 // a header row was written, and left blank
	}
	upper := rd.guess(t)
	if below := t + 1; below < rd.Rows && upper.figures == 0 && upper.nulls == 0 &&
		(rd.rows[t].spread > 0 || rd.fillsUp(below, t)) {
		lower := rd.guess(below)
		lower.blanks = 0
		if lower.sure() {
			return 2
		}
	}
	// Where other rows have marks, or the marks are on a title, the row without
	// them must look the more like a header.
	marked := rd.heads > 0 && !rd.flat || titled && rd.isHead(t-1)
	if upper.sure() || upper.likely() && (!marked || upper.known*2 >= upper.words) {
		return 1
	}
	return 0
}

// fillsUp reports whether row r is filled where the row above is blank: in several
// columns, or in one while another is the other way round.
func (rd *reader) fillsUp(r, above int) bool {
	filled, left := 0, 0
	for c := range rd.Cols {
		switch lower, upper := rd.At(r, c).Empty(), rd.At(above, c).Empty(); {
		case upper && !lower:
			filled++
		case lower && !upper:
			left++
		}
	}
	return filled > 1 || filled == 1 && left > 0
}

// guess compares row t with the rows below it.
func (rd *reader) guess(t int) evidence {
	rd.compare(t)
	var e evidence
	ascending, counted := rd.yearsAscend(t), rd.countsUp(t)
	for c := range rd.Cols {
		y := &rd.tally[c]
		e.rows = max(e.rows, y.filled)
		text := rd.At(t, c).Plain
		figures := y.filled > 0 && (y.numbers+y.mixed)*2 > y.filled
		switch shapeOf(text) {
		case blank:
			if y.filled > 0 {
				e.blanks++
			}
		case null:
			e.nulls++
		case number:
			switch {
			case ascending && y.years*2 <= y.filled, figures && counted, figures && isCode(text) && y.letters == 0:
				e.words++
				e.over++
			case figures:
				e.clash++
			default:
				e.figures++
			}
		case word:
			if nullWords().has(text) {
				e.nulls++
				continue
			}
			if figures {
				e.over++
			}
			fallthrough
		case mixed:
			e.words++
			e.weigh(text, y)
		}
	}
	return e
}

func (e *evidence) weigh(text string, y *tally) {
	if y.again {
		e.again++
	}
	if y.filled > 1 && y.alike == y.filled {
		e.alike++
	}
	if isHeaderWord(text) {
		e.known++
	} else if len(text) > 60 {
		e.long++
	}
}

// countsUp reports whether the figures of row t are 1, 2, 3 and so on in columns side by
// side, beside a usual header: the innings of a game.
func (rd *reader) countsUp(t int) bool {
	last, known := 0, false
	for c := range rd.Cols {
		text := rd.At(t, c).Plain
		if shapeOf(text) != number {
			known = known || isHeaderWord(text)
			if last > 0 && last < 3 {
				return false
			}
			continue
		}
		if text != strconv.Itoa(last+1) {
			return false
		}
		last++
	}
	return last >= 3 && known
}

// yearsAscend reports whether the figures of row t are two or more years, or spans of
// years, in order: 1990, 2000, 2010 may head columns.
func (rd *reader) yearsAscend(t int) bool {
	n, last, up, down := 0, 0, 0, 0
	for c := range rd.Cols {
		text := rd.At(t, c).Plain
		if shapeOf(text) != number {
			continue
		}
		year, ok := yearOf(text)
		if !ok {
			return false
		}
		if n++; n > 1 && year > last {
			up++
		} else if n > 1 && year < last {
			down++
		}
		last = year
	}
	return n >= 2 && (up == n-1 || down == n-1)
}
