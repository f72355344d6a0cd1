package rate

import (
	"math"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
)

// none stands for a count that the page does not give.
const none = math.MaxUint64

// most bounds the counts that are looked at, so that products with them stay within
// 128 bits, and sums over all rows of a table within 63.
const most = 1 << 45

// A ledger is the counts of a wide table, all of them whole multiples of 10^exp,
// so that searching for a formula is arithmetic on integers.
type ledger struct {
	columns []column
	exp     int32
	// rows are the rows of data in the order in which they are tried: spread over
	// the table, because neighbours are alike and the search gives up early.
	rows []int
	// scope numbers the block and group each row is in, from 0.
	scope  []int
	scopes int
	// total marks the rows that sum up others.
	total []bool
}

// A column is one column of counts.
type column struct {
	field  int
	name   string
	values []uint64 // one a row of the table, or none
	// step is the last digit the column is printed to: its counts are multiples
	// of it.
	step uint64
	// grain is the power of ten that all its counts are rounded to, 1 if they are exact.
	grain uint64
}

// readLedger reads the counts of a wide table: the columns of numbers that are
// neither percentages, nor years or ordinals, nor below zero. A column that may
// itself be published percentages without a sign is among them.
func readLedger(d *page.Page, t *dataset.Table) *ledger {
	l := &ledger{total: totals(t)}
	l.scope, l.scopes = scopes(d, t)
	l.rows = spread(l.total)
	var exact [][]number.Decimal
	for f := range t.Schema.Fields {
		field := &t.Schema.Fields[f]
		if t.Origin.Fields[f] < 0 || !isNumber(field.Type) || field.Unit == "%" {
			continue
		}
		if values, ok := countsOf(d, t, f); ok {
			l.columns = append(l.columns, column{field: f, name: field.Name})
			exact = append(exact, values)
		}
	}
	l.exp = finest(exact...)
	for i := range l.columns {
		l.fill(i, exact[i])
	}
	return l
}

func isNumber(t dataset.Type) bool {
	return t == dataset.Integer || t == dataset.Number || t == dataset.Decimal
}

// missing is what countsOf has for a cell without a number: no count is below 0.
var missing = number.NewDecimal(-1, 0)

// countsOf reads a column of counts. ok is false if it is none.
func countsOf(d *page.Page, t *dataset.Table, field int) (values []number.Decimal, ok bool) {
	values = make([]number.Decimal, t.NumRows())
	given := 0
	for row := range values {
		values[row] = missing
		kind, decimal := d.Written(t, row, field)
		v, ok := number.ParseDecimal(decimal)
		if !ok {
			continue
		}
		if v.Sign() < 0 || kind == "ordinal" {
			return nil, false
		}
		values[row], given = v, given+1
	}
	return values, given > 0
}

// fill sets the counts of a column as multiples of the ledger's unit. One that is
// too large to count with is left out.
func (l *ledger) fill(c int, exact []number.Decimal) {
	l.columns[c].values = l.units(exact)
	l.columns[c].grain = grainOf(l.columns[c].values)
	l.columns[c].step = power10(int(min(finest(exact)-l.exp, 15)))
}

// finest returns the smallest exponent any of the numbers needs, at most 0.
func finest(columns ...[]number.Decimal) int32 {
	var exp int32
	for _, values := range columns {
		for _, v := range values {
			exp = min(exp, v.Exponent())
		}
	}
	return exp
}

func (l *ledger) units(values []number.Decimal) []uint64 {
	out := make([]uint64, len(values))
	for i, v := range values {
		out[i] = none
		if hi, lo, ok := v.Scaled128(-l.exp); ok && hi == 0 && lo <= most {
			out[i] = lo
		}
	}
	return out
}

// text writes a count as a person would.
func (l *ledger) text(units uint64) string {
	d := number.NewDecimal(int64(units), l.exp)
	for places := 0; ; places++ {
		if r := d.Round(places); r.Cmp(d) == 0 {
			return r.String()
		}
	}
}

// totals marks the rows that the wide table calls totals.
func totals(t *dataset.Table) []bool {
	total := make([]bool, t.NumRows())
	if t.Schema.Index("row_kind") >= 0 {
		kind := t.Column("row_kind")
		for row := range total {
			total[row] = kind.Str(row) == "total"
		}
	}
	return total
}

// scopes numbers the blocks and groups of a wide table in the order of their
// first rows.
func scopes(d *page.Page, t *dataset.Table) (scope []int, n int) {
	type place struct {
		block int
		group string
	}
	group := func(int) string { return "" }
	if d.Part(t).Grouped && t.Schema.Index("group") >= 0 {
		group = t.Column("group").Str
	}
	seen := map[place]int{}
	scope = make([]int, t.NumRows())
	for row := range scope {
		p := place{t.Origin.Rows[row].Block, group(row)}
		if _, ok := seen[p]; !ok {
			seen[p] = len(seen)
		}
		scope[row] = seen[p]
	}
	return scope, len(seen)
}

// spread returns the rows that are no totals, sixteen from all over the table
// first, then sixteen others, and so on.
func spread(total []bool) []int {
	stride := (len(total) + 15) / 16
	rows := make([]int, 0, len(total))
	for start := range stride {
		for row := start; row < len(total); row += stride {
			if !total[row] {
				rows = append(rows, row)
			}
		}
	}
	return rows
}
