package tidy

import (
	"cmp"
	"context"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Findings is the last step. It makes the table findings of all notes, sorted by
// place, adds the core tables that no step has made, and puts the tables in the
// order in which they are written: the core tables, those of recipes, the wide
// ones.
type Findings struct{}

// Name is "findings".
func (Findings) Name() string { return "findings" }

// Apply adds the table and sorts the tables.
func (Findings) Apply(_ context.Context, in *dataset.Dataset) (*dataset.Dataset, error) {
	return WithFindings(in), nil
}

// WithFindings is what the step does: for callers that add notes after it.
func WithFindings(in *dataset.Dataset) *dataset.Dataset {
	d := in.Clone()
	d.Put(findings(d))
	tables := make([]*dataset.Table, 0, len(d.Tables)+len(dataset.CoreNames))
	for _, name := range dataset.CoreNames {
		t := d.Table(name)
		if t == nil {
			t = dataset.NewBuilder(dataset.CoreSchema(name)).Table(name)
		}
		tables = append(tables, t)
	}
	for _, wide := range [...]bool{false, true} {
		for _, t := range d.Tables {
			if dataset.CoreSchema(t.Name) == nil && (t.Origin != nil) == wide {
				tables = append(tables, t)
			}
		}
	}
	d.Tables = tables
	return d
}

func findings(d *dataset.Dataset) *dataset.Table {
	notes := slices.Clone(d.Notes)
	slices.SortStableFunc(notes, compareNotes)
	b := dataset.NewBuilder(dataset.Findings)
	for i, n := range notes {
		b.Str(d.ID).Int(int64(i + 1)).Str(n.Severity.String()).Str(n.Code).Str(n.Where)
		b.Count(n.Table).Count(n.Row).Count(n.Col).Opt(n.Field).Opt(n.Observed).Opt(n.Expected)
		b.Str(n.Message).Count(n.Line)
	}
	return b.Table("findings")
}

// compareNotes orders notes by line, and on one line the worst first.
func compareNotes(a, b source.Note) int {
	return cmp.Or(
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Table, b.Table),
		cmp.Compare(a.Row, b.Row),
		cmp.Compare(a.Col, b.Col),
		cmp.Compare(a.Field, b.Field),
	)
}
