package check_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/check"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

func ExampleStep() {
	page := `| Town | Houses | People |
| Ann | 120 | 431 |
| Bert | 95 | 308 |
| Cy | 210 | 777 |
| Total | 425 | 1526 |
`
	ctx := context.Background()
	doc, _ := plain.New(plain.Options{}).Extract(ctx, &source.Source{Name: "towns.txt", Data: []byte(page)})
	d := tidy.NewPage(doc)
	var err error
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}, check.Step{}} {
		if d, err = s.Apply(ctx, d); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, n := range d.Notes {
		fmt.Printf("line %d: %s of %s: %s, not %s: %s\n", n.Line, n.Code, n.Field, n.Observed, n.Expected, n.Message)
	}
	// Output:
	// line 5: sum_mismatch of people: 1526, not 1516: the people of the rows on lines 2 to 4 add up to 1516
}
