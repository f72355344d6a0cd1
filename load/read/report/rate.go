package report

import (
	"math/big"
	"strings"
)

// A Plot is a pair of rates on their axis, in percent of its length.
type Plot struct {
	Computed, Published       float64
	HasComputed, HasPublished bool
	// Difference is the computed rate less the published one, "" where one is
	// missing.
	Difference string
}

// From is where the line between the two begins, Width how long it is.
func (p Plot) From() float64 { return min(p.Computed, p.Published) }

// Width is how long the line between the two is, 0 where one is missing.
func (p Plot) Width() float64 {
	if !p.HasComputed || !p.HasPublished {
		return 0
	}
	return max(p.Computed, p.Published) - p.From()
}

// drawRates puts what was computed and what was published on one axis.
func (c *Chart) drawRates() {
	var n numbers
	low, high, first := 0.0, 0.0, true
	for _, e := range c.rows {
		for _, text := range e.Values[:min(2, len(e.Values))] {
			if v, ok := n.place([]byte(text)); ok {
				if first {
					low, high, first = v, v, false
				}
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low == high {
		low, high = low-1, high+1
	}
	on, scale := axisFor(low, high)
	c.Scale = scale
	for _, e := range c.rows {
		if len(e.Values) < 2 {
			continue
		}
		p := &e.Plot
		p.Computed, p.HasComputed = n.place([]byte(e.Values[0]))
		p.Published, p.HasPublished = n.place([]byte(e.Values[1]))
		p.Computed, p.Published = on.at(p.Computed), on.at(p.Published)
		if p.HasComputed && p.HasPublished {
			p.Difference = difference(e.Values[0], e.Values[1])
		}
	}
}

// Verdict tells whether the rates of a row agree.
func (e *Entry) Verdict() string {
	switch {
	case e.Check == "true":
		return "agrees"
	case e.Check == "false" && e.Plot.Difference != "":
		return "differs"
	case !e.Plot.HasPublished:
		return "not published"
	case !e.Plot.HasComputed:
		return "not computed"
	}
	return "not checked"
}

// difference is a less b, exactly, "" for texts that are not numbers of a usual
// size.
func difference(a, b string) string {
	if len(a) > maxText || len(b) > maxText {
		return ""
	}
	x, okX := new(big.Rat).SetString(a)
	y, okY := new(big.Rat).SetString(b)
	if !okX || !okY {
		return ""
	}
	d := x.Sub(x, y)
	s := trimZeros(d.FloatString(max(places(a), places(b))))
	if d.Sign() > 0 {
		return "+" + people(s)
	}
	return people(s)
}

// places is how many digits a number has behind its point.
func places(number string) int {
	_, fraction, _ := strings.Cut(number, ".")
	return len(fraction)
}
