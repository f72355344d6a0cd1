package recipe

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// The specs are the recipe as written in the file, before it is compiled.
type recipeSpec struct {
	name, title, description located
	match                    []matchSpec
	headers                  []headerSpec
	maps                     []mapSpec
	labels                   map[string]string
	patterns                 []pair
	tables                   []*tableSpec
}

type matchSpec struct {
	title        located
	keys, tables []located
}

type headerSpec struct {
	role    string
	line    int
	headers []located
}

type mapSpec struct {
	name   string
	line   int
	values dictionary
}

type tableSpec struct {
	name               string
	line               int
	title, description located
	key, group         []located
	distinct           []located
	sources            []*sourceSpec
	fields             []*fieldSpec
	checks             []*checkSpec
	charts             []*chartSpec
	export             *exportSpec
}

// A chartSpec declares a chart of a table.
type chartSpec struct {
	line                         int
	kind, category, title, check located
	series, labels               []located
}

type fieldSpec struct {
	name                     string
	line                     int
	kind, title, description located
	unit, value, ref, scale  located
	required, hidden         bool
}

type checkSpec struct {
	name                               string
	line                               int
	severity, that, observed, expected located
	at, message                        located
}

// A sourceSpec declares where rows come from. Which keys it may have depends on from.
type sourceSpec struct {
	line                       int
	from, in, section, pattern located
	table, label, where        located
	lead                       bool
	columns, parts, set        []pair
	without, by                []located
	find                       []*sourceSpec
}

func (r *reader) recipe(n ast.Node) *recipeSpec {
	s := &recipeSpec{labels: map[string]string{}}
	r.mapping(n, "a recipe", keySet{
		"recipe":      r.into(&s.name),
		"title":       r.into(&s.title),
		"description": r.into(&s.description),
		"match":       each(r, &s.match, r.match),
		"headers": named(r, "headers", &s.headers, func(p pair) headerSpec {
			h := headerSpec{role: p.key, line: p.line}
			r.locateds(&h.headers)(p.value)
			return h
		}),
		"maps": named(r, "maps", &s.maps, func(p pair) mapSpec {
			return mapSpec{p.key, p.line, r.dictionary(p.value, "the map "+p.key)}
		}),
		"labels": func(n ast.Node) {
			for _, p := range r.pairs(n, "labels") {
				s.labels[fold(p.key)] = r.located(p.value).text
			}
		},
		"patterns": func(n ast.Node) { s.patterns = r.pairs(n, "patterns") },
		"tables":   named(r, "tables", &s.tables, r.table),
	})
	return s
}

func (r *reader) match(n ast.Node) (m matchSpec) {
	r.mapping(n, "match", keySet{"title": r.into(&m.title), "keys": r.locateds(&m.keys), "tables": r.locateds(&m.tables)})
	return m
}

// dictionary reads a map. Numbers are text in its keys and numbers in its values.
func (r *reader) dictionary(n ast.Node, what string) dictionary {
	d := dictionary{}
	for _, p := range r.pairs(n, what) {
		value := r.located(p.value)
		d[fold(p.key)] = value.text
		switch p.value.(type) {
		case *ast.IntegerNode, *ast.FloatNode:
			if v, _ := toNumber([]any{value.text}); v != nil {
				d[fold(p.key)] = v
			}
		case *ast.BoolNode:
			d[fold(p.key)] = strings.EqualFold(value.text, "true")
		}
	}
	return d
}

func (r *reader) table(p pair) *tableSpec {
	t := &tableSpec{name: p.key, line: p.line}
	r.mapping(p.value, "table "+p.key, keySet{
		"title":       r.into(&t.title),
		"description": r.into(&t.description),
		"key":         r.locateds(&t.key),
		"group":       r.locateds(&t.group),
		"distinct":    r.locateds(&t.distinct),
		"rows":        each(r, &t.sources, r.source),
		"fields":      named(r, "fields", &t.fields, r.field),
		"checks":      named(r, "checks", &t.checks, r.check),
		"charts":      each(r, &t.charts, r.chart),
		"export":      func(n ast.Node) { t.export = r.export(n) },
	})
	return t
}

