package recipe

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/grid"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
)

// tablesSource makes a row for each row of the wide tables that have certain columns.
type tablesSource struct {
	columns []role
	without []role
	filter  sectionFilter
}

// tableVariables has the variables of a source from tables other than its columns.
var tableVariables = []string{"table", "table_title", "caption", "intro", "group", "section", "path", "line", "row", "band", "side",
	"is_total", "columns", "col"}

func (c *compiler) tablesSource(s *sourceSpec) rowMaker {
	out := &tablesSource{filter: c.sectionFilter(s)}
	for _, p := range s.columns {
		kind := c.located(p.value)
		r := c.role(located{p.key, p.line})
		name, filled := strings.CutSuffix(kind.text, " filled")
		name, optional := strings.CutSuffix(name, "?")
		r.kind, r.optional, r.filled = roleKind(name), optional, filled
		if r.kind != asText && r.kind != asNumber && r.kind != asAny {
			c.fail(kind.line, "column %s must be text, number or any, followed by ? if it is optional or by filled, not %q", p.key, kind.text)
		}
		if !snakeCase.MatchString(p.key) || slices.Contains(words, p.key) || slices.Contains(tableVariables, p.key) {
			c.fail(p.line, "column %q: this name means something else in expressions, choose another", p.key)
		}
		out.columns = append(out.columns, r)
	}
	if len(out.columns) == 0 {
		c.fail(s.line, "a source from tables needs columns, each text, number or any")
	}
	for _, w := range s.without {
		out.without = append(out.without, c.role(w))
	}
	return out
}

func (s *tablesSource) variables() []string {
	names := slices.Clone(tableVariables)
	for _, r := range s.columns {
		names = append(names, r.name, r.name+"_text")
	}
	return names
}

// matched returns the field of a wide table for each column, -1 for a missing optional
// column. ok is false if the table does not match.
func (s *tablesSource) matched(p *view, t *dataset.Table) (fields []int, ok bool) {
	if !s.filter.allows(p, p.data.Sheets[t.Origin.Table-1].Section) {
		return nil, false
	}
	for _, r := range s.without {
		if r.find(p, t, nil) >= 0 {
			return nil, false
		}
	}
	for _, r := range s.columns {
		f := r.find(p, t, fields)
		if f < 0 && !r.optional {
			return nil, false
		}
		fields = append(fields, f)
	}
	return fields, true
}

func (s *tablesSource) rows(p *view) []record {
	var out []record
	for _, t := range p.data.Wide() {
		if fields, ok := s.matched(p, t); ok {
			begin := len(out)
			for row := range t.NumRows() {
				out = append(out, s.row(p, t, fields, row))
			}
			s.fill(t, out[begin:])
		}
	}
	return out
}

// fill gives empty cells of filled columns the value above them in their block.
func (s *tablesSource) fill(t *dataset.Table, rows []record) {
	for _, r := range s.columns {
		for i := 1; i < len(rows) && r.filled; i++ {
			if rows[i][r.name] == nil && t.Origin.Rows[i].Block == t.Origin.Rows[i-1].Block {
				rows[i][r.name] = rows[i-1][r.name]
			}
		}
	}
}

func (s *tablesSource) row(p *view, t *dataset.Table, fields []int, row int) record {
	env := p.env()
	sheet := p.data.Sheets[t.Origin.Table-1]
	at := t.Origin.Rows[row]
	block := p.data.Part(t).Blocks[at.Block]
	env["table"] = number.NewDecimal(int64(t.Origin.Table), 0)
	env["table_title"], env["caption"] = orNull(block.Title), orNull(sheet.Grid.Table.Caption.Plain)
	env["band"], env["side"] = nil, nil
	if sheet.Layout.Kind == grid.Blocks {
		env["band"], env["side"] = number.NewDecimal(int64(block.Band+1), 0), number.NewDecimal(int64(block.Side+1), 0)
	}
	env["intro"] = orNull(p.intro(sheet))
	title, path := p.section(sheet.Section)
	env["section"], env["path"] = orNull(title), orNull(path)
	env["group"] = orNull(ownText(t, row, "group"))
	env["is_total"] = ownText(t, row, "row_kind") == "total"
	env["line"] = number.NewDecimal(t.Column("line").Int(row), 0)
	env["row"] = number.NewDecimal(int64(at.Row+1), 0)
	env["col"] = p.allColumns(t, row)
	var has []any
	for i, r := range s.columns {
		env[r.name], env[r.name+"_text"] = nil, nil
		if fields[i] >= 0 {
			has = append(has, r.name)
			env[r.name], env[r.name+"_text"] = p.cell(t, row, fields[i], r.kind)
		}
	}
	env["columns"] = has
	return env
}

// intro returns the paragraph directly above a table.
func (p *view) intro(sheet page.Sheet) string {
	blocks := p.data.Document.Sections[sheet.Section].Blocks
	for i, b := range blocks[:max(len(blocks)-1, 0)] {
		above, ok := b.(*document.Paragraph)
		if table, next := blocks[i+1].(*document.Table); ok && next && table == sheet.Grid.Table {
			return above.Text.Plain
		}
	}
	return ""
}

// unread returns the columns of a row that should have a number but do not, although the
// cell has digits.
func (s *tablesSource) unread(row record) []string {
	var names []string
	for _, r := range s.columns {
		if r.kind == asNumber && row[r.name] == nil && strings.ContainsAny(text(row[r.name+"_text"]), "0123456789") {
			names = append(names, r.name)
		}
	}
	return names
}
