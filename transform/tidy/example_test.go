package tidy_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

func Example() {
	page := `= Rivers =
== Lengths ==
| River | Length (km) | Share % |
| Rhine | 1,233 | 53.1 |
| Elbe | 1,094 | 46.9 |
`
	ctx := context.Background()
	doc, _ := plain.New(plain.Options{}).Extract(ctx, &source.Source{Name: "rivers.txt", Data: []byte(page)})
	d := tidy.NewPage(doc)
	for _, step := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}} {
		d, _ = step.Apply(ctx, d)
	}
	wide := d.Wide()[0]
	fmt.Println(wide.Name)
	for i, f := range wide.Schema.Fields {
		fmt.Println(f.Name, f.Type, f.Unit, wide.ColumnAt(i).Value(0), wide.ColumnAt(i).Value(1))
	}
	// Output:
	// tables/rivers/01-lengths
	// river string  Rhine Elbe
	// length integer km 1233 1094
	// share number % 53.1 46.9
	// line integer  4 5
}

func ExamplePageID() {
	fmt.Println(tidy.PageID("Côte d'Ivoire, 2013", ""))
	fmt.Println(tidy.PageID("", "dumps/my_page.txt"))
	fmt.Println(tidy.PageID("Московское метро", ""))
	fmt.Println(tidy.PageID("河流", ""))
	// Output:
	// cote-divoire-2013
	// my-page
	// moskovskoe-metro
	// he-liu
}
