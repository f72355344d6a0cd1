package recipe

import (
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// rows collects the rows of all sources and computes their fields. It computes one field
// for all rows before the next, so that a field can use its peers.
func (t *Table) rows(p *view) []record {
	rows, from := t.gather(p)
	known := false // are the groups known?
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

// gather returns the rows of all sources, and the source of each row. The rows of
// consecutive sources from texts are in the order of the page.
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

// lineOfRow returns the line of a row, 0 if it has none.
func lineOfRow(row record) int {
	line, _ := row["line"].(number.Decimal)
	n, _ := line.Int64()
	return int(n)
}

// from returns the rows of one source that meet its condition.
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
				p.doubt(t, name, row, text(row[name+"_text"]), "this is not a number")
			}
		}
	}
	return rows
}

// grouped reports whether all fields of the group are among the first n.
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

// setPeers sets the peers of each row: the rows of its group, including itself.
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

// complete removes rows without a required value, and duplicates of earlier rows by the
// fields of distinct.
func (t *Table) complete(p *view, rows []record) []record {
	out := rows[:0]
	seen := map[string]bool{}
next:
	for _, row := range rows {
		for _, f := range t.fields {
			if f.required && absent(row[f.name]) {
				p.doubt(t, f.name, row, "", "this value is required, so the row is left out")
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

// doubt adds a note for a value that does not fit a field.
func (p *view) doubt(t *Table, field string, row record, observed, why string) {
	p.notes = append(p.notes, source.Note{Severity: source.Warning, Code: "recipe_value", Where: "row", Line: lineOfRow(row),
		Field: t.Name + "." + field, Observed: observed, Message: t.Name + "." + field + ": " + why})
}
