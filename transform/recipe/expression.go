package recipe

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/types"
	"github.com/expr-lang/expr/vm"
)

// An expression is a compiled expression. It is safe for concurrent use.
type expression struct {
	program *vm.Program
}

// A scope has the names that an expression may use.
type scope struct {
	variables []string
	// fields has the names allowed after the dot of a row, tables those after
	// "tables.". After a dictionary any word is allowed.
	fields, tables, dictionaries []string
}

// with returns the scope with more variables, which are also fields.
func (s scope) with(names ...string) scope {
	s.variables = append(slices.Clip(s.variables), names...)
	s.fields = append(slices.Clip(s.fields), names...)
	return s
}

// iterators are the functions of expr that evaluate an expression for each entry of a
// list: count(peers, .for > for).
var iterators = []string{"all", "any", "none", "one", "filter", "map", "count", "find"}

// compile compiles an expression. An error has the position and, for an unknown name, a
// suggestion.
func compile(source string, s scope) (*expression, error) {
	p := &patcher{scope: s}
	env := types.Map{}
	for _, name := range s.variables {
		env[name] = types.Any
	}
	program, err := expr.Compile(source, expr.Env(env), callable, expr.Optimize(false), expr.Patch(p), expr.MaxNodes(1000))
	if p.err != nil {
		return nil, p.err
	}
	if err != nil {
		return nil, explainError(err, s)
	}
	return &expression{program}, nil
}

// callable sets the functions: the iterators of expr, our functions, and our operators
// under names that no recipe can use. The tables are the same for all expressions and
// made once.
var callable expr.Option = func() expr.Option {
	iterating, named := conf.FunctionsTable{}, conf.FunctionsTable{}
	disabled := map[string]bool{}
	for _, f := range builtin.Builtins {
		if slices.Contains(iterators, f.Name) {
			iterating[f.Name] = f
		} else {
			disabled[f.Name] = true
		}
	}
	add := func(name string, f function) { named[name] = &builtin.Function{Name: name, Func: f.run} }
	for name, f := range functions {
		add(name, f)
	}
	for op, f := range operators {
		add("op "+op, function{call: func(a []any) (any, error) { return f(a[0], a[1]) }})
	}
	add("op member", function{call: func(a []any) (any, error) { return member(a[0], a[1]) }})
	add("op negate", function{call: func(a []any) (any, error) { return negate(a[0]) }})
	add("op not", function{call: func(a []any) (any, error) { _, err := truth(a[0]); return not(a[0]), err }})
	add("op truth", function{call: func(a []any) (any, error) { return truth(a[0]) }})
	add("op null", function{call: func(a []any) (any, error) { return a[0] == nil, nil }})
	return func(c *conf.Config) {
		// Compile deletes disabled functions from the map, so give it a copy.
		c.Builtins, c.Functions, c.Disabled = maps.Clone(iterating), named, disabled
	}
}()

// explainError shortens an error of expr to one line with the position and a cure.
func explainError(err error, s scope) error {
	var fe *file.Error
	if !errors.As(err, &fe) {
		return err
	}
	message := fe.Message
	if name, ok := strings.CutPrefix(message, "unknown name "); ok {
		known := slices.Concat(s.variables, functionNames(), iterators)
		message = fmt.Sprintf("unknown name %q%s", name, suggest(name, known))
		if name == "peers" {
			message = "peers can only be used in fields below those of group"
		}
	}
	return fmt.Errorf("%s, at character %d", message, fe.From+1)
}

// eval evaluates the expression. The result is one of our values.
func (e *expression) eval(env record) (any, error) {
	v, err := expr.Run(e.program, env)
	if err != nil {
		var fe *file.Error
		if errors.As(err, &fe) {
			return nil, errors.New(fe.Message)
		}
		return nil, err
	}
	return normal(v), nil
}

// holds evaluates the expression as a condition.
func (e *expression) holds(env record) (bool, error) {
	v, err := e.eval(env)
	if err != nil {
		return false, err
	}
	return truth(v)
}
