package loadtest_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/load/loadtest"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func ExampleWant() {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String}, {Name: "length", Type: dataset.Number, Nullable: true}}}))
	c := loadtest.Want(b.Str("Rhine").Num(1233).Str("Main").Null().Table("rivers"))
	fmt.Println(c.Header, c.Types)
	fmt.Printf("%q\n", c.Rows)
	// Output:
	// [name length] [string number]
	// [["Rhine" "1233"] ["Main" "\x00null\x00"]]
}
