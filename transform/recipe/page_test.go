package recipe

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/prose"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

var update = flag.Bool("update", false, "write what the pages of testdata give now")

// convert runs a page of the plain dialect through the steps before this one and then
// through the recipes.
func convert(t testing.TB, text string, recipes ...*Recipe) *page.Page {
	t.Helper()
	doc, err := plain.New(plain.Options{}).Extract(t.Context(), &source.Source{Name: "page.txt", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	d := tidy.NewPage(doc)
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}, prose.Quantities{}, Step{recipes}} {
		if d, err = s.Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// show writes row i of a column, null as "~".
func show(c dataset.Column, i int) string {
	switch v := c.Value(i).(type) {
	case nil:
		return "~"
	case arrow.Date32:
		return date.Format(int32(v))
	case decimal128.Num:
		return v.ToString(c.Field.Scale)
	default:
		return fmt.Sprint(v)
	}
}

// dump writes a table: its columns except page_id, then one line per row.
func dump(t *dataset.Table) string {
	var b strings.Builder
	for i, f := range t.Schema.Fields[1:] {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(f.Name)
	}
	b.WriteByte('\n')
	for row := range t.NumRows() {
		for i := range t.Schema.Fields[1:] {
			if i > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(show(t.ColumnAt(i+1), row))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// dumpNotes writes the findings of this step.
func dumpNotes(notes []source.Note) string {
	var b strings.Builder
	for _, n := range notes {
		if slices.Contains([]string{"recipe_value", "check_failed", "misplaced_key"}, n.Code) {
			fmt.Fprintf(&b, "%d %s %s %s: %s -> %s\n", n.Line, n.Severity, n.Code, n.Field, n.Observed, n.Expected)
		}
	}
	return b.String()
}

// TestPages converts the page of each archive in testdata with the built-in
// recipes and compares every table it makes.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := results(convert(t, string(a.Files[0].Data), Builtin()...))
			if *update {
				a.Files = append(a.Files[:1], got...)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(&txtar.Archive{Files: a.Files[1:]})), string(txtar.Format(&txtar.Archive{Files: got}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func results(d *page.Page) []txtar.File {
	var files []txtar.File
	for _, r := range Builtin() {
		for _, table := range r.Tables {
			if made := d.Table(table.Name); made != nil {
				files = append(files, txtar.File{Name: table.Name, Data: []byte(dump(made))})
			}
		}
	}
	return append(files, txtar.File{Name: "findings", Data: []byte(dumpNotes(d.Notes))})
}

// FuzzPages runs any page through the built-in recipes. Rows must fit the schema and have
// values for their keys; otherwise the builder panics.
func FuzzPages(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := convert(t, "= A session =\n"+text, Builtin()...)
		for _, r := range Builtin() {
			for _, table := range r.Tables {
				if d.Table(table.Name) == nil {
					t.Errorf("no table %s", table.Name)
				}
			}
		}
		for _, n := range d.Notes {
			if n.Code == "recipe_value" && strings.Contains(n.Message, "cannot") {
				t.Errorf("an expression of the recipe fails: %s", n.Message)
			}
		}
	})
}
