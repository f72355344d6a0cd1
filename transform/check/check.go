// Package check tests what any table can be tested for, whatever it is about.
//
//	Nation  Gold  Silver  Total
//	Ann     3     2       5
//	Bert    1     4       6        sum_mismatch: gold + silver is 5
//	Cy      2     2       4
//	Total   6     9       15       sum_mismatch: the silver of the rows above is 8
//
// A check speaks up only where other rows or columns of the same table show that
// it applies: a column is a sum because it is one in nearly all rows. Nothing is
// ever changed. docs/findings.md has what each finding means.
package check

import (
	"context"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Step checks the wide tables of a page.
type Step struct{}

var _ transform.Step = Step{}

// Name returns "check".
func (Step) Name() string { return "check" }

// checks are run in this order on every wide table.
var checks = []func(*table) []source.Note{partsOfRows, totalsRows, orderOfDates, duplicates}

// Apply implements [transform.Step].
func (Step) Apply(ctx context.Context, in *page.Page) (*page.Page, error) {
	out := in.Clone()
	for _, wide := range in.Wide() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t := newTable(in, wide)
		for _, check := range checks {
			out.Notes = append(out.Notes, check(t)...)
		}
	}
	return out, nil
}
