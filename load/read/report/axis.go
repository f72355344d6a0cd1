package report

import (
	"math"
	"math/big"
	"strconv"
)

// An axis is an order that values of a type can be drawn in.
type axis interface {
	// see takes down a value.
	see(value []byte)
	// facts are what was seen.
	facts() []Fact
	// bins divides what was seen; nil if there is nothing to divide.
	bins() *bins
	// place is where a value is on the axis of the bins. ok is false if it is
	// nowhere.
	place(value []byte) (at float64, ok bool)
}

// axisOf is the axis of a type of a Data Package, nil for one without.
func axisOf(typ string) axis {
	switch typ {
	case "integer", "number":
		return &numbers{whole: typ == "integer"}
	case "date", "year":
		return &days{years: typ == "year"}
	}
	return nil
}

// numbers is the axis of numbers.
type numbers struct {
	whole     bool
	count     int64
	low, high string // as the table has them
	from, to  float64
	sum, lost float64 // Neumaier's sum, whatever the size of its parts
}

func (n *numbers) place(value []byte) (float64, bool) {
	v, err := strconv.ParseFloat(string(value), 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

func (n *numbers) see(value []byte) {
	v, ok := n.place(value)
	if !ok {
		return
	}
	n.count++
	if n.count == 1 || v < n.from || v == n.from && less(value, n.low) {
		n.low, n.from = string(value), v
	}
	if n.count == 1 || v > n.to || v == n.to && less([]byte(n.high), string(value)) {
		n.high, n.to = string(value), v
	}
	t := n.sum + v
	if math.Abs(n.sum) >= math.Abs(v) {
		n.lost += (n.sum - t) + v
	} else {
		n.lost += (v - t) + n.sum
	}
	n.sum = t
}

// less compares numbers that are the same float64 exactly.
func less(a []byte, b string) bool {
	if string(a) == b || len(a) > maxText || len(b) > maxText {
		return false
	}
	x, okX := new(big.Rat).SetString(string(a))
	y, okY := new(big.Rat).SetString(b)
	return okX && okY && x.Cmp(y) < 0
}

func (n *numbers) facts() []Fact {
	if n.count == 0 {
		return nil
	}
	if n.low == n.high {
		return []Fact{{"value", people(n.low)}}
	}
	mean := (n.sum + n.lost) / float64(n.count)
	return []Fact{{"smallest", people(n.low)}, {"mean", rounded(mean)}, {"largest", people(n.high)}}
}

func (n *numbers) bins() *bins {
	if n.count == 0 || n.from == n.to || math.IsInf(n.to-n.from, 0) {
		return nil
	}
	return newBins(n.from, n.to, n.whole, func(s step, k int64) string { return people(s.text(k)) })
}
