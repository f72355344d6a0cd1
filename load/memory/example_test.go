package memory_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	rivers := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String},
		{Name: "length", Type: dataset.Integer, Unit: "km"},
	}}))
	files, err := memory.Write(context.Background(), csvfile.New(csvfile.Options{}),
		rivers.Str("Rhine").Int(1233).Str("Main").Int(525).Table("rivers"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(files.Paths())
	fmt.Printf("%s", files.Bytes("data/rivers.csv"))
	// Output:
	// [data/rivers.csv]
	// name,length
	// Rhine,1233
	// Main,525
}
