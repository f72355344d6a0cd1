package column_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/column"
)

func ExampleInfer() {
	table := []column.Source{
		{Header: []string{"Area (km²)"}, Cells: []column.Cell{{Text: "185,000"}, {Text: "—"}}},
		{Header: []string{"Share %"}, Cells: []column.Cell{{Text: "12.5"}, {Text: "7*"}}},
		{Header: []string{"Opened"}, Cells: []column.Cell{{Text: "5 March 2013"}, {Text: "1990"}}},
		{Header: []string{"Round"}, Cells: []column.Cell{{Text: "2–1"}, {Text: "0–0"}}},
	}
	for _, c := range column.Infer(table, column.Context{}) {
		fmt.Println(c.Texts, c.Type, c.Unit, c.Storage, c.Nulls)
	}
	// Output:
	// [Area] integer km2 integer 1
	// [Share] number % number 0
	// [Opened] edtf  string 0
	// [Round] string  string 0
}

func ExampleRead() {
	for _, pair := range [][2]string{{"Lastyear", "2012"}, {"Seats", "2012"}, {"Begin", "5 March"}, {"Width", "100px"}} {
		v := column.Read(pair[1], pair[0], column.Context{Year: 2013})
		fmt.Printf("%s: %s", pair[0], v.Type)
		if v.HasNumber() {
			fmt.Print(", ", v.Number, v.Unit)
		}
		if v.HasDate() {
			fmt.Print(", ", v.EDTF)
		}
		fmt.Println()
	}
	// Output:
	// Lastyear: year, 2012, 2012
	// Seats: integer, 2012
	// Begin: date, 2013-03-05
	// Width: integer, 100px
}
