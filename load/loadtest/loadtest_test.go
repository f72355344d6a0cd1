package loadtest

import (
	"errors"
	"io"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestParse(t *testing.T) {
	got, err := parse([]byte(`{"sheet":"a","names":["x","y"],"types":["string","integer"],"rows":2}
["1",null]
["\n","ü"]
{"sheet":null,"names":[],"rows":0}
`))
	want := []Content{
		{Name: "a", Header: []string{"x", "y"}, Types: []string{"string", "integer"}, Rows: [][]string{{"1", Null}, {"\n", "ü"}}},
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

func TestSink(t *testing.T) {
	s := &Sink{Limit: 5}
	f, err := s.Create("data/a")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, "abc")
	if _, err := io.WriteString(f, "def"); !errors.Is(err, ErrFull) {
		t.Errorf("six bytes where five fit: %v", err)
	}
	if s.Open() != 1 || f.Close() != nil || s.Open() != 0 || !errors.Is(f.Close(), os.ErrClosed) {
		t.Errorf("%d files open", s.Open())
	}
	for _, path := range []string{"data/a", "../a", "/a", "data/../../a"} {
		if _, err := s.Create(path); err == nil {
			t.Errorf("%s is made", path)
		}
	}
	if string(s.Bytes("data/a")) != "abc" || !slices.Equal(s.Paths(), []string{"data/a"}) {
		t.Errorf("%q in %q", s.Bytes("data/a"), s.Paths())
	}
}

func TestCasesHaveOneNameAndSchemaEach(t *testing.T) {
	names := make(map[string]bool)
	for _, c := range Cases() {
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
	want := Want(manyWrites().Tables...)
	for name, change := range map[string]func(c *Content){
		"value":  func(c *Content) { c.Rows[3][1] += "x" },
		"null":   func(c *Content) { c.Rows[0][1] = "" },
		"row":    func(c *Content) { c.Rows = c.Rows[1:] },
		"no row": func(c *Content) { c.Rows = nil },
		"header": func(c *Content) { c.Header[1] = "y" },
		"type":   func(c *Content) { c.Types[2] = dataset.Number.String() },
	} {
		got := Want(manyWrites().Tables...)
		change(&got)
		quiet := &recorder{TB: t}
		if Equal(quiet, got, want); !quiet.failed {
			t.Errorf("another %s is not noticed", name)
		}
	}
	untyped := Want(manyWrites().Tables...)
	untyped.Types, untyped.Name = nil, "Sheet 1"
	Equal(t, untyped, want)
}

// A recorder takes note of a failure.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) Helper()               {}
