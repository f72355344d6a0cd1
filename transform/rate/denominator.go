package rate

import (
	"slices"
	"strings"
)

// A denominator is what a formula divides by.
type denominator interface {
	// at is its value in a row, none if it has none there.
	at(l *ledger, row int) uint64
	// name writes it as the right side of a formula, worked as the numbers it
	// stands for in a row.
	name(l *ledger) string
	worked(l *ledger, row int) string
	// terms are the columns whose value in the row itself goes into it.
	terms() []int
	// cost grows with the number of things that would have to come together for it
	// to be what the page's author divided by.
	cost() int
}

// sumOf is the sum of some columns of the row, one of them at least.
type sumOf []int

func (s sumOf) at(l *ledger, row int) uint64 {
	var sum uint64
	for _, c := range s {
		v := l.columns[c].values[row]
		if v == none {
			return none
		}
		sum += v
	}
	return sum
}

func (s sumOf) name(l *ledger) string {
	names := make([]string, len(s))
	for i, c := range s {
		names[i] = l.columns[c].name
	}
	return parenthesised(names, " + ")
}

func (s sumOf) worked(l *ledger, row int) string {
	texts := make([]string, len(s))
	for i, c := range s {
		texts[i] = l.text(l.columns[c].values[row])
	}
	return parenthesised(texts, "+")
}

func parenthesised(terms []string, sign string) string {
	if len(terms) == 1 {
		return terms[0]
	}
	return "(" + strings.Join(terms, sign) + ")"
}

func (s sumOf) terms() []int { return s }
func (s sumOf) cost() int    { return len(s) }

// columnSum is the sum of one column over all rows of the block and group.
type columnSum struct {
	column int
	sums   []uint64 // one a scope
}

func newColumnSum(l *ledger, c int) columnSum {
	s := columnSum{c, make([]uint64, l.scopes)}
	for _, row := range l.rows {
		if v := l.columns[c].values[row]; v != none {
			s.sums[l.scope[row]] += v
		}
	}
	return s
}

func (s columnSum) at(l *ledger, row int) uint64     { return s.sums[l.scope[row]] }
func (s columnSum) name(l *ledger) string            { return "sum(" + l.columns[s.column].name + ")" }
func (s columnSum) worked(l *ledger, row int) string { return l.text(s.at(l, row)) }
func (s columnSum) terms() []int                     { return []int{s.column} }
func (s columnSum) cost() int                        { return 1 }

// totalRow is what the totals row of the block and group has in one column.
type totalRow struct {
	column int
	values []uint64 // one a scope
}

// newTotalRow returns ok false if the table has no totals row for the column.
func newTotalRow(l *ledger, c int) (t totalRow, ok bool) {
	t = totalRow{c, slices.Repeat([]uint64{none}, l.scopes)}
	found, last := 0, uint64(none)
	for row, isTotal := range l.total {
		if v := l.columns[c].values[row]; isTotal && v != none {
			t.values[l.scope[row]], last = v, v
			found++
		}
	}
	if found == 1 { // one row for the whole table, below its last group
		t.values = slices.Repeat([]uint64{last}, l.scopes)
	}
	return t, found > 0
}

func (t totalRow) at(l *ledger, row int) uint64     { return t.values[l.scope[row]] }
func (t totalRow) name(l *ledger) string            { return "total(" + l.columns[t.column].name + ")" }
func (t totalRow) worked(l *ledger, row int) string { return l.text(t.at(l, row)) }
func (t totalRow) terms() []int                     { return nil }
func (t totalRow) cost() int                        { return 1 }

// A constant is a number the table does not give, the same for all rows. What is
// printed leaves it a range; the middle stands for it.
type constant struct{ low, high uint64 }

func (c constant) at(*ledger, int) uint64 { return c.low + (c.high-c.low)/2 }
func (c constant) terms() []int           { return nil }
func (c constant) cost() int              { return 5 }

func (c constant) name(l *ledger) string {
	if c.low == c.high {
		return l.text(c.low)
	}
	return l.text(c.low) + ".." + l.text(c.high)
}

func (c constant) worked(l *ledger, row int) string { return l.text(c.at(l, row)) }
