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
