package recipe

import (
	"regexp"
	"slices"
	"strings"
)

// source compiles a source of rows by its kind.
func (c *compiler) source(s *sourceSpec) *rowSource {
	out := &rowSource{}
	switch s.from.text {
	case "tables":
		out.rows = c.tablesSource(s)
	case "keys":
		out.rows = c.keysSource(s)
	case "texts":
		out.rows = c.textsSource(s)
	case "page":
		out.rows = c.pageSource(s)
	case "rows":
		out.rows = c.rowsSource(s)
	default:
		return out
	}
	out.where = c.expression("where", s.where, c.scope.with(out.rows.variables()...))
	return out
}

// sectionFilter compiles the keys section and lead.
func (c *compiler) sectionFilter(s *sourceSpec) sectionFilter {
	f := sectionFilter{lead: s.lead}
	if s.section.text != "" {
		f.path = c.regexp(s.section, "")
	}
	return f
}

// A sectionFilter selects sections by path, or only the lead.
type sectionFilter struct {
	path *regexp.Regexp
	lead bool
}

func (f sectionFilter) allows(p *view, index int) bool {
	if f.lead && index != 0 {
		return false
	}
	if f.path == nil {
		return true
	}
	_, path := p.section(index)
	return f.path.MatchString(path)
}

// pageSource makes one row per page.
type pageSource struct {
	finders []*finder
	names   []string
}

func (c *compiler) pageSource(s *sourceSpec) rowMaker {
	out := &pageSource{}
	for _, spec := range s.find {
		f := c.finder(spec, pageVariables...)
		out.finders = append(out.finders, f)
		out.names = append(out.names, f.names...)
	}
	return out
}

func (s *pageSource) variables() []string { return s.names }

// rows returns one row with the groups of the first match of each finder, null if there is
// none. If several finders have a group of the same name, the first that matches counts.
func (s *pageSource) rows(p *view) []record {
	env := p.env()
	for _, name := range s.names {
		env[name] = nil
	}
	for _, f := range s.finders {
		f.search(p, func(m match) bool {
			for name, v := range m.groups {
				if env[name] == nil {
					env[name] = v
				}
			}
			return false
		})
	}
	return []record{env}
}

// rowsSource makes rows from another table of the recipe: one for each row, or one for
// each group of rows.
type rowsSource struct {
	table string
	by    []string
	names []string
}

func (c *compiler) rowsSource(s *sourceSpec) rowMaker {
	out := &rowsSource{table: s.table.text}
	t := c.tableNamed(s.table.text)
	if t == nil {
		c.fail(max(s.table.line, s.line), "a source from rows needs table, the name of a table above%s", suggest(s.table.text, c.scope.tables))
		return out
	}
	fields := make([]string, len(t.fields))
	for i, f := range t.fields {
		fields[i] = f.name
	}
	out.names = fields
	for _, b := range s.by {
		if !slices.Contains(fields, b.text) {
			c.fail(b.line, "by: table %s has no field %q%s", s.table.text, b.text, suggest(b.text, fields))
		}
		out.by = append(out.by, b.text)
	}
	if len(out.by) > 0 {
		out.names = append(append([]string(nil), out.by...), "rows")
	}
	return out
}

func (s *rowsSource) variables() []string { return s.names }

func (s *rowsSource) rows(p *view) []record {
	if len(s.by) == 0 {
		var out []record
		for _, row := range p.made[s.table] {
			out = append(out, s.take(p, row, s.names))
		}
		return out
	}
	var out []record
	for _, g := range groupBy(p.made[s.table], s.by) {
		env := s.take(p, g[0].(record), s.by)
		env["rows"] = g
		out = append(out, env)
	}
	return out
}

func (s *rowsSource) take(p *view, row record, names []string) record {
	env := p.env()
	for _, name := range names {
		env[name] = row[name]
	}
	return env
}

// identity returns a key that is the same for rows with the same values of some names.
func identity(row record, names []string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteString(kind(row[name]) + "\x00" + text(row[name]) + "\x00")
	}
	return b.String()
}

// groupBy groups rows with the same values, in the order of their first rows. Without
// names, all rows are one group.
func groupBy(rows []record, by []string) [][]any {
	var groups [][]any
	at := map[string]int{}
	for _, row := range rows {
		key := identity(row, by)
		i, seen := at[key]
		if !seen {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], row)
	}
	return groups
}
