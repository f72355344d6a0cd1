package recipe

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// fields compiles the fields of a table in order. A field may use those above it.
func (c *compiler) fields(t *Table, s *tableSpec) {
	scopes := make([]scope, len(t.sources))
	for i, src := range t.sources {
		scopes[i] = c.scope
		if src.rows != nil {
			scopes[i] = scopes[i].with(src.rows.variables()...)
		}
	}
	for _, src := range s.sources {
		for _, p := range src.set {
			if !slices.ContainsFunc(s.fields, func(f *fieldSpec) bool { return f.name == p.key }) {
				c.fail(p.line, "set: table %s has no field %q%s", s.name, p.key, suggest(p.key, fieldNames(s)))
			}
		}
	}
	for n, fs := range s.fields {
		if n == groupKnown(s) {
			for i := range scopes {
				scopes[i] = scopes[i].with("peers")
			}
		}
		f := &field{name: fs.name, hidden: fs.hidden, required: fs.required}
		c.checkName(s, fs)
		if !fs.hidden {
			f.kind = c.kind(fs)
		}
		for i, src := range s.sources {
			f.values = append(f.values, c.value(s, fs, src, scopes[i]))
		}
		for i := range scopes {
			scopes[i] = scopes[i].with(fs.name)
		}
		t.fields = append(t.fields, f)
	}
}

// groupKnown returns the number of fields after which all fields of the group are known.
func groupKnown(s *tableSpec) int {
	known := 0
	for _, g := range s.group {
		known = max(known, slices.Index(fieldNames(s), g.text)+1)
	}
	return known
}

func fieldNames(s *tableSpec) []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

func (c *compiler) checkName(s *tableSpec, f *fieldSpec) {
	switch {
	case !snakeCase.MatchString(f.name):
		c.fail(f.line, "field %q: use a name of lower-case words joined by underscores", f.name)
	case slices.Contains(words, f.name):
		c.fail(f.line, "field %q: this name means something else in expressions, choose another", f.name)
	case f.hidden && f.kind.text != "":
		c.fail(f.kind.line, "field %s is hidden and needs no type", f.name)
	}
}

// value compiles the value of a field for the rows of one source: the source's set, the
// field's own value, or the variable of the same name.
func (c *compiler) value(t *tableSpec, f *fieldSpec, src *sourceSpec, s scope) *expression {
	what := t.name + "." + f.name
	for _, p := range src.set {
		if p.key == f.name {
			return c.expression(what, c.located(p.value), s)
		}
	}
	if f.value.text != "" {
		return c.expression(what, f.value, s)
	}
	if !slices.Contains(s.variables, f.name) {
		c.fail(f.line, "%s has no value: give it one, or let its sources set it", what)
	}
	return nil
}

// fieldTypes maps the types of fields.
var fieldTypes = map[string]dataset.Type{"string": dataset.String, "integer": dataset.Integer, "number": dataset.Number,
	"decimal": dataset.Decimal, "boolean": dataset.Boolean, "date": dataset.Date, "year": dataset.Year}

// kind returns the dataset field.
func (c *compiler) kind(s *fieldSpec) *dataset.Field {
	t, ok := fieldTypes[s.kind.text]
	if !ok {
		c.fail(max(s.kind.line, s.line), "field %s: type must be string, integer, number, decimal, boolean, date or year, not %q", s.name, s.kind.text)
	}
	f := &dataset.Field{Name: s.name, Title: s.title.text, Description: s.description.text,
		Unit: s.unit.text, Type: t, Nullable: !s.required}
	if t == dataset.Decimal {
		scale, err := strconv.ParseInt(s.scale.text, 10, 32)
		if err != nil || scale < 0 || scale > 38 {
			c.fail(max(s.scale.line, s.line), "field %s: a decimal needs scale: the number of digits after the point, 0 to 38", s.name)
		}
		f.Precision, f.Scale = 38, int32(scale)
	} else if s.scale.text != "" {
		c.fail(s.scale.line, "field %s: only a decimal has a scale", s.name)
	}
	return f
}

// schema returns page_id and the fields that are not hidden.
func (c *compiler) schema(t *Table, s *tableSpec) *dataset.Schema {
	out := dataset.Schema{Title: t.Title, Description: t.Description,
		Fields: []dataset.Field{dataset.PageIDField}, PrimaryKey: []string{"page_id"},
		ForeignKeys: []dataset.ForeignKey{{Fields: []string{"page_id"}, Table: "pages", To: []string{"page_id"}}}}
	for _, f := range t.fields {
		if f.kind != nil {
			out.Fields = append(out.Fields, *f.kind)
		}
	}
	for _, k := range s.key {
		i := slices.IndexFunc(t.fields, func(f *field) bool { return f.name == k.text })
		if i < 0 || t.fields[i].kind == nil {
			c.fail(k.line, "key: table %s has no field %q%s", s.name, k.text, suggest(k.text, fieldNames(s)))
			continue
		}
		t.fields[i].required = true
		out.PrimaryKey = append(out.PrimaryKey, k.text)
	}
	if len(s.key) == 0 && !onePerPage(s) {
		out.PrimaryKey = nil
	}
	for i := range out.Fields {
		if slices.Contains(out.PrimaryKey, out.Fields[i].Name) {
			out.Fields[i].Nullable = false
		}
	}
	for _, f := range s.fields {
		if f.ref.text != "" {
			out.ForeignKeys = append(out.ForeignKeys, c.foreignKey(f))
		}
	}
	for _, chart := range s.charts {
		out.Charts = append(out.Charts, c.chart(chart, out.Fields))
	}
	if s.export != nil {
		out.Export = c.export(s.export, out.Fields)
	}
	if len(c.faults) > 0 { // names may be there twice
		return nil
	}
	return dataset.NewSchema(out)
}

// onePerPage reports whether a table has one row per page, so that page_id is its key.
func onePerPage(s *tableSpec) bool { return len(s.sources) == 1 && s.sources[0].from.text == "page" }

// foreignKey parses "tables.table", the field of another table that is referenced.
func (c *compiler) foreignKey(f *fieldSpec) dataset.ForeignKey {
	table, to, ok := strings.Cut(f.ref.text, ".")
	if target := dataset.CoreSchema(table); !ok || target == nil && c.tableNamed(table) == nil || target != nil && target.Index(to) < 0 {
		c.fail(f.ref.line, "field %s: ref must be TABLE.FIELD of a core table or a table above, as in ref: tables.table", f.name)
	}
	return dataset.ForeignKey{Fields: []string{"page_id", f.name}, Table: table, To: []string{"page_id", to}}
}
