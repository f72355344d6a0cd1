package xlsxfile_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/load/xlsxfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	lengths := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		dataset.PageIDField,
		{Name: "river", Type: dataset.String},
		{Name: "length", Type: dataset.Integer, Unit: "km"},
		{Name: "navigable", Type: dataset.Number, Unit: "%", Nullable: true},
	}}))
	lengths.Str("rivers").Str("Rhine").Int(1233).Num(71.7)
	lengths.Str("rivers").Str("Main").Int(525).Null()

	ctx, sink := context.Background(), new(memory.Sink)
	w, err := xlsxfile.New(xlsxfile.Options{Title: "Rivers"}).Open(ctx, sink)
	if err != nil {
		fmt.Println(err)
		return
	}
	w.Write(ctx, lengths.Table("lengths"))
	if err := w.Close(); err != nil {
		fmt.Println(err)
		return
	}

	book, err := excelize.OpenReader(bytes.NewReader(sink.Bytes("data/dataset.xlsx")))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(book.GetSheetList())
	rows, _ := book.GetRows("lengths")
	for _, row := range rows {
		fmt.Println(row)
	}
	// Output:
	// [about lengths fields]
	// [page_id river length navigable]
	// [rivers Rhine 1,233 71.70%]
	// [rivers Main 525]
}