func (r *reader) chart(n ast.Node) *chartSpec {
	c := &chartSpec{line: lineOf(n)}
	r.mapping(n, "chart", keySet{"kind": r.into(&c.kind), "category": r.into(&c.category), "title": r.into(&c.title),
		"series": r.locateds(&c.series), "labels": r.locateds(&c.labels), "check": r.into(&c.check)})
	return c
}

// field reads a field; "line: integer" is short for "line: {type: integer}".
func (r *reader) field(p pair) *fieldSpec {
	f := &fieldSpec{name: p.key, line: p.line}
	if _, ok := scalar(p.value); ok {
		f.kind = r.located(p.value)
		return f
	}
	r.mapping(p.value, "field "+p.key, keySet{
		"type":        r.into(&f.kind),
		"title":       r.into(&f.title),
		"description": r.into(&f.description),
		"unit":        r.into(&f.unit),
		"value":       r.into(&f.value),
		"ref":         r.into(&f.ref),
		"scale":       r.into(&f.scale),
		"required":    r.truth(&f.required),
		"hidden":      r.truth(&f.hidden),
	})
	return f
}

func (r *reader) check(p pair) *checkSpec {
	c := &checkSpec{name: p.key, line: p.line}
	r.mapping(p.value, "check "+p.key, keySet{
		"severity": r.into(&c.severity),
		"that":     r.into(&c.that),
		"observed": r.into(&c.observed),
		"expected": r.into(&c.expected),
		"line":     r.into(&c.at),
		"message":  r.into(&c.message),
	})
	return c
}

// sourceKeys has the keys that each kind of source may have in addition to from, where and
// set.
var sourceKeys = map[string][]string{
	"tables": {"columns", "section", "without"},
	"keys":   {"pattern", "parts", "label"},
	"texts":  {"in", "section", "lead", "pattern"},
	"page":   {"find"},
	"rows":   {"table", "by"},
}

func (r *reader) source(n ast.Node) *sourceSpec {
	s := &sourceSpec{line: lineOf(n)}
	all := keySet{
		"section": r.into(&s.section),
		"pattern": r.into(&s.pattern),
		"in":      r.into(&s.in),
		"lead":    r.truth(&s.lead),
		"table":   r.into(&s.table),
		"label":   r.into(&s.label),
		"without": r.locateds(&s.without),
		"by":      r.locateds(&s.by),
		"columns": func(n ast.Node) { s.columns = r.pairs(n, "columns") },
		"parts":   func(n ast.Node) { s.parts = r.pairs(n, "parts") },
		"find":    each(r, &s.find, r.finder),
	}
	s.from = r.kindOf(n)
	keys := keySet{
		"from":  func(ast.Node) {},
		"where": r.into(&s.where),
		"set":   func(n ast.Node) { s.set = r.pairs(n, "set") },
	}
	for _, key := range sourceKeys[s.from.text] {
		keys[key] = all[key]
	}
	if s.from.text != "" {
		r.mapping(n, "a source from "+s.from.text, keys)
	}
	return s
}

// kindOf reads the key from before the other keys.
func (r *reader) kindOf(n ast.Node) located {
	for _, p := range r.pairs(n, "a source of rows") {
		if p.key != "from" {
			continue
		}
		from := r.located(p.value)
		if sourceKeys[from.text] == nil {
			r.fail(from.line, "rows cannot come from %q%s", from.text, suggest(from.text, []string{"tables", "keys", "texts", "page", "rows"}))
			return located{}
		}
		return from
	}
	r.fail(lineOf(n), "a source needs from: tables, keys, texts, page or rows")
	return located{}
}

// finder reads a search of a page source.
func (r *reader) finder(n ast.Node) *sourceSpec {
	s := &sourceSpec{line: lineOf(n)}
	r.mapping(n, "find", keySet{
		"in":      r.into(&s.in),
		"section": r.into(&s.section),
		"lead":    r.truth(&s.lead),
		"pattern": r.into(&s.pattern),
	})
	return s
}
