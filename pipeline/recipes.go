package pipeline

import (
	"errors"
	"io/fs"
	"os"

	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

// LoadRecipes reads recipe files for Plan.Recipes. It does not return the built-in
// recipes, which every plan uses. A file that is missing or wrong is a
// [*UsageError] that names the file, the line and the cure.
func LoadRecipes(paths []string) ([]*recipe.Recipe, error) {
	var out []*recipe.Recipe
	taken := map[string]string{}
	for _, r := range recipe.Builtin() {
		taken[r.Name] = "the built-in recipe"
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usage.Errorf("recipe %s does not exist: see tidywiki recipes for the built-in ones", path)
		}
		if err != nil {
			return nil, usage.Errorf("recipe: %w: name a YAML file that can be read", err)
		}
		r, err := recipe.Load(data, path)
		if err != nil {
			return nil, usage.Errorf("recipe: %w", err)
		}
		if other := taken[r.Name]; other != "" {
			return nil, usage.Errorf("recipe %s: its name %q is that of %s: give it another name", path, r.Name, other)
		}
		taken[r.Name] = path
		out = append(out, r)
	}
	return out, nil
}

// recipesOf are the recipes of a run, the built-in ones first.
func recipesOf(plan Plan) []*recipe.Recipe { return append(recipe.Builtin(), plan.Recipes...) }

func recipeNames(plan Plan) []string {
	var names []string
	for _, r := range recipesOf(plan) {
		names = append(names, r.Name)
	}
	return names
}

// A RecipeView describes a recipe.
type RecipeView struct {
	Name, Title, Description string
	Tables                   []RecipeTable
}

// A RecipeTable is a table that a recipe makes.
type RecipeTable struct{ Name, Description string }

// DescribeRecipes lists the built-in recipes and own.
func DescribeRecipes(own []*recipe.Recipe) []RecipeView {
	var views []RecipeView
	for _, r := range append(recipe.Builtin(), own...) {
		v := RecipeView{Name: r.Name, Title: r.Title, Description: r.Description}
		for _, t := range r.Tables {
			v.Tables = append(v.Tables, RecipeTable{t.Name, t.Description})
		}
		views = append(views, v)
	}
	return views
}
