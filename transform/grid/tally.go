package grid

import "strings"

// sample is how many rows below a presumed header are compared with it. Of those
// that cannot be compared, such as blank ones, no more than eight times as many
// are passed over.
const sample = 24

// A tally counts the shapes of the texts below a presumed header cell.
type tally struct {
	filled, numbers, mixed, years int
	letters                       int  // numbers with letters behind them
	again                         bool // the cell's own text is among them
	alike                         int  // texts made like it: as many words, commas
}

// compare fills the tallies with the rows below t that have more than one cell,
// down to what may be the title of the next band.
func (rd *reader) compare(t int) {
	if rd.tally == nil {
		rd.tally = make([]tally, rd.Cols)
	}
	clear(rd.tally)
	end := min(rd.Rows, t+1+8*sample)
	for r, n := t+1, 0; r < end && n < sample && (n == 0 || !rd.flat || !rd.isTitle(r)); r++ {
		if rd.rows[r].cells < 2 && rd.Cols > 1 || rd.isCopy(r) || rd.rows[r].filled > 1 && rd.echo(r, t) {
			continue
		}
		n++
		for c := range rd.Cols {
			rd.tally[c].add(rd.At(t, c).Plain, rd.At(r, c).Plain)
		}
	}
}

func (y *tally) add(head, text string) {
	switch shapeOf(text) {
	case blank, null:
		return
	case number:
		y.numbers++
		if _, ok := yearOf(text); ok {
			y.years++
		}
		if isCode(text) {
			y.letters++
		}
	case mixed:
		y.mixed++
	}
	y.filled++
	y.again = y.again || text == head
	if n := strings.Count(head, " "); n > 0 && n == strings.Count(text, " ") &&
		strings.Contains(head, ",") == strings.Contains(text, ",") {
		y.alike++
	}
}
