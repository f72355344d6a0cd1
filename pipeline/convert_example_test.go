package pipeline_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline"
)

// One call makes the tables of a page in memory. The first row of each is shown.
func ExampleConvert() {
	src := &source.Source{Name: "rivers.txt", Data: []byte(`= Rivers =
== Lengths ==
| River | Length (km) |
| Rhine | 1,233 |
| Elbe | 1,094 |
`)}
	tables, err := pipeline.Convert(context.Background(), src, pipeline.Plan{})
	if err != nil {
		panic(err)
	}
	for _, t := range tables {
		if t.Origin == nil {
			continue // a core table: pages, sections, cells ...
		}
		fmt.Println(t.Name, t.NumRows(), "rows")
		for i, f := range t.Schema.Fields {
			fmt.Println(f.Name, f.Type, f.Unit, t.ColumnAt(i).Value(0))
		}
	}
	// Output:
	// tables/rivers/01-lengths 2 rows
	// river string  Rhine
	// length integer km 1233
	// line integer  4
}
