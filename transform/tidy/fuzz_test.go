package tidy

import (
	"context"
	"os"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
)

// Whatever the page: no panic, and each value of a wide table comes from a cell.
func FuzzSteps(f *testing.F) {
	if page, err := os.ReadFile(seedPage); err == nil {
		f.Add(string(page))
	}
	f.Add("| A | B | |\n| x | | |\n| Name | % | Name |\n| a | 1,5 | 3/4/2013 |\n| Total | 5 | |")
	f.Add("Infobox\n- Year: 2013\n- a: 5 March | b = $5\n\n| | |\n| = | @x |")
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := plain.New(plain.Options{}).Extract(context.Background(), &source.Source{Name: "p.txt", Data: []byte(page)})
		if err != nil {
			t.Skip()
		}
		d := NewPage(doc)
		for _, step := range []transform.Step{Outline{}, Infobox{}, Tables{}} {
			if d, err = step.Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		for _, w := range d.Wide() {
			if len(w.Origin.Rows) != w.NumRows() || len(w.Origin.Fields) != len(w.Schema.Fields) {
				t.Fatalf("%s: origin of %d rows and %d fields", w.Name, len(w.Origin.Rows), len(w.Origin.Fields))
			}
			for field := range w.Schema.Fields {
				for row := range w.NumRows() {
					i := d.Cell(w, row, field)
					if c := w.ColumnAt(field); i < 0 && w.Origin.Fields[field] >= 0 && !c.Null(row) {
						t.Fatalf("%s: %s in row %d comes from nowhere", w.Name, c.Field.Name, row+1)
					}
				}
			}
		}
	})
}
