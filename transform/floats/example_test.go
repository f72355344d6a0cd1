package floats_test

import (
	"fmt"

	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/floats"
)

func Example() {
	amounts := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "amount", Type: dataset.Decimal, Precision: 38, Scale: 2}}}))
	amounts.Dec(decimal128.FromI64(1250))
	converted := floats.New().Table(amounts.Table("amounts"))
	fmt.Println(converted.Schema.Fields[0].Type, converted.Column("amount").Value(0))
	// Output: number 12.5
}
