package recipe

import (
	"context"
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Step makes the tables of each recipe that matches the page. No two recipes may make
// tables with the same name.
type Step struct{ Recipes []*Recipe }

var _ transform.Step = Step{}

// Name returns "recipe".
func (Step) Name() string { return "recipe" }

// Apply implements [transform.Step].
func (s Step) Apply(ctx context.Context, in *page.Page) (*page.Page, error) {
	out := in.Clone()
	for _, r := range s.Recipes {
		p := newView(in)
		if !r.matches(p) {
			continue
		}
		p.begin(r.maps)
		for _, t := range r.Tables {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if out.Table(t.Name) != nil {
				return nil, fmt.Errorf("recipe %s: another recipe makes a table %q too: rename one of them", r.Name, t.Name)
			}
			rows := t.rows(p)
			p.made[t.Name] = rows
			p.base["tables"].(record)[t.Name] = list(rows)
			t.check(p, rows)
			r.label(p, t, rows)
			out.Put(t.table(in.ID, rows))
		}
		r.relabel(p, out)
		out.Notes = append(out.Notes, p.notes...)
	}
	return out, nil
}

func list(rows []record) []any {
	all := make([]any, len(rows))
	for i, row := range rows {
		all[i] = row
	}
	return all
}

// matches reports whether the recipe matches the page: one of its conditions holds, or it
// has none.
func (r *Recipe) matches(p *view) bool {
	if len(r.match) == 0 {
		return true
	}
	return slices.ContainsFunc(r.match, func(c condition) bool { return c.holds(p) })
}

func (c condition) holds(p *view) bool {
	if c.title != nil && !c.title.MatchString(titleOf(p.data)) {
		return false
	}
	if !p.hasKeys(c.keys) {
		return false
	}
	return len(c.tables) == 0 || slices.ContainsFunc(c.tables, func(t *Table) bool { return t.hasTable(p) })
}

// hasTable reports whether the page has a wide table that matches one of the sources.
func (t *Table) hasTable(p *view) bool {
	for _, s := range t.sources {
		ts, ok := s.rows.(*tablesSource)
		if !ok {
			continue
		}
		for _, wide := range p.data.Wide() {
			if _, ok := ts.matched(p, wide); ok {
				return true
			}
		}
	}
	return false
}
