package report

import "math"

// A Segment is a part of a bar: the place and width, in percent of the axis, and
// the row of the bar it is in.
type Segment struct {
	Number   int // of its series
	X, Width float64
	Row      int
}

// A Scale is an axis: its ends, and the marks on it.
type Scale struct {
	From, To string
	Ticks    []Tick
}

// A Tick is a mark of an axis, in percent of its length.
type Tick struct {
	X    float64
	Text string
}

// An interval is what an axis shows.
type interval struct{ from, to float64 }

// at is the place of a value, in percent.
func (i interval) at(v float64) float64 { return (v - i.from) / (i.to - i.from) * 100 }

// drawBars lays bars out: end to end, or one below the other. What is negative has
// no place in a stack.
func (c *Chart) drawBars() {
	stacked := c.Kind == "stacked-bar"
	low, high := 0.0, 0.0
	for _, e := range c.rows {
		sum := 0.0
		for i := range e.Values {
			v := e.value(i)
			sum += max(0, v)
			if !stacked {
				low, high = min(low, v), max(high, v)
			}
		}
		if stacked {
			high = max(high, sum)
			e.Total = people(shortest(sum))
		}
	}
	if low == high {
		high = 1
	}
	on, scale := axisFor(low, high)
	c.Scale = scale
	for _, e := range c.rows {
		e.segments(c.Legend, on, stacked)
	}
}

func (e *Entry) segments(legend []Key, on interval, stacked bool) {
	end := 0.0
	for i := range e.Values {
		from, to := 0.0, e.value(i)
		if stacked {
			from, to = end, end+max(0, to)
			end = to
		} else if to < 0 {
			from, to = to, 0
		}
		s := Segment{Number: legend[i].Number, X: on.at(from), Width: on.at(to) - on.at(from)}
		if !stacked {
			s.Row = i
		}
		if s.Width > 0 {
			e.Bars = append(e.Bars, s)
		}
	}
}

// aimedTicks is about how many marks an axis has.
const aimedTicks = 5

// axisFor returns an axis with round ends around two values, which differ.
func axisFor(low, high float64) (interval, Scale) {
	s := stepFor(high-low, aimedTicks, false)
	size := s.at(1)
	if size == 0 || math.IsInf(size, 0) || math.Abs(low/size) > 1e15 || math.Abs(high/size) > 1e15 {
		return interval{low, high}, Scale{}
	}
	first, last := int64(math.Floor(low/size)), int64(math.Ceil(high/size))
	on := interval{s.at(first), s.at(last)}
	scale := Scale{From: people(s.text(first)), To: people(s.text(last))}
	for k := first; k <= last; k++ {
		scale.Ticks = append(scale.Ticks, Tick{on.at(s.at(k)), people(s.text(k))})
	}
	return on, scale
}
