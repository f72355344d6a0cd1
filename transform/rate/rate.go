// Package rate finds the formula behind a published percentage and checks every
// row against it.
//
//	topic   for    against  abstain  rate        rate is for / (for + against + abstain)
//	Work    2,799  101      44       95.07 %       2799/(2799+101+44)=95.0747%    agrees
//	Reform  2,875  56       26       97.23 %  ->   2875/(2875+56+26)=97.2269%     agrees
//	Court   2,239  485      121      76.03 %       2239/(2239+485+121)=78.6995%   does not
//
// No name of a column is known in advance: a formula is believed because it
// explains the rows. docs/rates.md has the rules of the search, of rounding, and
// of what is reported.
package rate

import (
	"context"
	"slices"

	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Step checks the published percentages of a page's wide tables. It changes no
// value: it adds findings, and the formula to the description of the column.
type Step struct{}

var _ transform.Step = Step{}

// Name returns "rate".
func (Step) Name() string { return "rate" }

// Apply implements [transform.Step].
func (Step) Apply(ctx context.Context, in *page.Page) (*page.Page, error) {
	out := in.Clone()
	for i, t := range out.Tables {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if t.Origin == nil || t.NumRows() < leastRows {
			continue
		}
		if c := checkTable(in, t); c != nil {
			out.Tables[i] = c.described()
			out.Notes = append(out.Notes, c.notes...)
		}
	}
	return out, nil
}

// checkTable explains the percentages of one wide table and reports the rows that
// disagree. It returns nil if no column could be explained.
func checkTable(d *page.Page, t *dataset.Table) *report {
	percentages := readPublished(d, t)
	if len(percentages) == 0 {
		return nil
	}
	l := readLedger(d, t)
	r := &report{data: d, table: t, ledger: l}
	var totalled []sumOf // whose outliers are reported
	for i := range percentages {
		p := &percentages[i]
		best, ok := explain(l, p)
		if !ok {
			continue
		}
		others := rivals(l, p, best.formula)
		r.explained(p, best, others)
		r.rows(p, best, others)
		if s, ok := best.by.(sumOf); ok && !slices.ContainsFunc(totalled, func(t sumOf) bool { return slices.Equal(s, t) }) {
			r.outliers(p, best.formula)
			totalled = append(totalled, s)
		}
	}
	if r.formulas == nil {
		return nil
	}
	return r
}

// described is the table with the formulas in the descriptions of its columns.
func (r *report) described() *dataset.Table {
	s := *r.table.Schema
	s.Fields = slices.Clone(s.Fields)
	for i, formula := range r.formulas {
		f := &s.Fields[i]
		if f.Description != "" && formula != "" {
			f.Description += "; "
		}
		f.Description += formula
	}
	t := *r.table
	t.Schema = dataset.NewSchema(s)
	t.Record = array.NewRecord(t.Schema.Arrow(), r.table.Record.Columns(), r.table.Record.NumRows())
	return &t
}
