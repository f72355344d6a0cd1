package rate

import (
	"math/big"
	"testing"
)

func TestRounded(t *testing.T) {
	for _, c := range []struct {
		n, d, k, want uint64
		ok            bool
	}{
		{2239, 2845, 10000, 7870, true}, // 78.6994...
		{1, 8, 1000, 125, true},
		{1, 8, 100, 13, true}, // 12.5 rounds up
		{3, 8, 100, 38, true}, // 37.5
		{1, 3, 100, 33, true},
		{2, 3, 100, 67, true},
		{0, 5, 100, 0, true},
		{most, most, 100, 100, true},
		{most, 1, 1 << 62, 0, false},
		{1, 0, 100, 0, false},
	} {
		if got, ok := rounded(c.n, c.d, c.k); got != c.want || ok != c.ok {
			t.Errorf("rounded(%d, %d, %d) = %d, %v, want %d, %v", c.n, c.d, c.k, got, ok, c.want, c.ok)
		}
	}
}

// FuzzRounded compares with exact fractions.
func FuzzRounded(f *testing.F) {
	f.Add(uint64(2239), uint64(2845), uint64(10000))
	f.Add(uint64(most), uint64(3), uint64(100_000_000_000))
	f.Fuzz(func(t *testing.T, n, d, k uint64) {
		n, d, k = n%most, d%most+1, k%100_000_000_000
		exact := new(big.Rat).SetFrac(new(big.Int).Mul(new(big.Int).SetUint64(n), new(big.Int).SetUint64(k)), new(big.Int).SetUint64(d))
		if got, ok := rounded(n, d, k); ok {
			off := new(big.Rat).Sub(new(big.Rat).SetInt(new(big.Int).SetUint64(got)), exact)
			if off.Cmp(big.NewRat(1, 2)) > 0 || off.Cmp(big.NewRat(-1, 2)) <= 0 {
				t.Errorf("%d x %d / %d is %s, rounded to %d", k, n, d, exact.FloatString(3), got)
			}
		}
		if got, ok := cut(n, d, k); ok {
			off := new(big.Rat).Sub(exact, new(big.Rat).SetInt(new(big.Int).SetUint64(got)))
			if off.Sign() < 0 || off.Cmp(big.NewRat(1, 1)) >= 0 {
				t.Errorf("%d x %d / %d is %s, cut to %d", k, n, d, exact.FloatString(3), got)
			}
		}
	})
}

func TestNearest(t *testing.T) {
	// above is a sign function that rises from below to above at low and high.
	above := func(low, high uint64) func(uint64) int {
		return func(v uint64) int {
			switch {
			case v < low:
				return -1
			case v > high:
				return 1
			}
			return 0
		}
	}
	for _, c := range []struct {
		from, low, high, want uint64
		ok                    bool
	}{
		{100, 110, 120, 110, true},
		{100, 50, 60, 60, true},
		{100, 0, 0, 0, true},
		{0, 1, 1, 1, true},
		{5, 1 << 40, 1 << 41, 1 << 40, true},
		{5, most + 1, most + 2, 0, false},
		{100, 111, 110, 0, false}, // jumps over 0
	} {
		if got, ok := nearest(c.from, true, above(c.low, c.high)); ok != c.ok || ok && got != c.want {
			t.Errorf("from %d to %d..%d: %d, %v", c.from, c.low, c.high, got, ok)
		}
		falling := func(v uint64) int { return -above(c.low, c.high)(v) }
		if got, ok := nearest(c.from, false, falling); ok != c.ok || ok && got != c.want {
			t.Errorf("falling, from %d to %d..%d: %d, %v", c.from, c.low, c.high, got, ok)
		}
	}
}
