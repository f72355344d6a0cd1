package validate

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// fieldOf reads a field given as JSON.
func fieldOf(t testing.TB, text string) (*field, *Task) {
	t.Helper()
	p, err := datapackage.Parse([]byte(`{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "x", `+strings.TrimPrefix(text, "{")+`]}}]}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	task := &Task{}
	task.addFaults(p.Resources[0].Faults)
	f := compileField(&p.Resources[0].Schema.Fields[0], task)
	if task.errors > 0 {
		t.Fatalf("%s: %s", text, task.Errors[0].Message)
	}
	return f, task
}

// TestTypes: what is of a type and what is not. A cell that begins with = is one of
// JSON, the others are text.
func TestTypes(t *testing.T) {
	tests := []struct {
		field string
		yes   []string
		no    []string
	}{
		{`"type": "integer"`, []string{"0", "-7", "+7", "007", "9223372036854775808", "=12", "=12.0", "=1e3"}, []string{"1.0", "1e3", "", " 1", "1,000", "x", "--1", "=1.5", "=true", `="x"`, "Ⅷ", "١"}},
		{`"type": "integer", "bareNumber": false`, []string{"12 km", "$5", "95%"}, []string{"km", "1.5 km"}},
		{`"type": "integer", "groupChar": ","`, []string{"1,234", "1234"}, []string{"1.234"}},
		{`"type": "number"`, []string{"0", "-0.5", ".5", "5.", "1e-7", "1E+3", "NaN", "INF", "-INF", "=1.5"}, []string{"1,5", "", ".", "e5", "1e", "1.2.3", "0x1F", "=true", "1_000", "−1"}},
		{`"type": "number", "decimalChar": ",", "groupChar": "."`, []string{"1.234,5", "0,5", "=0.5"}, []string{"1,2,3"}},
		{`"type": "boolean"`, []string{"true", "FALSE", "1", "0", "=true"}, []string{"yes", "t", "2", "=1", ""}},
		{`"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]`, []string{"yes", "no", "=false"}, []string{"true", "0"}},
		{`"type": "date"`, []string{"2013-03-05", "2000-02-29"}, []string{"2013-3-5", "1900-02-29", "2013-03", "2013-03-05T00:00:00", "05.03.2013", "=20130305"}},
		{`"type": "date", "format": "%d.%m.%Y"`, []string{"05.03.2013"}, []string{"2013-03-05", "31.02.2013"}},
		{`"type": "date", "format": "any"`, []string{"2013-03-05", "5 March 2013"}, []string{"soon"}},
		{`"type": "time"`, []string{"12:34:56"}, []string{"12:34", "24:00:01", "12:34:61"}},
		{`"type": "datetime"`, []string{"2013-03-05T12:00:00Z", "2013-03-05T12:00:00+02:00", "2013-03-05T12:00:00"}, []string{"2013-03-05", "2013-03-05 12:00"}},
		{`"type": "year"`, []string{"2013", "0476", "-0043", "12013", "=2013"}, []string{"13", "2013-01", "", "MMXIII"}},
		{`"type": "yearmonth"`, []string{"2013-03"}, []string{"2013-13", "2013", "2013-3"}},
		{`"type": "duration"`, []string{"P1Y2M3DT4H5M6.7S", "PT0S", "P3W", "-P1D"}, []string{"P", "PT", "1Y", "P1S"}},
		{`"type": "geopoint"`, []string{"90.5, -45", "0,0"}, []string{"181,0", "0,91", "0", "a,b"}},
		{`"type": "geopoint", "format": "array"`, []string{"[1, 2]", "=[1,2]"}, []string{"1,2", "[1]x"}},
		{`"type": "geopoint", "format": "object"`, []string{`{"lon": 1, "lat": 2}`}, []string{`{"lon": 200, "lat": 2}`}},
		{`"type": "object"`, []string{`{}`, `={"a":1}`}, []string{"[]", "{", "1"}},
		{`"type": "geojson"`, []string{`{"type": "Point"}`}, []string{"[]"}},
		{`"type": "array"`, []string{"[1, 2]"}, []string{"{}", "1,2"}},
		{`"type": "list"`, []string{"a,b", "a", "=[1]"}, nil},
		{`"type": "list", "itemType": "integer", "delimiter": ";"`, []string{"1;2"}, []string{"1,2", "a"}},
		{`"type": "string"`, []string{"", "x", "1", `="x"`}, []string{"=1", "=true", "=[1]"}},
		{`"type": "string", "format": "email"`, []string{"a@example.org"}, []string{"a", "A <a@example.org>"}},
		{`"type": "string", "format": "uri"`, []string{"https://example.org/"}, []string{"example.org", ":"}},
		{`"type": "string", "format": "uuid"`, []string{"123e4567-e89b-12d3-a456-426614174000"}, []string{"123e4567"}},
		{`"type": "string", "format": "binary"`, []string{"aGk="}, []string{"a"}},
		{`"type": "any"`, []string{"", "x", "=1", "=[1]"}, nil},
		{`"title": "no type"`, []string{"", "x", "=1"}, nil},
	}
	for _, tt := range tests {
		f, _ := fieldOf(t, "{"+tt.field+"}")
		for _, text := range tt.yes {
			if _, ok := f.read(cell(t, text)); !ok {
				t.Errorf("%s: %s is not of it", tt.field, text)
			}
		}
		for _, text := range tt.no {
			if _, ok := f.read(cell(t, text)); ok {
				t.Errorf("%s: %s is of it", tt.field, text)
			}
		}
	}
}

// cell is one of text, or of JSON if it begins with =.
func cell(t testing.TB, text string) read.Cell {
	t.Helper()
	value, isJSON := strings.CutPrefix(text, "=")
	if !isJSON {
		return read.Cell{Kind: read.Bare, Text: text}
	}
	r, err := read.NewJSON(strings.NewReader(`[{"x":`+value+`}]`), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	cells, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	return cells[0]
}

func TestConstraints(t *testing.T) {
	tests := []struct {
		field   string
		yes, no []string
	}{
		{`"type": "integer", "constraints": {"minimum": 5, "maximum": "10"}`, []string{"5", "010", "7"}, []string{"4", "11", "-7", "100"}},
		{`"type": "number", "constraints": {"exclusiveMinimum": -0.5, "exclusiveMaximum": 1e2}`, []string{"-0.49", "0", "99.99"}, []string{"-0.5", "-0.50", "-3", "100", "1e2"}},
		{`"type": "number", "constraints": {"minimum": -10}`, []string{"-10", "-9.5", "INF"}, []string{"-10.01", "-INF"}},
		{`"type": "date", "constraints": {"minimum": "2013-01-01"}`, []string{"2013-01-01"}, []string{"2012-12-31"}},
		{`"type": "year", "constraints": {"minimum": "-0100", "maximum": "1000"}`, []string{"-0043", "0999"}, []string{"-0101", "1001"}},
		{`"type": "string", "constraints": {"minLength": 2, "maxLength": 3}`, []string{"ab", "äöü"}, []string{"a", "abcd"}},
		{`"type": "array", "constraints": {"minLength": 1, "maxLength": 1}`, []string{"[1]"}, []string{"[]", "[1,2]"}},
		{`"type": "string", "constraints": {"pattern": "[a-c]+|x"}`, []string{"abc", "x"}, []string{"abcd", "xx", "", " a"}},
		{`"type": "string", "constraints": {"enum": ["a", "b"]}`, []string{"a"}, []string{"c", "A"}},
		{`"type": "number", "constraints": {"enum": [1, "2.0"]}`, []string{"1.0", "2"}, []string{"3"}},
	}
	for _, tt := range tests {
		f, _ := fieldOf(t, "{"+tt.field+"}")
		fits := func(text string) bool {
			v, ok := f.read(cell(t, text))
			for _, l := range f.limits {
				ok = ok && l.fits(v)
			}
			return ok
		}
		for _, text := range tt.yes {
			if !fits(text) {
				t.Errorf("%s: %s breaks it", tt.field, text)
			}
		}
		for _, text := range tt.no {
			if fits(text) {
				t.Errorf("%s: %s does not break it", tt.field, text)
			}
		}
	}
}

// TestNotChecked: what cannot be checked is said, and breaks nothing.
func TestNotChecked(t *testing.T) {
	for _, text := range []string{`{"type": "string", "constraints": {"pattern": "(?=a)b"}}`, `{"type": "date", "format": "%Q"}`,
		`{"type": "string", "format": "isbn"}`, `{"type": "object", "constraints": {"jsonSchema": {}}}`} {
		if _, task := fieldOf(t, text); len(task.Warnings) != 1 {
			t.Errorf("%s: warnings %q", text, task.Warnings)
		}
	}
}

func TestPlainNumber(t *testing.T) {
	tests := []struct{ in, want string }{
		{"12", "12"}, {"+12", "12"}, {"012", "12"}, {"12.50", "12.5"}, {"12.0", "12"}, {".5", "0.5"}, {"5.", "5"}, {"-0.10", "-0.1"},
		{"1e3", "1000"}, {"1.5e-3", "0.0015"}, {"1e+21", "1000000000000000000000"}, {"0e5", "0"}, {"-0", "0"}, {"-0.00", "0"}, {"00", "0"},
		{"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
		{"Infinity", "INF"}, {"-Infinity", "-INF"},
	}
	for _, tt := range tests {
		if got, ok := plainNumber(tt.in); !ok || got != tt.want {
			t.Errorf("%s: %s, want %s", tt.in, got, tt.want)
		}
	}
}

// FuzzNumbers: the form of a number is that number, equal numbers have the same,
// and they are compared as numbers are.
func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"1", "-0.5", "1e3", "00.10", "+7", ".", "1e-400", "9e99", "-"} {
		f.Add(s, "1.0")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		x, okX := plainNumber(a)
		y, okY := plainNumber(b)
		if !okX || !okY || strings.Contains(x+y, "N") || strings.ContainsAny(x+y, "eE") {
			return
		}
		p, ok := new(big.Rat).SetString(x)
		q, ok2 := new(big.Rat).SetString(y)
		if !ok || !ok2 {
			t.Fatalf("%q gives %q, %q gives %q", a, x, b, y)
		}
		if p.Cmp(q) == 0 != (x == y) || sign(compareNumbers(x, y)) != p.Cmp(q) {
			t.Errorf("%q and %q: compared %d, want %d", x, y, compareNumbers(x, y), p.Cmp(q))
		}
	})
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// FuzzPackage: whatever a description says, validating it ends without a panic.
func FuzzPackage(f *testing.F) {
	f.Add(`{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "integer"}], "primaryKey": "a"}}]}`, "a\n1\n1\n")
	f.Add(`{"generator": "tidywiki", "resources": [{"name": "pages", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "list"}]}}]}`, "a\n")
	f.Add(`{"resources": [{"name": "t", "path": "t.csv", "format": "json"}]}`, `[{"a": {"b": [1, "\u0041"]}}]`)
	f.Fuzz(func(t *testing.T, description, data string) {
		r := validated(t, pkg(t, description, map[string]string{"t.csv": data}))
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
	})
}
