package rate

import "slices"

// A band is what the totals of a group typically are.
type band struct {
	median    uint64
	low, high uint64 // the smallest and the largest typical total
	// typical reports whether a total lies in the band or within 1 % of the median.
	typical func(uint64) bool
}

// fewest is the number of totals from which a typical one can be recognized, smallest
// the median from which one more or less says something.
const fewest, smallest = 5, 50

// bandOf finds the band of a group of totals that are meant to be nearly the same,
// as those of the same people asked several times are. A total is typical within three
// scaled median deviations of the median, or within 1 % of it. ok is false if
// there are too few totals, if they are too small, if they vary by nature (the
// scaled deviation exceeds 2 % of the median), or if more than a quarter of them
// stand out.
func bandOf(totals []uint64) (b band, ok bool) {
	if len(totals) < fewest {
		return b, false
	}
	sorted := slices.Sorted(slices.Values(totals))
	b.median = sorted[len(sorted)/2]
	if b.median < smallest || b.median > most { // the arithmetic below would overflow
		return b, false
	}
	deviations := make([]uint64, len(sorted))
	for i, v := range sorted {
		deviations[i] = apart(v, b.median)
	}
	slices.Sort(deviations)
	d := deviations[len(deviations)/2]
	if d > b.median {
		return b, false
	}
	// The median deviation of a normal distribution is 1/1.4826 of its standard
	// deviation. In whole numbers: 3 x 1.4826 x d = 44478 d / 10000.
	spread := 44478 * d
	if spread/3*50 > 10000*b.median {
		return b, false
	}
	inside := func(v uint64) bool { return 10000*apart(v, b.median) <= spread }
	b.typical = func(v uint64) bool { return inside(v) || 100*apart(v, b.median) <= b.median }
	out := 0
	b.low = none
	for _, v := range sorted {
		if inside(v) {
			b.low, b.high = min(b.low, v), max(b.high, v)
		}
		if !b.typical(v) {
			out++
		}
	}
	return b, 4*out <= len(sorted)
}

func apart(a, b uint64) uint64 { return max(a, b) - min(a, b) }
