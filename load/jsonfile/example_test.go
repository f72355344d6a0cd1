package jsonfile_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	rivers := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		dataset.PageIDField,
		{Name: "name", Type: dataset.String},
		{Name: "length", Type: dataset.Number, Unit: "km"},
		{Name: "until", Type: dataset.Date, Nullable: true},
	}}))
	ctx, sink := context.Background(), new(memory.Sink)
	w, _ := jsonfile.New(jsonfile.Options{}).Open(ctx, sink)
	w.Write(ctx, rivers.Str("rivers").Str(`Rhine "lower"`).Num(1233).Day(15769).Table("rivers"))
	w.Write(ctx, rivers.Str("more-rivers").Str("Main").Num(525.5).Null().Table("rivers"))
	w.Close()
	fmt.Printf("%s", sink.Bytes("data/rivers.json"))
	// Output:
	// [
	// {"page_id":"rivers","name":"Rhine \"lower\"","length":1233,"until":"2013-03-05"},
	// {"page_id":"more-rivers","name":"Main","length":525.5,"until":null}
	// ]
}
