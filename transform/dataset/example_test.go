package dataset_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	schema := dataset.NewSchema(dataset.Schema{
		Title: "Lengths",
		Fields: []dataset.Field{
			dataset.PageIDField,
			{Name: "river", Type: dataset.String},
			{Name: "length", Type: dataset.Integer, Unit: "km", Nullable: true},
		},
	})
	b := dataset.NewBuilder(schema)
	b.Str("rivers").Str("Rhine").Int(1233)
	b.Str("rivers").Str("Alph").Null()
	t := b.Table("lengths")

	river, length := t.Column("river"), t.Column("length")
	for i := range t.NumRows() {
		fmt.Println(river.Str(i), length.Value(i))
	}
	// Output:
	// Rhine 1233
	// Alph <nil>
}

// The second of two pages with one title gets another id.
func ExampleDataset_WithID() {
	b := dataset.NewBuilder(dataset.Paragraphs)
	b.Str("rivers").Int(1).Int(0).Str("The Rhine is long.").Int(2)
	d := &dataset.Dataset{ID: "rivers", Tables: []*dataset.Table{b.Table("paragraphs")}}

	d = d.WithID("rivers-1f3c8a2e")
	fmt.Println(d.ID, d.Table("paragraphs").Column("page_id").Str(0))
	// Output: rivers-1f3c8a2e rivers-1f3c8a2e
}
