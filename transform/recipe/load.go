package recipe

import (
	"crypto/sha256"
	"embed"
	"io/fs"
	"slices"
	"sync"
)

// largest is the size limit of a recipe file.
const largest = 1 << 20

// Load reads a recipe. name is the name of the file in errors. The error joins up to ten
// [*Error] values, each with the line and a cure.
func Load(data []byte, name string) (*Recipe, error) {
	return load(data, name, Builtin())
}

// load reads a recipe. Its tables must not have the name of a table of others.
func load(data []byte, name string, others []*Recipe) (*Recipe, error) {
	r := &reader{file: name}
	if len(data) > largest {
		r.fail(1, "a recipe has at most %d bytes, not %d", largest, len(data))
		return nil, r.err()
	}
	root := r.parse(data)
	if root == nil {
		return nil, r.err()
	}
	c := compiler{reader: r, spec: r.recipe(root), others: others}
	out := c.compile()
	if err := r.err(); err != nil {
		return nil, err
	}
	out.Sum = sha256.Sum256(data)
	return out, nil
}

//go:embed builtin/*.yaml
var builtinFiles embed.FS

// Builtin returns the built-in recipes, sorted by name. The caller owns the slice and must
// not change the recipes.
func Builtin() []*Recipe { return slices.Clone(embedded()) }

var embedded = sync.OnceValue(func() []*Recipe {
	names, err := fs.Glob(builtinFiles, "builtin/*.yaml")
	if err != nil {
		panic(err)
	}
	var all []*Recipe
	for _, name := range names {
		data, err := builtinFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		r, err := load(data, name, all)
		if err != nil {
			panic(err) // tests load all of them
		}
		all = append(all, r)
	}
	return all
})
