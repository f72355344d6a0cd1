package rate

import "math/bits"

// rounded returns k x n / d rounded half up to a whole number. ok is false if d
// is 0 or the result has no place in 64 bits.
func rounded(n, d, k uint64) (q uint64, ok bool) {
	if d == 0 {
		return 0, false
	}
	// floor((2kn + d) / 2d)
	hi, lo := bits.Mul64(2*k, n)
	lo, carry := bits.Add64(lo, d, 0)
	hi += carry
	if hi >= 2*d {
		return 0, false
	}
	q, _ = bits.Div64(hi, lo, 2*d)
	return q, true
}

// cut returns k x n / d with the digits behind the point cut off.
func cut(n, d, k uint64) (q uint64, ok bool) {
	hi, lo := bits.Mul64(k, n)
	if d == 0 || hi >= d {
		return 0, false
	}
	q, _ = bits.Div64(hi, lo, d)
	return q, true
}

// power10 returns 10^n for n up to 19.
func power10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// nearest returns the number closest to from at which sign is 0. sign must rise
// or fall with its argument without turning back, and is not 0 at from. ok is
// false if it jumps over 0 or does not come to it below most.
func nearest(from uint64, rising bool, sign func(uint64) int) (at uint64, ok bool) {
	if (sign(from) < 0) == rising {
		at, ok = first(most-min(from, most), func(step uint64) bool { return sign(from+step) != sign(from) })
		at = from + at
	} else {
		at, ok = first(from, func(step uint64) bool { return sign(from-step) != sign(from) })
		at = from - at
	}
	return at, ok && sign(at) == 0
}

// first returns the smallest step up to limit for which done holds, if it holds
// for all larger ones too. It doubles the step before it searches between, as
// the answer is near as a rule.
func first(limit uint64, done func(uint64) bool) (step uint64, ok bool) {
	if limit == 0 {
		return 0, false
	}
	high := uint64(1)
	for !done(high) {
		if high == limit {
			return 0, false
		}
		high = min(2*high, limit)
	}
	low := high / 2 // not done, or 0
	for high-low > 1 {
		if mid := low + (high-low)/2; done(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high, true
}
