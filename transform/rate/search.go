package rate

import "slices"

// A candidate is a formula and how it fares with the rows.
type candidate struct {
	formula
	tally
}

// explain searches the formula of a published column: the one that explains the
// most rows and, of those that explain equally many, the simplest. ok is false if
// there is none that the rows give enough evidence for.
func explain(l *ledger, p *published) (best candidate, ok bool) {
	var found []candidate
	tried := 0
	try := func(f formula) {
		f.whole = p.whole
		for _, f.down = range []bool{false, true} {
			tried++
			if t, ok := judge(l, p, f); ok {
				found = append(found, candidate{f, t})
			}
		}
	}
	all := denominators(l, p)
	for c := range l.columns {
		if l.columns[c].field == p.field {
			continue
		}
		for _, by := range all {
			if !isColumn(by, c) {
				try(formula{numerator: c, by: by})
			}
		}
		if by, ok := sharedNumber(l, p, c); ok && p.marked {
			tried += len(l.rows)
			try(formula{numerator: c, by: by})
		}
	}
	slices.SortStableFunc(found, better)
	for _, c := range found {
		if c.convinces(p.choices(l.rows), tried) {
			return c, true
		}
	}
	return candidate{}, false
}

// isColumn reports whether a denominator is the column itself and nothing else.
func isColumn(by denominator, c int) bool {
	s, ok := by.(sumOf)
	return ok && len(s) == 1 && s[0] == c
}

// better orders candidates: more rows explained, then simpler.
func better(a, b candidate) int {
	if a.hits != b.hits {
		return b.hits - a.hits
	}
	return a.cost() - b.cost()
}

// rivals are the other formulas with the numerator of the best, simplest first:
// single columns, and sums that the numerator is a part of.
func rivals(l *ledger, p *published, best formula) []formula {
	var others []formula
	for _, by := range denominators(l, p) {
		f := best
		f.by = by
		if isColumn(by, best.numerator) || f.name(l) == best.name(l) || by.cost() > 1 && !f.withinDenominator() {
			continue
		}
		others = append(others, f)
	}
	slices.SortStableFunc(others, func(a, b formula) int { return a.cost() - b.cost() })
	return others
}

// allSubsets is the number of columns up to which every sum of columns is tried.
// With more, single columns, pairs and runs of neighbours are.
const allSubsets = 8

// denominators lists what could be divided by to give a published column.
func denominators(l *ledger, p *published) []denominator {
	var all []denominator
	self := slices.IndexFunc(l.columns, func(c column) bool { return c.field == p.field })
	for _, s := range sums(len(l.columns)) {
		if !slices.Contains(s, self) {
			all = append(all, s)
		}
	}
	for c := range l.columns {
		if c == self {
			continue
		}
		all = append(all, newColumnSum(l, c))
		if t, ok := newTotalRow(l, c); ok {
			all = append(all, t)
		}
	}
	return all
}

// sums lists the sums of n columns worth trying, without repeats.
func sums(n int) []sumOf {
	var all []sumOf
	if n <= allSubsets {
		for set := 1; set < 1<<n; set++ {
			var s sumOf
			for c := range n {
				if set>>c&1 == 1 {
					s = append(s, c)
				}
			}
			all = append(all, s)
		}
		return all
	}
	for a := range n {
		all = append(all, sumOf{a})
		run := sumOf{a}
		for b := a + 1; b < n; b++ {
			all = append(all, sumOf{a, b})
			if run = append(run, b); len(run) > 2 {
				all = append(all, slices.Clone(run))
			}
		}
	}
	return all
}

// sharedNumber finds the number that most rows agree on as their denominator,
// if the table does not give it: the people of a country, all there were. Each printed
// percentage leaves a range of numbers; the answer is where most ranges meet.
// Only what the page calls percentages is searched so: points a game over five
// games are 100 x points / 500, too.
func sharedNumber(l *ledger, p *published, numerator int) (by constant, ok bool) {
	type edge struct {
		at    uint64
		opens bool
	}
	var edges []edge
	step := l.columns[numerator].step
	for _, row := range l.rows {
		n, v := l.columns[numerator].values[row], p.values[row]
		if n == none || n == 0 || !v.given || v.units == 0 {
			continue
		}
		// rounded gives units for every d with 2kn/(2units+1) < d <= 2kn/(2units-1).
		low, fits := cut(n, 2*v.units+1, 2*p.whole*power10(v.decimals))
		high, fits2 := cut(n, 2*v.units-1, 2*p.whole*power10(v.decimals))
		if low, high = low/step+1, high/step; fits && fits2 && low <= high && high <= most/step {
			edges = append(edges, edge{low, true}, edge{high + 1, false})
		}
	}
	slices.SortFunc(edges, func(a, b edge) int {
		switch {
		case a.at != b.at && a.at < b.at, a.at == b.at && !a.opens && b.opens:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	open, most := 0, 0
	for i, e := range edges {
		if !e.opens {
			open--
			continue
		}
		if open++; open > most && i+1 < len(edges) && edges[i+1].at > e.at {
			most, by = open, constant{step * e.at, step * (edges[i+1].at - 1)}
		}
	}
	return by, most >= leastRows
}
