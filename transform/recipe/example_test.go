package recipe_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/recipe"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

func ExampleStep() {
	page := `= Rivers =
| River | Length (km) |
| Rhine | 1,233 |
| Elbe | 1,094 |
`
	r, err := recipe.Load([]byte(`recipe: rivers
tables:
  rivers:
    rows: {from: tables, columns: {river: text, length: number}}
    fields:
      river: string
      length: {type: integer, unit: km}
      rank: {type: integer, value: 'rank(length, map(peers, .length))'}
`), "rivers.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx := context.Background()
	doc, _ := plain.New(plain.Options{}).Extract(ctx, &source.Source{Name: "rivers.txt", Data: []byte(page)})
	d := tidy.NewPage(doc)
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}, recipe.Step{Recipes: []*recipe.Recipe{r}}} {
		if d, err = s.Apply(ctx, d); err != nil {
			fmt.Println(err)
			return
		}
	}
	rivers := d.Table("rivers")
	for i := range rivers.NumRows() {
		fmt.Println(rivers.Column("river").Str(i), rivers.Column("length").Int(i), rivers.Column("rank").Int(i))
	}
	// Output:
	// Rhine 1233 1
	// Elbe 1094 2
}

func ExampleLoad_errors() {
	_, err := recipe.Load([]byte(`recipe: rivers
tables:
  rivers:
    rows: {from: tables, columns: {river: text}}
    fields:
      river: {type: string, value: upper(rivr)}
      line: intger
`), "rivers.yaml")
	fmt.Println(err)
	// Output:
	// rivers.yaml:6: rivers.river: unknown name "rivr"; did you mean "river"?, at character 7
	// rivers.yaml:7: field line: type must be string, integer, number, decimal, boolean, date or year, not "intger"
}
