package rate

// leastRows is how many rows a formula must explain to be believed.
const leastRows = 3

// A tally is how a formula fares with the rows of a table.
type tally struct {
	// rows could be computed and have a published value; hits of them it explains.
	rows, hits int
	// telling are the hits that say something: 0 of 80 is 0 % and 80 of 80 is
	// 100 % whatever the formula, and what is rounded to 0 fits many.
	telling int
	// tellingRows are the rows that are no such case, near those of them that are
	// off by one in the last digit.
	tellingRows, near int
}

// judge counts the rows a formula explains. It gives up, with ok false, once half
// of the rows or nearly all of the first sixteen are against it.
func judge(l *ledger, p *published, f formula) (t tally, ok bool) {
	for _, row := range l.rows {
		v := p.values[row]
		n, d, given := f.parts(l, row)
		if !v.given || !given {
			continue
		}
		t.rows++
		t.count(f, n, d, v)
		if t.rows == 16 && t.hits < 3 || 2*(t.rows-t.hits) > len(l.rows) {
			return t, false
		}
	}
	return t, t.hits > 0
}

func (t *tally) count(f formula, n, d uint64, v printed) {
	units, ok := f.compute(n, d, v.decimals)
	hit := ok && units == v.units
	if hit {
		t.hits++
	}
	if n == 0 || n == d || v.units == 0 {
		return
	}
	t.tellingRows++
	switch {
	case hit:
		t.telling++
	case ok && (units == v.units+1 || units+1 == v.units):
		t.near++
	}
}

// convinces reports whether the rows are enough to believe the formula: at least
// three of them and more than half, which are not mostly zero, not by chance, and without so many misses by
// one digit that it is only nearly the right one.
func (c candidate) convinces(choices uint64, tried int) bool {
	if 2*c.tellingRows <= c.rows || c.down && (!c.withinDenominator() || c.telling < leastRows+2) {
		return false
	}
	if _, found := c.by.(constant); found && (c.telling < leastRows+2 || 5*c.telling < 4*c.tellingRows) {
		return false
	}
	return c.telling >= leastRows && 2*c.telling > c.tellingRows && c.telling > 2*c.near &&
		chance(c.tellingRows, c.telling, choices, tried) < 1e-3
}

// chance is the probability, or more, that one of so many formulas explains hits
// of rows by accident where each row has so many choices.
func chance(rows, hits int, choices uint64, tried int) float64 {
	p := float64(tried)
	for i := range hits {
		p *= float64(rows-i) / float64(hits-i) / float64(choices)
	}
	return p
}
