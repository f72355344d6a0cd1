package recipe

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// An Error is one error in a recipe, with its line and how to fix it.
type Error struct {
	File    string
	Line    int
	Message string
}

// Error returns "file:line: message".
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// maxErrors is the number of errors reported at once.
const maxErrors = 10

// A reader walks a YAML file and collects its errors.
type reader struct {
	file   string
	faults []*Error
}

func (r *reader) fail(line int, format string, args ...any) {
	r.faults = append(r.faults, &Error{r.file, line, fmt.Sprintf(format, args...)})
}

// err joins the errors in the order of the file.
func (r *reader) err() error {
	slices.SortStableFunc(r.faults, func(a, b *Error) int { return a.Line - b.Line })
	var errs []error
	for i, f := range r.faults {
		if i == maxErrors {
			errs = append(errs, fmt.Errorf("%s: and %d more", r.file, len(r.faults)-maxErrors))
			break
		}
		errs = append(errs, f)
	}
	return errors.Join(errs...)
}

var yamlPlace = regexp.MustCompile(`^\[(\d+):\d+\] `)

// parse reads the only document of a file.
func (r *reader) parse(data []byte) (root ast.Node) {
	defer func() {
		// The file comes from a user, so a panic of the parser is reported as an error.
		if recover() != nil {
			r.fail(1, "this is not valid YAML: check quotes, brackets and indentation")
			root = nil
		}
	}()
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		line := 1
		if m := yamlPlace.FindStringSubmatch(first); m != nil {
			line, _ = strconv.Atoi(m[1])
			first = first[len(m[0]):]
		}
		r.fail(line, "%s: check quotes, brackets and indentation", first)
		return nil
	}
	if len(f.Docs) != 1 || f.Docs[0].Body == nil {
		r.fail(1, "a recipe file has one recipe and begins with recipe: NAME")
		return nil
	}
	return f.Docs[0].Body
}

func lineOf(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 1
	}
	return n.GetToken().Position.Line
}

// A pair is a key of a mapping with its value.
type pair struct {
	key   string
	line  int
	value ast.Node
}

// pairs lists the keys of a mapping in the order of the file.
func (r *reader) pairs(n ast.Node, what string) []pair {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		r.fail(lineOf(n), "%s must be a mapping of keys to values, not %s", what, shape(n))
		return nil
	}
	var all []pair
	seen := map[string]bool{}
	for _, v := range values {
		key, ok := scalar(v.Key)
		line := lineOf(v.Key)
		switch {
		case !ok:
			r.fail(line, "a key of %s must be a word", what)
		case seen[key]:
			r.fail(line, "%s has the key %q twice: keep one", what, key)
		default:
			seen[key] = true
			all = append(all, pair{key, line, v.Value})
		}
	}
	return all
}

// A keySet has a handler for each key of a mapping.
type keySet map[string]func(n ast.Node)

// mapping calls the handler of each key of a mapping.
func (r *reader) mapping(n ast.Node, what string, keys keySet) {
	for _, p := range r.pairs(n, what) {
		if handle := keys[p.key]; handle != nil {
			handle(p.value)
			continue
		}
		r.fail(p.line, "%s has no key %q%s", what, p.key, suggest(p.key, slices.Sorted(maps.Keys(keys))))
	}
}

// entries returns the items of a sequence. A single value is a sequence of one.
func (r *reader) entries(n ast.Node) []ast.Node {
	if s, ok := n.(*ast.SequenceNode); ok {
		return s.Values
	}
	return []ast.Node{n}
}

// each returns a handler that reads the items of a sequence.
func each[T any](r *reader, to *[]T, read func(ast.Node) T) func(ast.Node) {
	return func(n ast.Node) {
		for _, e := range r.entries(n) {
			*to = append(*to, read(e))
		}
	}
}

// named returns a handler that reads the values of a mapping whose keys are names.
func named[T any](r *reader, what string, to *[]T, read func(pair) T) func(ast.Node) {
	return func(n ast.Node) {
		for _, p := range r.pairs(n, what) {
			*to = append(*to, read(p))
		}
	}
}

// A located is a text in the file with its line.
type located struct {
	text string
	line int
}

// into returns a handler that stores a text.
func (r *reader) into(to *located) func(ast.Node) {
	return func(n ast.Node) { *to = r.located(n) }
}

func (r *reader) located(n ast.Node) located {
	s, ok := scalar(n)
	if !ok {
		r.fail(lineOf(n), "expected a text, not %s", shape(n))
	}
	return located{s, lineOf(n)}
}

// locateds returns a handler that stores a list of texts.
func (r *reader) locateds(to *[]located) func(ast.Node) { return each(r, to, r.located) }

func (r *reader) truth(to *bool) func(ast.Node) {
	return func(n ast.Node) {
		b, ok := n.(*ast.BoolNode)
		if !ok {
			r.fail(lineOf(n), "expected true or false, not %s", shape(n))
			return
		}
		*to = b.Value
	}
}

// scalar returns a text, number or boolean as it is written.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// shape names the kind of a node in messages.
func shape(n ast.Node) string {
	switch n.(type) {
	case nil, *ast.NullNode:
		return "nothing"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		return "an anchor or alias, which recipes do not support"
	case *ast.TagNode:
		return "a tag, which recipes do not support"
	}
	return "a " + strings.ToLower(n.Type().String())
}
