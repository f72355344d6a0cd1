package recipe

import (
	"errors"
	"strings"
	"testing"
)

// small is a valid recipe that the tests below break.
const small = `recipe: rivers
title: Rivers
match:
  - title: 'River'
headers:
  length: [length, km]
maps:
  names: {rhine: Rhein}
patterns:
  word: '\p{Lu}\w+'
tables:
  rivers:
    key: [table, line]
    rows:
      - from: tables
        columns: {name: text, length: number, mouth: text?}
        where: name != nil
    fields:
      table: {type: integer, ref: tables.table}
      name: {type: string, value: 'default(lookup(names, name), name)'}
      length: {type: number, unit: km}
      line: integer
    checks:
      long_enough:
        that: length > 10
        observed: length
  seas:
    rows:
      - {from: rows, table: rivers, by: [name]}
    fields:
      name: string
      rivers: {type: integer, value: len(rows)}
`

func TestLoad(t *testing.T) {
	r, err := Load([]byte(small), "rivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if r.Name != "rivers" || r.Title != "Rivers" || len(r.Tables) != 2 {
		t.Errorf("%+v", r)
	}
	s := r.Tables[0].Schema
	if got := strings.Join(s.PrimaryKey, " "); got != "page_id table line" {
		t.Errorf("key %s", got)
	}
	if f := s.Fields[s.Index("length")]; f.Unit != "km" || !f.Nullable {
		t.Errorf("length %+v", f)
	}
	if f := s.Fields[s.Index("line")]; f.Nullable {
		t.Error("a field of the key is nullable")
	}
	if len(s.ForeignKeys) != 2 || s.ForeignKeys[1].Table != "tables" {
		t.Errorf("foreign keys %+v", s.ForeignKeys)
	}
}

