package tidy

import (
	"math"
	"strings"

	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// findSums marks the first or last record of a table as its total where the numbers show
// it, whatever its label: the row of a country below its regions. A label that begins
// with a word for total needs less evidence.
func (s *sheet) findSums() {
	for p := range s.parts {
		part := &s.parts[p]
		if len(part.Blocks) != 1 || part.Totals || len(part.rows) < 4 {
			continue
		}
		for _, r := range [...]int{len(part.rows) - 1, 0} {
			if row := &part.Blocks[0].Rows[r]; row.Group == "" && part.isSum(r) {
				row.Total, part.Totals = true, true
				break
			}
		}
	}
}

// isSum reports whether record r is the sum of the others: in two columns or more, or in
// the only column of numbers, or most of them, if the sum is not a small number.
func (p *part) isSum(r int) bool {
	labeled := grid.BeginsTotal(p.label(r))
	columns, sums, largest, most := 0, 0, 0.0, true
	for c := range p.columns {
		col := &p.columns[c]
		if !adds(col) || !col.Values[r].HasNumber() {
			continue
		}
		columns++
		sum := p.sumWithout(col, r)
		v := col.Values[r].Number.Float64()
		if sum.addends >= 3 && math.Abs(v-sum.total) <= sum.slack {
			sums++
			largest = max(largest, math.Abs(v))
		}
		most = most && sum.addends >= 3 && v >= sum.most && v >= 0.4*sum.total
	}
	switch {
	case labeled && columns > 0 && most:
		return true
	case sums >= 2:
		return largest >= 20
	}
	return sums == 1 && (columns == 1 || columns == 2) && largest >= 200
}

// label is the first text of a record.
func (p *part) label(r int) string {
	for c := range p.sources {
		if text := p.sources[c].Cells[r].Text; text != "" {
			return text
		}
	}
	return ""
}

// adds reports whether the numbers of a column can be added up.
func adds(c *column.Column) bool {
	return (c.Type == column.Integer || c.Type == column.Number) && c.Unit != "%" && !strings.Contains(c.Unit, "/")
}

// A sum is what the numbers of a column come to without one of them.
type sum struct {
	total, most float64
	addends     int     // that are not 0
	slack       float64 // what rounding the addends may have changed
}

func (p *part) sumWithout(c *column.Column, r int) (s sum) {
	for i := range c.Values {
		v := &c.Values[i]
		if i == r || !v.HasNumber() || v.Number.IsZero() {
			continue
		}
		n := v.Number.Float64()
		s.addends++
		s.total += n
		s.most = max(s.most, n)
		if d := v.Number.Decimals(); d > 0 {
			s.slack += 0.5 * math.Pow10(-d)
		}
	}
	s.slack += math.Abs(s.total) * 1e-12
	return s
}
