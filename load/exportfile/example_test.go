package exportfile_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/load/exportfile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	readings := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Fields: []dataset.Field{dataset.PageIDField, {Name: "river", Type: dataset.String}, {Name: "gauge", Type: dataset.String}, {Name: "height", Type: dataset.Number}},
		Export: &dataset.Export{File: "stations.json", List: "stations", By: []string{"river"}, Object: dataset.Template{Members: []dataset.Member{
			{Name: "name", Form: dataset.Template{Value: "river"}},
			{Name: "readings", Form: dataset.Template{Rows: &dataset.Template{Members: []dataset.Member{
				{Name: "at", Form: dataset.Template{Value: "gauge"}}, {Name: "m", Form: dataset.Template{Value: "height"}}}}}}}}},
	}))
	readings.Str("rivers").Str("Rhine").Str("Cologne").Num(3.2)
	readings.Str("rivers").Str("Rhine").Str("Basel").Num(1.9)

	ctx, sink := context.Background(), new(memory.Sink)
	w, err := exportfile.New().Open(ctx, sink)
	if err == nil {
		err = w.Write(ctx, readings.Table("readings"))
	}
	if err == nil {
		err = w.Close()
	}
	fmt.Printf("%s%v", sink.Bytes("stations.json"), err)
	// Output:
	// {"stations":[
	// {"name":"Rhine","readings":[{"at":"Cologne","m":3.2},{"at":"Basel","m":1.9}]}
	// ]}
	// <nil>
}