// TestLoadErrors breaks one place of the recipe and checks the line and text of the error.
func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"recipe: rivers", "recipe: My Rivers", "rivers.yaml:1: recipe: the recipe needs a name"},
		{"recipe: rivers\n", "", "rivers.yaml:1: recipe: the recipe needs a name"},
		{"title: Rivers", "titel: Rivers", `rivers.yaml:2: a recipe has no key "titel"; did you mean "title"?`},
		{"title: Rivers", "title: [Rivers]", "rivers.yaml:2: expected a text, not a list"},
		{"title: Rivers", "title: Rivers\ntitle: Brooks", "rivers.yaml:3: "},
		{"title: Rivers", "title: *r", "rivers.yaml:2: "},
		{"title: Rivers", "title: 'Rivers", "rivers.yaml:"},
		{"- title: 'River'", "- title: 'River('", "rivers.yaml:4: error parsing regexp"},
		{"- title: 'River'", "- tables: [brooks]", `rivers.yaml:4: match: there is no table "brooks"`},
		{"  length: [length, km]", "  length: [length, '/km(/']", "rivers.yaml:6: error parsing regexp"},
		{"  length: [length", "  lenght: [length", `rivers.yaml:6: headers: no source uses a column "lenght"; did you mean "length"?`},
		{"names: {rhine", "my-names: {rhine", `rivers.yaml:8: map "my-names"`},
		{`'\p{Lu}\w+'`, `'{wort}'`, "rivers.yaml:10: no pattern {wort} above"},
		{"word:", "Word:", `rivers.yaml:10: pattern "Word"`},
		{"  rivers:\n", "  Rivers:\n", `rivers.yaml:12: table "Rivers"`},
		{"  rivers:\n", "  cells:\n", `rivers.yaml:12: table "cells" is a core table`},
		{"  rivers:\n", "  events:\n", `rivers.yaml:12: table "events" is made by the recipe assembly-session`},
		{"key: [table, line]", "key: [table, lien]", `rivers.yaml:13: key: table rivers has no field "lien"; did you mean "line"?`},
		{"key: [table, line]", "group: [rivr]", `rivers.yaml:13: group: table rivers has no field "rivr"`},
		{"key: [table, line]", "distinct: [lime]", `rivers.yaml:13: distinct: table rivers has no field "lime"; did you mean "line"?`},
		{"from: tables", "from: table", `rivers.yaml:15: rows cannot come from "table"; did you mean "tables"?`},
		{"from: tables\n", "lead: true\n", "rivers.yaml:15: a source needs from"},
		{"columns: {name", "colums: {name", `rivers.yaml:16: a source from tables has no key "colums"; did you mean "columns"?`},
		{"        where: name", "        pattern: name", `rivers.yaml:17: a source from tables has no key "pattern"`},
		{"length: number", "length: numbers", "rivers.yaml:16: column length must be text, number or any"},
		{"{name: text,", "{line: text,", `rivers.yaml:16: column "line"`},
		{"name != nil", "nmae != nil", `rivers.yaml:17: where: unknown name "nmae"; did you mean "name"?, at character 1`},
		{"tables.table", "tables.tabel", "rivers.yaml:19: field table: ref must be TABLE.FIELD"},
		{"lookup(names, name)", "lookup(names)", "rivers.yaml:20: rivers.name: lookup takes at least 2 arguments, not 1, at character 9"},
		{"type: number, unit", "type: float, unit", "rivers.yaml:21: field length: type must be string"},
		{"type: number, unit", "type: decimal, unit", "rivers.yaml:21: field length: a decimal needs scale"},
		{"line: integer", "line: {type: integer, hidden: true}", "rivers.yaml:22: field line is hidden and needs no type"},
		{"line: integer", "line: {type: integer, required: perhaps}", "rivers.yaml:22: expected true or false"},
		{"line: integer", "Line: integer", `rivers.yaml:22: field "Line"`},
		{"line: integer", "peers: integer", `rivers.yaml:22: field "peers": this name means something else`},
		{"line: integer", "count: integer", `rivers.yaml:22: field "count": this name means something else`},
		{"line: integer", "depth: integer", "rivers.yaml:22: rivers.depth has no value"},
		{"long_enough:", "Long:", "rivers.yaml:24: check Long"},
		{"that: length > 10", "severity: fatal", "rivers.yaml:25: check long_enough: severity is error, warning or info"},
		{"        that: length > 10\n", "", "rivers.yaml:24: check long_enough needs that"},
		{"observed: length", "observed: lenght", `rivers.yaml:26: check long_enough: observed: unknown name "lenght"; did you mean "length"?`},
		{"table: rivers,", "table: lakes,", "rivers.yaml:29: a source from rows needs table, the name of a table above"},
		{"by: [name]", "by: [names]", `rivers.yaml:29: by: table rivers has no field "names"; did you mean "name"?`},
		{"len(rows)", "len(row)", `rivers.yaml:32: seas.rivers: unknown name "row"; did you mean "rows"?`},
		{"key: [table, line]", "key: [table, line]\n    charts: {kind: pie, category: name, series: [length]}", "rivers.yaml:14: chart: kind must be one of bar, stacked-bar, hemicycle, rates, not \"pie\""},
		{"key: [table, line]", "key: [table, line]\n    charts: {kind: bar, category: nobody, series: [length]}", "rivers.yaml:14: chart: category"},
		{"key: [table, line]", "key: [table, line]\n    charts: [{kind: bar, category: name, series: [name]}]", "rivers.yaml:14: chart: series"},
		{"key: [table, line]", "key: [table, line]\n    charts: [{kind: bar, category: name}]", "rivers.yaml:14: chart: series"},
		{"key: [table, line]", "key: [table, line]\n    charts: [{kind: bar, category: name, series: [length], labels: [a, b]}]", "rivers.yaml:14: chart: 2 labels for 1 series"},
		{"key: [table, line]", "key: [table, line]\n    charts: [{kind: rates, category: name, series: [length]}]", "rivers.yaml:14: chart: kind rates needs two series"},
		{"key: [table, line]", "key: [table, line]\n    charts: [{kind: rates, category: name, series: [length, length], check: name}]", "rivers.yaml:14: chart: check must name a boolean field"},
		{"key: [table, line]", "key: [table, line]\n    charts: [{kind: bar, category: name, series: [length], check: name}]", "rivers.yaml:14: chart: only kind rates can have check"},
		{"key: [table, line]", "key: [table, line]\n    chart: {kind: bar, category: name}", "rivers.yaml:14: table rivers has no key \"chart\"; did you mean \"charts\"?"},
		{small, "", "rivers.yaml:1: a recipe file has one recipe"},
		{small, "- a\n- b\n", "rivers.yaml:1: a recipe must be a mapping"},
		{small, "recipe: a\n---\nrecipe: b\n", "rivers.yaml:1: a recipe file has one recipe"},
		{small, "recipe: a\n", "rivers.yaml:1: a recipe needs tables"},
		{small, "recipe: a\ntables:\n  x: {}\n", "rivers.yaml:3: table x needs rows"},
	} {
		text := strings.Replace(small, c.old, c.new, 1)
		if text == small {
			t.Fatalf("%q is not in the recipe", c.old)
		}
		_, err := Load([]byte(text), "rivers.yaml")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want an error with %s", c.new, c.old, err, c.want)
		}
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%q: %v is no *Error", c.new, err)
		}
	}
}

