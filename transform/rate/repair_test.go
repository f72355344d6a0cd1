package rate

import (
	"slices"
	"testing"
)

func TestRepairs(t *testing.T) {
	for name, c := range map[string]struct {
		table                string
		row                  int
		names, was, expected string
	}{
		"each part of the sum": {work, 6, "for|against|abstain|rate", "2239|485|121|76.03", "1922|585|221|78.70"},
		"only what the formula uses": {`
yes no abstain approval
60  40 10      60.0
55  44 1       55.6
80  19 7       80.8
71  28 3       17.7`, 3, "yes|no|approval", "71|28|17.7", "|330|71.7"},
		"the column is in its own sum": {`
votes share
600   60.0
300   30.0
90    10.0`, 2, "votes|share", "90|10.0", "100|9.1"},
		"a count cannot fall below zero": {`
for against rate
60  40      60.00
55  45      55.00
71  29      71.00
30  2       99.90`, 3, "for|against|rate", "30|2|99.90", "1903||93.75"},
	} {
		t.Run(name, func(t *testing.T) {
			l, p := read(t, c.table)
			f := formula{numerator: 0, by: sumOf{0}, whole: p.whole}
			if best, ok := explain(l, p); ok {
				f = best.formula
			} else {
				f.by = newColumnSum(l, 0)
			}
			all := repairs(l, p, f, c.row)
			for _, side := range []struct {
				want string
				of   func(repair) string
			}{
				{c.names, func(r repair) string { return r.name }},
				{c.was, func(r repair) string { return r.observed }},
				{c.expected, func(r repair) string { return r.expected }},
			} {
				if got := joined(all, side.of); got != side.want {
					t.Errorf("%s, want %s", got, side.want)
				}
			}
		})
	}
}

func TestBandOf(t *testing.T) {
	for name, c := range map[string]struct {
		totals    []uint64
		low, high uint64
		out       []uint64
		ok        bool
	}{
		"one short":             {[]uint64{2944, 2957, 2946, 2943, 2944, 2943, 2845}, 2943, 2946, []uint64{2845}, true},
		"all the same but one":  {[]uint64{100, 100, 100, 100, 90}, 100, 100, []uint64{90}, true},
		"within 1 % is typical": {[]uint64{1000, 1000, 1000, 1000, 1010, 990}, 1000, 1000, nil, true},
		"beyond 1 % is not":     {[]uint64{1000, 1000, 1000, 1000, 1011}, 1000, 1000, []uint64{1011}, true},
		"too few":               {[]uint64{100, 100, 100, 90}, 0, 0, nil, false},
		"different by nature":   {[]uint64{100, 2000, 350, 9000, 41, 777}, 0, 0, nil, false},
		"games of a season":     {[]uint64{10, 10, 10, 10, 9}, 0, 0, nil, false},
		"all zero":              {[]uint64{0, 0, 0, 0, 0}, 0, 0, nil, false},
		"two groups":            {[]uint64{100, 100, 100, 100, 50, 50, 50}, 0, 0, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			b, ok := bandOf(c.totals)
			if ok != c.ok {
				t.Fatalf("ok is %v", ok)
			}
			if !ok {
				return
			}
			if b.low != c.low || b.high != c.high {
				t.Errorf("band %d..%d, want %d..%d", b.low, b.high, c.low, c.high)
			}
			out := slices.DeleteFunc(slices.Clone(c.totals), b.typical)
			if !slices.Equal(out, c.out) {
				t.Errorf("outliers %v, want %v", out, c.out)
			}
		})
	}
}
