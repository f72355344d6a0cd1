package rate

import (
	"slices"
	"strings"
)

// A repair is the change of one field that would make a row agree with its
// formula, the nearest to what is printed.
type repair struct {
	field              int // of the wide table
	name               string
	observed, expected string // expected is empty if no change of this field would do
}

// repairs lists the fields of a row that breaks its formula, counts in the order
// of the table and then the percentage.
func repairs(l *ledger, p *published, f formula, row int) []repair {
	columns := append([]int{f.numerator}, f.by.terms()...)
	slices.Sort(columns)
	var all []repair
	for _, c := range slices.Compact(columns) {
		now := l.columns[c].values[row]
		r := repair{field: l.columns[c].field, name: l.columns[c].name, observed: l.text(now)}
		if v, ok := mend(l, p, f, row, c); ok {
			r.expected = l.text(v)
		}
		all = append(all, r)
	}
	v := p.values[row]
	r := repair{field: p.field, name: p.name, observed: v.text()}
	if n, d, ok := f.parts(l, row); ok {
		if units, ok := f.compute(n, d, v.decimals); ok {
			r.expected = printed{units: units, decimals: v.decimals}.text()
		}
	}
	return append(all, r)
}

// mend finds the value of one column nearest to the present one with which the
// row would agree. The percentage rises with its numerator and falls with every
// other part of the denominator, never both ways, so that a search by halves
// finds it.
func mend(l *ledger, p *published, f formula, row, c int) (uint64, bool) {
	n, d, ok := f.parts(l, row)
	if !ok {
		return 0, false
	}
	now, step, rest := l.columns[c].values[row], l.columns[c].step, d
	within := slices.Contains(f.by.terms(), c)
	if within {
		rest -= now
	}
	v := p.values[row]
	steps, ok := nearest(now/step, c == f.numerator, func(x uint64) int {
		x *= step
		n, d := n, rest
		if c == f.numerator {
			n = x
		}
		if within {
			d += x
		}
		units, ok := f.compute(n, d, v.decimals)
		switch {
		case !ok || units > v.units:
			return 1
		case units < v.units:
			return -1
		}
		return 0
	})
	return steps * step, ok
}

// joined writes one side of all repairs: 2239|485|121|76.03.
func joined(all []repair, side func(repair) string) string {
	texts := make([]string, len(all))
	for i, r := range all {
		texts[i] = side(r)
	}
	return strings.Join(texts, "|")
}
