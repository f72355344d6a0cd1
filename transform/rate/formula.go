package rate

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A formula explains a published percentage as a column divided by a denominator.
type formula struct {
	numerator int // index of the ledger's column
	by        denominator
	// whole is what the published column calls everything: 100, or 1.
	whole uint64
	// down reports whether the published numbers are cut off, not rounded.
	down bool
}

// name writes the formula with the names of the wide table's columns.
func (f formula) name(l *ledger) string {
	text := l.columns[f.numerator].name + " / " + f.by.name(l)
	if f.down {
		text += ", rounded down"
	}
	return text
}

// cost ranks formulas that explain equally many rows: the simpler comes first.
func (f formula) cost() int {
	cost := 2 * f.by.cost()
	if !f.withinDenominator() {
		cost++
	}
	if f.down {
		cost += 4
	}
	return cost
}

// withinDenominator reports whether the numerator is a part of the denominator.
func (f formula) withinDenominator() bool {
	return slices.Contains(f.by.terms(), f.numerator)
}

// parts returns numerator and denominator of a row. ok is false where the page
// does not give one of them, or the denominator is 0.
func (f formula) parts(l *ledger, row int) (n, d uint64, ok bool) {
	n, d = l.columns[f.numerator].values[row], f.by.at(l, row)
	return n, d, n != none && d != none && d != 0
}

// compute returns n by d in units of the last of so many decimals.
func (f formula) compute(n, d uint64, decimals int) (units uint64, ok bool) {
	k := f.whole * power10(decimals)
	if f.down {
		return cut(n, d, k)
	}
	return rounded(n, d, k)
}

// worked writes the formula with the numbers of a row and its result at four
// decimals: 2239/(2239+485+121)=78.6995%.
func (f formula) worked(l *ledger, row int) string {
	n, d, _ := f.parts(l, row)
	q, _ := number.NewDecimal(int64(n*f.whole), 0).Quo(number.NewDecimal(int64(d), 0), 4)
	sign := ""
	if f.whole == 100 {
		sign = "%"
	}
	return fmt.Sprintf("%s/%s=%s%s", l.text(n), f.by.worked(l, row), q, sign)
}
