package report

import (
	"math"
	"slices"
	"strings"
)

// Seats are those of a series in a half circle, as the path of an SVG whose view
// box is 200 wide and 106 high, with the middle of the circle at 100, 100. Each
// seat is a line without length, of which the ends alone are seen.
type Seats struct {
	Number int // of the series
	Path   string
}

const (
	// aimedSeats is about how many seats a half circle has if there are more
	// votes; it has as many as there are votes if they are fewer than allSeats.
	aimedSeats = 220
	allSeats   = 300
	// The radii of the circle's first and last row of seats.
	innerRadius, outerRadius = 36.0, 94.0
)

// drawSeats shares the seats of each row's half circle out among its series. What
// is negative has none.
func (c *Chart) drawSeats() {
	most := 0.0
	for _, e := range c.rows {
		sum := 0.0
		for i := range e.Values {
			sum += max(0, e.value(i))
		}
		most = max(most, sum)
		e.Total = people(shortest(sum))
	}
	c.PerSeat = votesPerSeat(most)
	for _, e := range c.rows {
		counts := make([]int, len(e.Values))
		for i := range e.Values {
			counts[i] = seatsOf(e.value(i), c.PerSeat)
		}
		e.Seats, e.SeatSize = arrange(counts, c.Legend)
	}
}

// votesPerSeat is how many votes a seat represents: 1, 2, 5, 10, 20 ...
func votesPerSeat(most float64) int64 {
	if most <= allSeats {
		return 1
	}
	s := stepFor(min(most, 1e15), aimedSeats, true)
	return s.size()
}

// seatsOf is how many seats a number of votes has: what is something has one.
func seatsOf(votes float64, perSeat int64) int {
	if votes <= 0 {
		return 0
	}
	return max(1, int(math.Round(min(votes, 1e15)/float64(perSeat))))
}

// A chair is a place that is not yet taken: the at-th of the chairs of a row, from
// the left.
type chair struct{ row, at, of int }

// arrange gives the seats of a half circle from the left to the right, as many to
// each series as it counts. size is how wide a seat is.
func arrange(counts []int, legend []Key) (seats []Seats, size float64) {
	total := 0
	for _, n := range counts {
		total += n
	}
	rows := rowsFor(total)
	chairs := chairsIn(total, rows)
	// From left to right by angle, which is at/(of-1): compared as whole numbers, so
	// that it is the same on every machine.
	slices.SortFunc(chairs, func(a, b chair) int {
		if d := a.at*max(1, b.of-1) - b.at*max(1, a.of-1); d != 0 {
			return d
		}
		return a.row - b.row
	})
	for series, n := range counts {
		var path strings.Builder
		for _, ch := range chairs[:n] {
			x, y := ch.position(rows)
			path.WriteString("M" + decimals(x) + " " + decimals(y) + "h0")
		}
		chairs = chairs[n:]
		if n > 0 {
			seats = append(seats, Seats{legend[series].Number, path.String()})
		}
	}
	return seats, seatSize(rows)
}

// rowsFor is how many rows so many seats need to be about as close in a row as from
// row to row.
func rowsFor(seats int) int {
	for rows := 1; ; rows++ {
		if capacity(rows) >= seats || rows == 12 {
			return rows
		}
	}
}

// capacity is how many seats fit into so many rows.
func capacity(rows int) int {
	n := 0
	for row := range rows {
		n += int(math.Pi*radius(row, rows)/gap(rows)) + 1
	}
	return n
}

// radius is that of a row of seats, the inner one first.
func radius(row, rows int) float64 {
	if rows == 1 {
		return (innerRadius + outerRadius) / 2
	}
	return innerRadius + (outerRadius-innerRadius)*float64(row)/float64(rows-1)
}

// gap is the distance between rows.
func gap(rows int) float64 { return (outerRadius - innerRadius) / float64(max(1, rows-1)) }

// seatSize leaves some air between seats.
func seatSize(rows int) float64 { return gap(max(rows, 5)) * 0.78 }

// chairsIn shares seats out among rows, by their length.
func chairsIn(seats, rows int) []chair {
	length := 0.0
	for row := range rows {
		length += radius(row, rows)
	}
	chairs := make([]chair, 0, seats)
	left := seats
	for row := range rows {
		n := left
		if row < rows-1 {
			n = min(left, int(math.Round(float64(left)*radius(row, rows)/length)))
		}
		length -= radius(row, rows)
		left -= n
		for at := range n {
			chairs = append(chairs, chair{row, at, n})
		}
	}
	return chairs
}

// position is where a chair is. A single one is in the middle.
func (c chair) position(rows int) (x, y float64) {
	angle := math.Pi / 2
	if c.of > 1 {
		angle = math.Pi * float64(c.at) / float64(c.of-1)
	}
	r := radius(c.row, rows)
	// The conversions forbid fused operations, which only some machines have.
	return 100 - float64(r*math.Cos(angle)), 100 - float64(r*math.Sin(angle))
}
