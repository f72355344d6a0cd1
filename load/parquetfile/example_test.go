package parquetfile_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/parquet-go/parquet-go"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	rivers := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Title: "Rivers", Fields: []dataset.Field{
		{Name: "name", Type: dataset.String},
		{Name: "length", Type: dataset.Integer, Unit: "km", Nullable: true},
		{Name: "until", Type: dataset.Date, Nullable: true},
	}}))
	ctx, sink := context.Background(), new(memory.Sink)
	w, _ := parquetfile.New(parquetfile.Options{}).Open(ctx, sink)
	w.Write(ctx, rivers.Str("Rhine").Int(1233).Day(15769).Table("rivers"))
	w.Write(ctx, rivers.Str("Main").Null().Null().Table("rivers"))
	w.Close()

	data := sink.Bytes("data/rivers.parquet")
	file, _ := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	fmt.Println(file.Schema())
	title, _ := file.Lookup("title")
	fmt.Println(title, file.NumRows())
	// Output:
	// message table {
	// 	required binary name (STRING);
	// 	optional int64 length (INT(64,true));
	// 	optional int32 until (DATE);
	// }
	// Rivers 2
}
