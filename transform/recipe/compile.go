package recipe

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A compiler compiles the specs of a recipe and adds its errors to those of the reader.
type compiler struct {
	*reader
	spec     *recipeSpec
	recipe   *Recipe
	others   []*Recipe // recipes whose table names are taken
	patterns map[string]string
	roles    []string // used by sources
	// scope has the names that every expression may use.
	scope scope
}

var (
	recipeName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	snakeCase  = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
)

// words are names that mean something else in expressions. A variable named like an
// iterator would hide it; one named like a function does not.
var words = []string{"in", "not", "and", "or", "let", "if", "else", "matches", "contains", "true", "false", "nil",
	"all", "any", "none", "one", "filter", "map", "count", "find", "page_id", "peers", "tables", "box", "box_text", "box_line", "page_title", "page_year"}

// pageVariables has the variables of every expression.
var pageVariables = []string{"page_title", "page_year", "box", "box_text", "box_line", "tables"}

func (c *compiler) compile() *Recipe {
	s := c.spec
	c.recipe = &Recipe{Name: s.name.text, Title: s.title.text, Description: s.description.text, labels: s.labels, maps: record{}}
	if !recipeName.MatchString(s.name.text) {
		c.fail(max(s.name.line, 1), "recipe: the recipe needs a name of lower-case letters, digits and hyphens, as in recipe: my-tables")
	}
	c.scope = scope{variables: slices.Clone(pageVariables), dictionaries: []string{"box", "box_text", "box_line", "col"}}
	for _, m := range s.maps {
		if !snakeCase.MatchString(m.name) || slices.Contains(words, m.name) {
			c.fail(m.line, "map %q: use a name of lower-case words joined by underscores that is not a word of expressions", m.name)
		}
		c.recipe.maps[m.name] = m.values
		c.scope.variables = append(c.scope.variables, m.name)
		c.scope.dictionaries = append(c.scope.dictionaries, m.name)
	}
	c.definePatterns()
	if len(s.tables) == 0 {
		c.fail(1, "a recipe needs tables")
	}
	for _, t := range s.tables {
		c.table(t)
	}
	for _, h := range s.headers {
		if !slices.Contains(c.roles, h.role) {
			c.fail(h.line, "headers: no source uses a column %q%s", h.role, suggest(h.role, c.roles))
		}
	}
	for _, m := range s.match {
		c.recipe.match = append(c.recipe.match, c.condition(m))
	}
	return c.recipe
}

// tableNamed returns a table declared above, or nil.
func (c *compiler) tableNamed(name string) *Table {
	i := slices.IndexFunc(c.recipe.Tables, func(t *Table) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return c.recipe.Tables[i]
}

func (c *compiler) condition(m matchSpec) condition {
	var out condition
	if m.title.text != "" {
		out.title = c.regexp(m.title, "")
	}
	for _, k := range m.keys {
		out.keys = append(out.keys, fold(k.text))
	}
	for _, name := range m.tables {
		t := c.tableNamed(name.text)
		if t == nil {
			c.fail(name.line, "match: there is no table %q%s", name.text, suggest(name.text, c.scope.tables))
			continue
		}
		out.tables = append(out.tables, t)
	}
	return out
}

func (c *compiler) table(s *tableSpec) {
	t := &Table{Name: s.name, Title: s.title.text, Description: s.description.text}
	switch {
	case !snakeCase.MatchString(s.name):
		c.fail(s.line, "table %q: use a name of lower-case words joined by underscores", s.name)
	case dataset.CoreSchema(s.name) != nil:
		c.fail(s.line, "table %q is a core table: choose another name", s.name)
	default:
		for _, o := range c.others {
			if slices.ContainsFunc(o.Tables, func(t *Table) bool { return t.Name == s.name }) {
				c.fail(s.line, "table %q is made by the recipe %s: choose another name", s.name, o.Name)
			}
		}
	}
	if len(s.sources) == 0 {
		c.fail(s.line, "table %s needs rows: a list of sources", s.name)
	}
	if len(s.fields) == 0 {
		c.fail(s.line, "table %s needs fields", s.name)
	}
	for _, src := range s.sources {
		t.sources = append(t.sources, c.source(src))
	}
	c.fields(t, s)
	for i, src := range s.sources {
		if rows := t.sources[i].rows; rows != nil {
			in := c.rowScope(t, rows.variables()).with("part")
			t.sources[i].label = c.expression("label", src.label, in)
		}
	}
	t.group = c.named("group", s, s.group)
	t.distinct = c.named("distinct", s, s.distinct)
	for _, ch := range s.checks {
		t.checks = append(t.checks, c.check(t, ch))
	}
	t.Schema = c.schema(t, s)
	c.recipe.Tables = append(c.recipe.Tables, t)
	c.scope.tables = append(c.scope.tables, t.Name)
	for _, f := range t.fields {
		c.scope.fields = append(c.scope.fields, f.name)
	}
}

// named checks a list of field names.
func (c *compiler) named(what string, s *tableSpec, list []located) []string {
	var names []string
	for _, n := range list {
		if known := fieldNames(s); !slices.Contains(known, n.text) {
			c.fail(n.line, "%s: table %s has no field %q%s", what, s.name, n.text, suggest(n.text, known))
		}
		names = append(names, n.text)
	}
	return names
}

// expression compiles an expression. The result is nil for an empty one.
func (c *compiler) expression(what string, e located, s scope) *expression {
	if strings.TrimSpace(e.text) == "" {
		return nil
	}
	out, err := compile(e.text, s)
	if err != nil {
		c.fail(e.line, "%s: %v", what, err)
		return nil
	}
	return out
}

func (c *compiler) check(t *Table, s *checkSpec) *check {
	what := "check " + s.name
	if !snakeCase.MatchString(s.name) {
		c.fail(s.line, "%s: a name is lower-case words joined by underscores", what)
	}
	if s.that.text == "" {
		c.fail(s.line, "%s needs that: the condition that each row must meet", what)
	}
	s.severity.text = cmp.Or(s.severity.text, "warning")
	if !slices.Contains(dataset.Severities, s.severity.text) {
		c.fail(s.severity.line, "%s: severity is error, warning or info, not %q", what, s.severity.text)
	}
	in := c.rowScope(t, shared(t.sources))
	return &check{
		name: s.name, severity: s.severity.text,
		that:     c.expression(what, s.that, in),
		observed: c.expression(what+": observed", s.observed, in),
		expected: c.expression(what+": expected", s.expected, in),
		at:       c.expression(what+": line", s.at, in),
		message:  c.expression(what+": message", s.message, in),
	}
}

// rowScope returns the scope of expressions that may use all fields of a row.
func (c *compiler) rowScope(t *Table, variables []string) scope {
	in := c.scope.with(variables...).with("peers")
	for _, f := range t.fields {
		in = in.with(f.name)
	}
	return in
}

// shared returns the variables that all sources of a table have.
func shared(sources []*rowSource) []string {
	if len(sources) == 0 || sources[0].rows == nil {
		return nil
	}
	names := slices.Clone(sources[0].rows.variables())
	for _, s := range sources[1:] {
		names = slices.DeleteFunc(names, func(n string) bool {
			return s.rows == nil || !slices.Contains(s.rows.variables(), n)
		})
	}
	return names
}
