package report

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// aimedBins is about how many bins a histogram has.
const aimedBins = 16

// A step is the width of a bin: mantissa x 10^exponent, the mantissa being 1, 2 or
// 5. Its multiples are exact as text, and the nearest float64 to that as numbers.
type step struct {
	mantissa int64
	exponent int
}

// stepFor returns the step that divides a width into about n parts, no more than
// twice as many.
func stepFor(width float64, n int, whole bool) step {
	s := step{1, int(math.Floor(math.Log10(width / float64(n))))}
	if whole && s.exponent < 0 {
		s.exponent = 0
	}
	for _, m := range []int64{1, 2, 5, 10} {
		if s.mantissa = m; s.at(1)*float64(n) >= width {
			break
		}
	}
	if s.mantissa == 10 {
		s = step{1, s.exponent + 1}
	}
	return s
}

// at is the k-th multiple.
func (s step) at(k int64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatInt(k*s.mantissa, 10)+"e"+strconv.Itoa(s.exponent), 64)
	return v
}

// size is the step as an integer, of one that is.
func (s step) size() int64 {
	n := s.mantissa
	for range s.exponent {
		n *= 10
	}
	return n
}

// text is the k-th multiple in digits.
func (s step) text(k int64) string {
	digits := strconv.FormatInt(k*s.mantissa, 10)
	switch {
	case k == 0 || s.exponent == 0:
		return digits
	case s.exponent > 20 || s.exponent < -20:
		return digits + "e" + strconv.Itoa(s.exponent)
	case s.exponent > 0:
		return digits + strings.Repeat("0", s.exponent)
	}
	sign := ""
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = "-", rest
	}
	if pad := -s.exponent - len(digits) + 1; pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	point := len(digits) + s.exponent
	return sign + trimZeros(digits[:point]+"."+digits[point:])
}

// bins count values between the multiples of a step.
type bins struct {
	step   step
	first  int64     // which multiple the first bin begins at
	edges  []float64 // where each bin begins
	counts []int64
	whole  bool
	label  func(s step, k int64) string
}

// newBins divides from..to, which differ and are finite.
func newBins(from, to float64, whole bool, label func(step, int64) string) *bins {
	s := stepFor(to-from, aimedBins, whole)
	size := s.at(1)
	if size == 0 || math.IsInf(size, 0) || math.Abs(from/size) > 1e15 || math.Abs(to/size) > 1e15 {
		return nil // here two steps are the same float64
	}
	b := &bins{step: s, whole: whole, label: label}
	b.first = b.multiple(from)
	b.counts = make([]int64, b.multiple(to)-b.first+1)
	for i := range b.counts {
		b.edges = append(b.edges, s.at(b.first+int64(i)))
	}
	return b
}

// multiple is the last multiple of the step that is not above v.
func (b *bins) multiple(v float64) int64 {
	k := int64(math.Floor(v / b.step.at(1)))
	for b.step.at(k) > v {
		k--
	}
	for b.step.at(k+1) <= v {
		k++
	}
	return k
}

// add counts a value: in the last bin that does not begin above it.
func (b *bins) add(v float64, count int64) {
	i, begins := slices.BinarySearch(b.edges, v)
	if !begins {
		i--
	}
	b.counts[max(0, i)] += count
}

// A Histogram is how values are spread over an axis.
type Histogram struct {
	Bars []Bar
	// From and To name the ends of the axis.
	From, To string
	// Most is the bar that is the highest, the first of equals.
	Most Bar
}

// A Bar is one bin: its place and height in percent, what it spans, and how many
// values are there.
type Bar struct {
	X, Width, Height float64
	Span             string
	Count            int64
}

func (b *bins) histogram() *Histogram {
	h := &Histogram{}
	most := int64(0)
	for _, n := range b.counts {
		most = max(most, n)
	}
	n := len(b.counts)
	for i, count := range b.counts {
		bar := Bar{X: share(int64(i), int64(n)), Width: share(1, int64(n)), Height: share(count, most), Span: b.span(i), Count: count}
		h.Bars = append(h.Bars, bar)
		if count > h.Most.Count {
			h.Most = bar
		}
	}
	h.From = b.label(b.step, b.first)
	h.To = b.label(b.step, b.first+int64(n))
	if b.whole && b.step == (step{1, 0}) {
		h.To = b.label(b.step, b.first+int64(n)-1)
	}
	return h
}

// span names what a bin holds: a single whole number, or from one up to below
// another.
func (b *bins) span(i int) string {
	k := b.first + int64(i)
	from := b.label(b.step, k)
	if b.whole && b.step == (step{1, 0}) {
		return from
	}
	return from + " to under " + b.label(b.step, k+1)
}
