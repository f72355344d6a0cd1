package page

import (
	"cmp"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

const findings = "findings"

// Findings makes the table findings of the page's notes, sorted by place. The page
// does not keep it, because loaders may still add notes: call it once these are
// known.
func (p *Page) Findings() *dataset.Table { return p.FindingsAfter(0) }

// FindingsAfter is Findings for a page that has so many others already.
func (p *Page) FindingsAfter(others int) *dataset.Table {
	notes := slices.Clone(p.Notes)
	slices.SortStableFunc(notes, compareNotes)
	b := dataset.NewBuilder(dataset.Findings)
	for i, n := range notes {
		b.Str(p.ID).Int(int64(others + i + 1)).Str(n.Severity.String()).Str(n.Code).Str(n.Where)
		b.Count(n.Table).Count(n.Row).Count(n.Col).Opt(n.Field).Opt(n.Observed).Opt(n.Expected)
		b.Str(n.Message).Count(n.Line)
	}
	return b.Table(findings)
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

// Complete returns the page with the core tables that no step has made, without
// rows, and its tables in the order in which they are written: the core tables,
// those of recipes, the wide ones. It does not make findings.
func (p *Page) Complete() *Page { return p.ordered(nil) }

// WithFindings returns the complete page with the table findings among the core
// tables: for callers that write nothing and add no notes.
func (p *Page) WithFindings() *Page { return p.ordered(p.Findings()) }

func (p *Page) ordered(notes *dataset.Table) *Page {
	c := *p
	c.Notes = slices.Clip(p.Notes)
	c.Tables = make([]*dataset.Table, 0, len(p.Tables)+len(dataset.CoreNames))
	for _, name := range dataset.CoreNames {
		t := p.Table(name)
		if name == findings {
			t = notes
		} else if t == nil {
			t = dataset.NewBuilder(dataset.CoreSchema(name)).Table(name)
		}
		if t != nil {
			c.Tables = append(c.Tables, t)
		}
	}
	for _, wide := range [...]bool{false, true} {
		for _, t := range p.Tables {
			if dataset.CoreSchema(t.Name) == nil && (t.Origin != nil) == wide {
				c.Tables = append(c.Tables, t)
			}
		}
	}
	return &c
}
