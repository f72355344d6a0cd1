package recipe

import (
	"crypto/sha256"
	"embed"
	"io/fs"
	"slices"
	"sync"
)

// largest is how large a recipe file may be.
const largest = 1 << 20

// Load reads a recipe. name is what its errors call the file; each of them is an
// [*Error] that says which line is wrong and what would mend it, up to ten of
// them joined.
func Load(data []byte, name string) (*Recipe, error) {
	return load(data, name, Builtin())
}

// load reads a recipe whose tables must have other names than those of others.
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

// Builtin returns the recipes that come with the program, in the order of their
// names. The slice is the caller's own, the recipes are shared.
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
			panic(err) // the tests load each of them
		}
		all = append(all, r)
	}
	return all
})
