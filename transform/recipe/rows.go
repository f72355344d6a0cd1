package recipe

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// rows collects the rows of all sources and computes their fields, one field
// after the other over all rows, so that a field can look at its peers.
func (t *Table) rows(p *view) []record {
	rows, from := t.gather(p)
	known := false // whether the groups are
	for i, f := range t.fields {
		if !known && t.grouped(i) {
			setPeers(rows, t.group)
			known = true
		}
		for r, row := range rows {
			t.compute(p, f, f.values[from[r]], row)
		}
	}
	if !known {
		setPeers(rows, t.group)
	}
	return t.complete(p, rows)
}

// gather returns the rows of all sources and which source each is from. Sources
// from texts that follow one another share the order of the page.
func (t *Table) gather(p *view) (rows []record, from []int) {
	type sourced struct {
		row    record
		source int
	}
	var all []sourced
	begin := 0 // of the run of sources from texts
	for i, s := range t.sources {
		for _, row := range t.from(p, s) {
			all = append(all, sourced{row, i})
		}
		if _, ok := s.rows.(*textsSource); !ok {
			begin = len(all)
			continue
		}
		slices.SortStableFunc(all[begin:], func(a, b sourced) int {
			return lineOfRow(a.row) - lineOfRow(b.row)
		})
	}
	for _, s := range all {
		rows, from = append(rows, s.row), append(from, s.source)
	}
	return rows, from
}

// lineOfRow is the line of a row, 0 if it has none.
func lineOfRow(row record) int {
	line, _ := row["line"].(number.Decimal)
	n, _ := line.Int64()
	return int(n)
}

// from returns the rows of one source that its condition lets through.
func (t *Table) from(p *view, s *rowSource) []record {
	all := s.rows.rows(p)
	rows := all[:0]
	for _, row := range all {
		if s.where != nil {
			ok, err := s.where.holds(row)
			if err != nil {
				p.doubt(t, "where", row, "", err.Error())
			}
			if !ok {
				continue
			}
		}
		rows = append(rows, row)
	}
	switch rm := s.rows.(type) {
	case *keysSource:
		rm.misplaced(p, rows)
	case *tablesSource:
		for _, row := range rows {
			for _, name := range rm.unread(row) {
				p.doubt(t, name, row, text(row[name+"_text"]), "this is no number")
			}
		}
	}
	return rows
}

// grouped says whether all fields of the group are among the first n.
func (t *Table) grouped(n int) bool {
	found := 0
	for _, f := range t.fields[:n] {
		for _, g := range t.group {
			if f.name == g {
				found++
			}
		}
	}
	return found == len(t.group)
}

// setPeers gives each row the rows of its group, itself among them.
func setPeers(rows []record, by []string) {
	for _, g := range groupBy(rows, by) {
		for _, row := range g {
			row.(record)["peers"] = g
		}
	}
}

// compute sets a field of a row.
func (t *Table) compute(p *view, f *field, e *expression, row record) {
	v, err := row[f.name], error(nil)
	if e != nil {
		if v, err = e.eval(row); err != nil {
			p.doubt(t, f.name, row, "", err.Error())
			v = nil
		}
	}
	if f.kind == nil {
		row[f.name] = v
		return
	}
	fitted, ok := fit(v, f.kind)
	if !ok {
		p.doubt(t, f.name, row, text(v), fmt.Sprintf("this does not fit the type %s", f.kind.Type))
		fitted = nil
	}
	row[f.name] = fitted
}

// complete leaves out the rows that lack a value they must have, and those that
// an earlier one is not distinct from.
func (t *Table) complete(p *view, rows []record) []record {
	out := rows[:0]
	seen := map[string]bool{}
next:
	for _, row := range rows {
		for _, f := range t.fields {
			if f.required && absent(row[f.name]) {
				p.doubt(t, f.name, row, "", "the row is left out, as it must have this value")
				continue next
			}
		}
		if key := identity(row, t.distinct); len(t.distinct) > 0 {
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		out = append(out, row)
	}
	return out
}

// doubt notes a value that a field could not take.
func (p *view) doubt(t *Table, field string, row record, observed, why string) {
	p.notes = append(p.notes, source.Note{Severity: source.Warning, Code: "recipe_value", Where: "row", Line: lineOfRow(row),
		Field: t.Name + "." + field, Observed: observed, Message: t.Name + "." + field + ": " + why})
}
