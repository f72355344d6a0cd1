package rate

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
)

// A report collects what is to be said about a wide table.
type report struct {
	data   *page.Page
	table  *dataset.Table
	ledger *ledger
	notes  []source.Note
	// formulas has, for each field of the table, the formula found for it or "";
	// nil if none was found.
	formulas []string
}

// explained names the formula of a column.
func (r *report) explained(p *published, best candidate, others []formula) {
	name := best.name(r.ledger)
	if r.formulas == nil {
		r.formulas = make([]string, len(r.table.Schema.Fields))
	}
	r.formulas[p.field] = name
	message := fmt.Sprintf("%s is %s in %d of %d rows", p.name, name, best.hits, best.rows)
	if also := r.equals(p, best, others); also != "" {
		message += "; " + also + " explains as many"
	}
	n := r.note(source.Info, "rate_formula", "column", p, 0)
	n.Row, n.Line = 0, r.data.Sheets[r.table.Origin.Table-1].Grid.Table.Line
	n.Expected, n.Message = name, message
	r.notes = append(r.notes, n)
}

// equals names the simplest other formula that explains as many rows.
func (r *report) equals(p *published, best candidate, others []formula) string {
	for _, o := range others {
		if t, ok := judge(r.ledger, p, o); ok && t.hits == best.hits {
			return o.name(r.ledger)
		}
	}
	return ""
}

// rows reports each row that the formula does not explain.
func (r *report) rows(p *published, best candidate, others []formula) {
	var left []int
	for row := range r.table.NumRows() {
		n, d, ok := best.parts(r.ledger, row)
		v := p.values[row]
		if !ok || !v.given || r.ledger.total[row] {
			continue
		}
		if units, ok := best.compute(n, d, v.decimals); (!ok || units != v.units) && !best.excused(r.ledger, row, v) {
			left = append(left, row)
		}
	}
	choices := p.choices(r.ledger.rows)
	for _, row := range left {
		if other, ok := r.elsewhere(p, best.formula, others, left, row, choices); ok {
			r.otherFormula(p, best.formula, other, row)
			continue
		}
		r.mismatch(p, best, row)
	}
}

// elsewhere finds another formula for a row: one that explains so many of the
// rows that are left that it is unlikely to be chance. Of a row that is off by one
// in its last digit, much the same denominators would explain every third.
func (r *report) elsewhere(p *published, best formula, others []formula, left []int, row int, choices uint64) (formula, bool) {
	n, d, _ := best.parts(r.ledger, row)
	v := p.values[row]
	if units, ok := best.compute(n, d, v.decimals); ok && apart(units, v.units) == 1 {
		choices = 3
	}
	for _, o := range others {
		if r.explains(p, o, []int{row}) == 1 && chance(len(left), r.explains(p, o, left), choices, len(others)) < 1e-2 {
			return o, true
		}
	}
	return formula{}, false
}

// explains counts the rows among some that a formula explains.
func (r *report) explains(p *published, f formula, rows []int) int {
	count := 0
	for _, row := range rows {
		if n, d, ok := f.parts(r.ledger, row); ok && n != 0 && n != d {
			if units, ok := f.compute(n, d, p.values[row].decimals); ok && units == p.values[row].units {
				count++
			}
		}
	}
	return count
}

func (r *report) otherFormula(p *published, best, other formula, row int) {
	v := p.values[row]
	n := r.note(source.Warning, "rate_other_formula", "cell", p, row)
	n.Observed = v.text()
	n.Expected = r.expected(best, v, row)
	n.Message = fmt.Sprintf("%s: this row follows %s, the others %s",
		other.worked(r.ledger, row), other.name(r.ledger), best.name(r.ledger))
	r.notes = append(r.notes, n)
}

