package standard_test

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert/standard"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

// A converter with the built-in recipes, without any output format.
func Example() {
	c := standard.New(recipe.Step{Recipes: recipe.Builtin()})
	src := &source.Source{Name: "rivers.wiki", Data: []byte("{|\n! River !! Length\n|-\n| Rhine || 1,233 km\n|}\n")}
	tables, err := c.Tables(context.Background(), src)
	if err != nil {
		panic(err)
	}
	for _, t := range tables {
		if t.Name == "columns" {
			for i := range t.NumRows() {
				fmt.Printf("%s: %s, unit %q\n", t.Column("name").Str(i), t.Column("type").Str(i), t.Column("unit").Str(i))
			}
		}
	}
	// Output:
	// river: string, unit ""
	// length: integer, unit "km"
}
