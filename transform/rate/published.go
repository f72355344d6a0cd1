package rate

import (
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A published column is a column of percentages as the page prints them.
type published struct {
	field  int
	name   string
	values []printed // one a row of the table
	// whole is what the column calls everything: 100, or 1.
	whole uint64
	// marked reports whether the page calls the column percentages, with a sign.
	marked bool
}

// printed is one percentage, in units of its last decimal.
type printed struct {
	units    uint64
	decimals int
	given    bool
}

// mostDecimals bounds what is read as a percentage: with more, a product of the
// search could overflow.
const mostDecimals = 9

func (p printed) text() string {
	return number.NewDecimal(int64(p.units), int32(-p.decimals)).String()
}

// readPublished returns the columns of a wide table that could be percentages of
// its counts: those with the unit %, and numbers with decimals that lie between
// 0 and 100.
func readPublished(d *page.Page, t *dataset.Table) []published {
	var all []published
	for f := range t.Schema.Fields {
		field := &t.Schema.Fields[f]
		if t.Origin.Fields[f] < 0 || !isNumber(field.Type) {
			continue
		}
		if field.Unit != "%" && !mayBePercentages(t, f) {
			continue
		}
		if p, ok := publishedOf(d, t, f); ok {
			all = append(all, p)
		}
	}
	return all
}

// mayBePercentages is a quick look at a column that the page does not call one of
// percentages: whether it has no unit, and numbers from 0 to 100.
func mayBePercentages(t *dataset.Table, field int) bool {
	c := t.ColumnAt(field)
	if c.Field.Unit != "" || c.Field.Type != dataset.Number {
		return false
	}
	for row := range t.NumRows() {
		if v, ok := c.Value(row).(float64); ok && (v < 0 || v > 100) {
			return false
		}
	}
	return true
}

// publishedOf reads a column. ok is false if its numbers are no percentages.
func publishedOf(d *page.Page, t *dataset.Table, field int) (p published, ok bool) {
	f := &t.Schema.Fields[field]
	p = published{field: field, name: f.Name, values: make([]printed, t.NumRows()), whole: 1, marked: f.Unit == "%"}
	given, decimals := 0, 0
	for row := range p.values {
		_, decimal := d.Written(t, row, field)
		v, ok := number.ParseDecimal(decimal)
		if !ok {
			continue
		}
		units, ok := unitsOf(v)
		if !ok {
			return p, false
		}
		if v.Cmp(number.NewDecimal(1, 0)) > 0 {
			p.whole = 100
		}
		p.values[row] = printed{units, v.Decimals(), true}
		given, decimals = given+1, max(decimals, v.Decimals())
	}
	if p.marked {
		p.whole = 100
	}
	return p, given >= leastRows && (p.marked || decimals > 0)
}

// unitsOf returns a number in units of its last decimal, unless it is below zero
// or too long for a percentage.
func unitsOf(v number.Decimal) (units uint64, ok bool) {
	hi, lo, ok := v.Scaled128(int32(v.Decimals()))
	return lo, ok && v.Decimals() <= mostDecimals && hi == 0 && lo <= most
}

// choices is how many different percentages could be printed between the lowest
// and the highest of the column: the fewer, the more is explained by accident.
func (p *published) choices(rows []int) uint64 {
	decimals := 0
	for _, row := range rows {
		decimals = max(decimals, p.values[row].decimals)
	}
	low, high := uint64(none), uint64(0)
	for _, row := range rows {
		if v := p.values[row]; v.given {
			units := v.units * power10(decimals-v.decimals)
			low, high = min(low, units), max(high, units)
		}
	}
	if low > high {
		return 1
	}
	return high - low + 1
}
