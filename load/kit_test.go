package load_test

import (
	"reflect"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestParse(t *testing.T) {
	got, err := parse([]byte(`{"sheet":"a","names":["x","y"],"types":["string","integer"],"rows":2}
["1",null]
["\n","ü"]
{"sheet":null,"names":[],"rows":0}
`))
	want := []content{
		{Name: "a", Header: []string{"x", "y"}, Types: []string{"string", "integer"}, Rows: [][]string{{"1", null}, {"\n", "ü"}}},
		{Header: []string{}, Rows: [][]string{}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	for _, out := range []string{"{\"names\":[],\"rows\":1}\n", "x\n", "{\"rows\":1}\n{}\n"} {
		if got, err := parse([]byte(out)); err == nil {
			t.Errorf("%q is %v", out, got)
		}
	}
}

func TestCasesHaveOneNameAndSchemaEach(t *testing.T) {
	names := make(map[string]bool)
	for _, c := range allCases() {
		first := c.Tables[0]
		if names[first.Name] {
			t.Errorf("two cases write to %s", first.Name)
		}
		names[first.Name] = true
		for _, table := range c.Tables {
			if table.Name != first.Name || table.Schema != first.Schema {
				t.Errorf("%s: table %s", c.Name, table.Name)
			}
		}
	}
}

// A suite whose reader sees anything else must fail.
func TestEqual(t *testing.T) {
	want := wanted(manyWrites().Tables...)
	for name, change := range map[string]func(c *content){
		"value":  func(c *content) { c.Rows[3][1] += "x" },
		"null":   func(c *content) { c.Rows[0][1] = "" },
		"row":    func(c *content) { c.Rows = c.Rows[1:] },
		"no row": func(c *content) { c.Rows = nil },
		"header": func(c *content) { c.Header[1] = "y" },
		"type":   func(c *content) { c.Types[2] = dataset.Number.String() },
	} {
		got := wanted(manyWrites().Tables...)
		change(&got)
		quiet := &recorder{TB: t}
		if equal(quiet, got, want); !quiet.failed {
			t.Errorf("another %s is not noticed", name)
		}
	}
	untyped := wanted(manyWrites().Tables...)
	untyped.Types, untyped.Name = nil, "Sheet 1"
	equal(t, untyped, want)
}

// A recorder takes note of a failure.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) Helper()               {}