// mismatch reports a row that no formula explains, and what would mend it.
func (r *report) mismatch(p *published, best candidate, row int) {
	v, f := p.values[row], best.formula
	n := r.note(best.severity(r.ledger), "rate_mismatch", "cell", p, row)
	n.Observed = v.text()
	n.Expected = r.expected(f, v, row)
	n.Message = f.worked(r.ledger, row) + "; the published value is " + difference(n.Observed, n.Expected)
	r.notes = append(r.notes, n)

	all := repairs(r.ledger, p, f, row)
	w := r.note(source.Warning, "rate_repairs", "row", p, row)
	w.Col = 0
	w.Field = joined(all, func(r repair) string { return r.name })
	w.Observed = joined(all, func(r repair) string { return r.observed })
	w.Expected = joined(all, func(r repair) string { return r.expected })
	w.Message = "each of these changes alone would mend the row, and none is made: " + changes(all)
	r.notes = append(r.notes, w)
}

// expected is the percentage a row should have by a formula, as printed.
func (r *report) expected(f formula, v printed, row int) string {
	n, d, _ := f.parts(r.ledger, row)
	units, ok := f.compute(n, d, v.decimals)
	if !ok {
		return ""
	}
	return printed{units: units, decimals: v.decimals}.text()
}

// difference says how far a published percentage is from what it should be.
func difference(observed, expected string) string {
	o, _ := number.ParseDecimal(observed)
	e, ok := number.ParseDecimal(expected)
	if !ok {
		return "impossible"
	}
	d := o.Sub(e)
	if d.Sign() < 0 {
		return d.Neg().String() + " lower"
	}
	return d.String() + " higher"
}

// changes lists repairs for people: against 485 -> 585.
func changes(all []repair) string {
	var texts []string
	for _, r := range all {
		if r.expected != "" {
			texts = append(texts, r.name+" "+r.observed+" -> "+r.expected)
		}
	}
	return strings.Join(texts, ", ")
}

// outliers reports the rows whose total, the formula's denominator, stands out
// from the others.
func (r *report) outliers(p *published, f formula) {
	if f.ofGames(r.ledger) {
		return // seasons differ in length
	}
	for scope := range r.ledger.scopes {
		rows, totals := r.totalsOf(f, scope)
		b, ok := bandOf(totals)
		if !ok {
			continue
		}
		for i, row := range rows {
			if !b.typical(totals[i]) {
				r.outlier(p, f, row, totals[i], b)
			}
		}
	}
}

func (r *report) totalsOf(f formula, scope int) (rows []int, totals []uint64) {
	for row, isTotal := range r.ledger.total {
		if d := f.by.at(r.ledger, row); !isTotal && d != none && r.ledger.scope[row] == scope {
			rows, totals = append(rows, row), append(totals, d)
		}
	}
	return rows, totals
}

// outlier reports a total that stands out: an error, or a warning if the
// published percentage agrees with it.
func (r *report) outlier(p *published, f formula, row int, total uint64, b band) {
	severity, agrees := source.Error, ""
	if r.explains(p, f, []int{row}) == 1 {
		severity, agrees = source.Warning, "; the published "+p.name+" agrees with it"
	}
	text := r.ledger.text
	n := r.note(severity, "total_outlier", "row", p, row)
	n.Col, n.Field = 0, "total"
	n.Observed, n.Expected = text(total), text(b.low)
	if b.low != b.high {
		n.Expected += ".." + text(b.high)
	}
	n.Message = fmt.Sprintf("%s is %s, where rows like it have %s (median %s)%s",
		strings.Trim(f.by.name(r.ledger), "()"), n.Observed, n.Expected, text(b.median), agrees)
	r.notes = append(r.notes, n)
}

// note begins a note about the published value of a row.
func (r *report) note(s source.Severity, code, where string, p *published, row int) source.Note {
	gridRow, gridCol := r.data.Place(r.table, row, p.field)
	return source.Note{Severity: s, Code: code, Where: where, Line: r.line(row),
		Table: r.table.Origin.Table, Row: gridRow, Col: gridCol, Field: p.name}
}

func (r *report) line(row int) int { return int(r.table.Column("line").Int(row)) }
