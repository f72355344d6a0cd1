package load_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A writer appends the rows of each table to the file of that name.
func Example() {
	schema := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "river", Type: dataset.String}}})
	tables := []*dataset.Table{
		dataset.NewBuilder(schema).Str("Rhine").Table("rivers"),
		dataset.NewBuilder(schema).Str("Main").Table("rivers"),
	}
	var files memory.Sink
	var loader load.Loader = csvfile.New(csvfile.Options{})
	ctx := context.Background()
	w, err := loader.Open(ctx, &files)
	if err != nil {
		panic(err)
	}
	for _, t := range tables {
		if err := w.Write(ctx, t); err != nil {
			panic(errors.Join(err, w.Abort()))
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	fmt.Printf("%s", files.Bytes("data/rivers.csv"))
	// Output:
	// river
	// Rhine
	// Main
}
