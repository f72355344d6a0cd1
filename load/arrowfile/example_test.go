package arrowfile_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/load/arrowfile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	rivers := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Title: "Rivers", Fields: []dataset.Field{
		{Name: "name", Type: dataset.String},
		{Name: "length", Type: dataset.Integer, Unit: "km", Nullable: true},
	}}))
	ctx, sink := context.Background(), new(memory.Sink)
	w, _ := arrowfile.New(arrowfile.Options{}).Open(ctx, sink)
	w.Write(ctx, rivers.Str("Rhine").Int(1233).Table("rivers"))
	w.Write(ctx, rivers.Str("Main").Null().Table("rivers"))
	w.Close()

	r, _ := ipc.NewFileReader(bytes.NewReader(sink.Bytes("data/rivers.arrow")))
	fmt.Println(r.Schema())
	rec, _ := r.Record(0)
	fmt.Println(rec.Column(0), rec.Column(1))
	// Output:
	// schema:
	//   fields: 2
	//     - name: type=utf8
	//     - length: type=int64, nullable
	//         metadata: ["unit": "km"]
	//   metadata: ["title": "Rivers"]
	// ["Rhine" "Main"] [1233 (null)]
}
