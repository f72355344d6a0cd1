package check

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// totalsRows compares each totals row with the rows it may sum up, and reports
// the columns in which it does not. Which rows it sums up is what most of its
// columns agree on; at least one must, or the difference must be a single digit.
func totalsRows(t *table) []source.Note {
	var notes []source.Note
	for row, isTotal := range t.total {
		if !isTotal {
			continue
		}
		best := -1
		var says []verdict
		for _, rows := range t.addends(row) {
			if v, agree := t.compare(row, rows); len(v) > 0 && agree > best {
				best, says = agree, v
			}
		}
		for _, v := range says {
			if v.right || best < 1 && !oneDigitApart(v.printed, v.sum) {
				continue
			}
			notes = append(notes, t.totalNote(row, v))
		}
	}
	return notes
}

// addends lists the rows that a totals row may sum up: those since the last
// totals row, those of its block and group, those of the table, those below it
// up to the next totals row, or the other totals rows above.
func (t *table) addends(row int) [][]int {
	var above, same, all, below, totals []int
	home := t.group(row)
	for i, isTotal := range t.total {
		switch {
		case isTotal && i < row:
			above, totals = nil, append(totals, i)
		case !isTotal:
			all = append(all, i)
			if t.group(i) == home {
				same = append(same, i)
			}
			if i < row {
				above = append(above, i)
			}
		}
	}
	for i := row + 1; i < len(t.total) && !t.total[i]; i++ {
		below = append(below, i)
	}
	return [][]int{above, same, all, below, totals}
}

// A verdict compares the total of one column with the sum of its parts.
type verdict struct {
	column       int
	printed, sum number.Decimal
	from, to     int // first and last row summed up
	right        bool
}

// compare sums the rows for each column that can be summed and counts the columns
// that agree with the totals row.
func (t *table) compare(total int, rows []int) (says []verdict, agree int) {
	if len(rows) < 2 {
		return nil, 0
	}
	for c := range t.numbers {
		values := t.numbers[c].values
		if !t.numbers[c].adds {
			continue
		}
		sum, ok := summable(values, rows, values[total])
		if !ok {
			continue
		}
		v := verdict{column: c, printed: values[total].Decimal, sum: sum, from: rows[0], to: rows[len(rows)-1]}
		if v.right = within(v.sum.Sub(v.printed), len(rows)+1, t.numbers[c].grain); v.right {
			agree++
		}
		says = append(says, v)
	}
	return says, agree
}

// summable adds the values of some rows. ok is false if one is not given, if the
// total is not beyond all of them, as an average or a maximum would be, or if
// fewer than two say anything.
func summable(values []value, rows []int, total value) (sum number.Decimal, ok bool) {
	if !total.given {
		return sum, false
	}
	telling := 0
	beyond := true
	for _, row := range rows {
		v := values[row]
		if !v.given || v.Sign() < 0 {
			return sum, false
		}
		sum = sum.Add(v.Decimal)
		beyond = beyond && total.Cmp(v.Decimal) > 0
		if v.Sign() > 0 {
			telling++
		}
	}
	return sum, telling >= 2 && beyond
}

// oneDigitApart reports whether two numbers of three digits or more are written
// alike but for one digit, or for two neighbours that changed places.
func oneDigitApart(a, b number.Decimal) bool {
	x, y := a.String(), b.String()
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	var differ []int
	for i := range len(x) {
		if x[i] != y[i] {
			differ = append(differ, i)
		}
	}
	switch len(differ) {
	case 1:
		return true
	case 2:
		i, j := differ[0], differ[1]
		return j == i+1 && x[i] == y[j] && x[j] == y[i]
	}
	return false
}

func (t *table) totalNote(row int, v verdict) source.Note {
	c := t.numbers[v.column]
	n := t.note(source.Warning, "sum_mismatch", row, c.field)
	n.Observed, n.Expected = v.printed.String(), v.sum.String()
	n.Message = fmt.Sprintf("the %s of the rows on lines %d to %d add up to %s", c.name, t.line(v.from), t.line(v.to), v.sum)
	return n
}
