package check

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// partsOfRows finds the columns that are the sum of the columns before or behind
// them, and reports the rows in which they are not.
func partsOfRows(t *table) []source.Note {
	var notes []source.Note
	for total := range t.numbers {
		if !t.numbers[total].adds {
			continue
		}
		if s, ok := t.sumFor(total); ok {
			for _, row := range s.misses {
				notes = append(notes, t.partsNote(s, row))
			}
		}
	}
	return notes
}

// A rowSum is the finding that a column is the sum of the columns first to last.
type rowSum struct {
	total, first, last int
	// telling are the rows with two parts at least that are not 0, hits those of
	// them in which the sum is right, misses all rows in which it is not.
	telling, hits int
	misses        []int
}

// sumFor finds the run of neighbours that a column is the sum of. At least three
// rows must show it, four for each that denies it.
func (t *table) sumFor(total int) (best rowSum, ok bool) {
	guesses := 0
	try := func(first, last int) {
		guesses++
		if s := t.tally(rowSum{total: total, first: first, last: last}); s.hits > best.hits {
			best = s
		}
	}
	for first := total - 2; first >= 0; first-- {
		try(first, total-1)
	}
	for last := total + 2; last < len(t.numbers); last++ {
		try(total+1, last)
	}
	ok = best.hits >= 3 && best.hits >= 4*len(best.misses) &&
		!byChance(best.telling, best.hits, guesses, t.numbers[total].choices(t.total, best.last-best.first+1))
	return best, ok
}

// tally counts the rows for and against a sum. It gives up when it is clear that
// too many are against it.
func (t *table) tally(s rowSum) rowSum {
	for row, isTotal := range t.total {
		v := t.numbers[s.total].values[row]
		sum, parts, complete := t.add(s, row)
		if isTotal || !v.given || !complete {
			continue
		}
		right := within(sum.Sub(v.Decimal), s.last-s.first+2, t.numbers[s.total].grain)
		if parts >= 2 {
			s.telling++
		}
		switch {
		case !right:
			if s.misses = append(s.misses, row); 5*len(s.misses) > len(t.total) {
				return rowSum{}
			}
		case parts >= 2:
			s.hits++
		}
	}
	return s
}

// within reports whether a difference may come of so many numbers that were rounded to
// the grain of their columns, or to their last decimal. Other whole numbers are not rounded.
func within(difference number.Decimal, rounded int, grain number.Decimal) bool {
	if difference.Decimals() == 0 {
		return difference.IsZero() || grain.Cmp(thousand) >= 0 && difference.Abs().Cmp(grain.Mul(number.NewDecimal(int64(rounded), 0))) <= 0
	}
	twice := difference.Abs().Mul(number.NewDecimal(2, 0))
	return twice.Cmp(number.NewDecimal(int64(rounded), int32(-difference.Decimals()))) <= 0
}

// add sums the parts of a row. parts is how many of them are not 0; complete is
// false if one is not given.
func (t *table) add(s rowSum, row int) (sum number.Decimal, parts int, complete bool) {
	for c := s.first; c <= s.last; c++ {
		v := t.numbers[c].values[row]
		if !v.given {
			return sum, 0, false
		}
		sum = sum.Add(v.Decimal)
		if v.Sign() != 0 {
			parts++
		}
	}
	return sum, parts, true
}

// choices is how many sums of so many parts could be told apart between the lowest
// and the highest value of a column: the fewer, the more fit by accident.
func (c *column) choices(skip []bool, parts int) float64 {
	var low, high number.Decimal
	seen := false
	decimals := 0
	for row, v := range c.values {
		if skip[row] || !v.given {
			continue
		}
		if !seen || v.Cmp(low) < 0 {
			low = v.Decimal
		}
		if !seen || v.Cmp(high) > 0 {
			high = v.Decimal
		}
		seen, decimals = true, max(decimals, v.Decimals())
	}
	values := high.Sub(low).Mul(number.NewDecimal(1, int32(decimals))).Float64() + 1
	if decimals > 0 { // rounding makes neighbours alike, see within
		values /= float64(parts + 2)
	}
	return values
}

func (t *table) partsNote(s rowSum, row int) source.Note {
	var names, values []string
	for c := s.first; c <= s.last; c++ {
		names = append(names, t.numbers[c].name)
		values = append(values, t.numbers[c].values[row].String())
	}
	sum, _, _ := t.add(s, row)
	total := t.numbers[s.total]
	n := t.note(source.Warning, "sum_mismatch", row, total.field)
	n.Observed, n.Expected = total.values[row].String(), sum.String()
	n.Message = fmt.Sprintf("%s is %s in %d other rows, and here %s = %s",
		total.name, strings.Join(names, " + "), s.hits, strings.Join(values, "+"), sum)
	return n
}
