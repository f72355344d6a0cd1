package rate_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/rate"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

func ExampleStep() {
	page := `| Team | Won | Lost | Percent |
| Ann | 30 | 11 | 73.2 % |
| Bert | 25 | 16 | 61.0 % |
| Cy | 18 | 23 | 47.4 % |
| Di | 9 | 32 | 22.0 % |
`
	ctx := context.Background()
	doc, _ := plain.New(plain.Options{}).Extract(ctx, &source.Source{Name: "league.txt", Data: []byte(page)})
	d := tidy.NewPage(doc)
	var err error
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}, rate.Step{}} {
		if d, err = s.Apply(ctx, d); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, n := range d.Notes {
		fmt.Printf("line %d: %s: %s\n", n.Line, n.Code, n.Message)
	}
	// Output:
	// line 1: rate_formula: percent is won / (won + lost) in 3 of 4 rows
	// line 4: rate_mismatch: 18/(18+23)=43.9024%; the published value is 3.5 higher
	// line 4: rate_repairs: each of these changes alone would mend the row, and none is made: lost 23 -> 20, percent 47.4 -> 43.9
}