func TestPeersBeforeTheirGroup(t *testing.T) {
	text := strings.NewReplacer("key: [table, line]", "group: [line]", "unit: km", "value: 'sum(map(peers, .length))'").Replace(small)
	want := "rivers.yaml:21: rivers.length: peers can only be used in fields below those of group"
	if _, err := Load([]byte(text), "rivers.yaml"); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestLoadTellsAllFaultsInOrder(t *testing.T) {
	text := strings.NewReplacer("titel", "x", "title: Rivers", "titel: Rivers", "name != nil", "nmae != nil", "len(rows)", "ln(rows)").Replace(small)
	_, err := Load([]byte(text), "r.yaml")
	var lines []string
	for l := range strings.SplitSeq(err.Error(), "\n") {
		lines = append(lines, l[:strings.Index(l, ": ")])
	}
	if got := strings.Join(lines, " "); got != "r.yaml:2 r.yaml:17 r.yaml:32" {
		t.Errorf("faults at %s", got)
	}
	many := "recipe: a\n" + strings.Repeat("x: 1\n", 30)
	if _, err := Load([]byte(strings.ReplaceAll(many, "x: 1\n", "")+manyKeys(30)), "r.yaml"); !strings.Contains(err.Error(), "more") {
		t.Errorf("%v does not say that there are more", err)
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("z", i+1) + ": 1\n")
	}
	return b.String()
}

func TestBuiltin(t *testing.T) {
	all := Builtin()
	if len(all) == 0 {
		t.Fatal("no built-in recipe")
	}
	for _, r := range all {
		if r.Title == "" || r.Description == "" {
			t.Errorf("%s has no title or description", r.Name)
		}
		for _, table := range r.Tables {
			if table.Title == "" || table.Description == "" || table.Schema.Index("page_id") != 0 {
				t.Errorf("%s: table %s lacks a title or description", r.Name, table.Name)
			}
			for _, f := range table.Schema.Fields {
				if f.Description == "" {
					t.Errorf("%s: field %s.%s has no description", r.Name, table.Name, f.Name)
				}
			}
		}
	}
	all[0] = nil
	if Builtin()[0] == nil {
		t.Error("the slice is shared")
	}
}

// FuzzLoad loads any bytes: each gives a recipe or errors with a line.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("a: &x [*x]\n<<: *x\n"))
	f.Add([]byte("recipe: a\ntables: {t: {rows: [{from: page}], fields: {a: {value: '1'}}}}"))
	f.Add([]byte("? a\n: - b\n"))
	f.Add([]byte("recipe: !!binary a\ntables: |\n  x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4<<10 {
			return
		}
		r, err := Load(data, "f.yaml")
		switch {
		case err == nil && (r.Name == "" || len(r.Tables) == 0):
			t.Errorf("loaded without name or tables: %+v", r)
		case err != nil && !strings.HasPrefix(err.Error(), "f.yaml:"):
			t.Errorf("%v does not say where", err)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	data, err := builtinFiles.ReadFile("builtin/assembly-session.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(data, "b.yaml", nil); err != nil {
			b.Fatal(err)
		}
	}
}
