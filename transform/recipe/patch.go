package recipe

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/expr-lang/expr/ast"
)

// A patcher replaces the operators of an expression with ours, and rejects what would
// fail later. It visits each node after the nodes inside it.
type patcher struct {
	scope scope
	err   error
}

func (p *patcher) fail(n ast.Node, format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format+", at character %d", append(args, n.Location().From+1)...)
	}
}

// call replaces a node with a call of one of our operators.
func call(n *ast.Node, name string, args ...ast.Node) {
	ast.Patch(n, &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: args})
}

// Visit implements [ast.Visitor].
func (p *patcher) Visit(n *ast.Node) {
	switch x := (*n).(type) {
	case *ast.BinaryNode:
		p.binary(n, x)
	case *ast.UnaryNode:
		switch x.Operator {
		case "-":
			call(n, "op negate", x.Node)
		case "not", "!":
			call(n, "op not", x.Node)
		}
	case *ast.ConditionalNode:
		call(&x.Cond, "op truth", x.Cond)
	case *ast.BuiltinNode:
		p.iterator(x)
	case *ast.MemberNode:
		p.member(n, x)
	case *ast.CallNode:
		p.call(x)
	case *ast.IdentifierNode:
		if x.Value == "$env" {
			p.fail(x, "$env is not supported: name the variable")
		}
	case *ast.SliceNode:
		p.fail(x, "slice expressions are not supported: use first, last or filter")
	}
}

func (p *patcher) binary(n *ast.Node, x *ast.BinaryNode) {
	op := x.Operator
	switch op {
	case "&&":
		op = "and"
	case "||":
		op = "or"
	case "==", "!=":
		if other, ok := besideNil(x); ok {
			call(n, "op null", other)
			if op == "!=" {
				call(n, "op not", *n)
			}
			return
		}
	}
	if cure, ok := unsupported[op]; ok {
		p.fail(x, "operator %s is not supported: %s", op, cure)
	} else if _, ok := operators[op]; ok {
		call(n, "op "+op, x.Left, x.Right)
	}
}

// besideNil returns the operand that is compared with nil.
func besideNil(x *ast.BinaryNode) (other ast.Node, ok bool) {
	if _, ok := x.Right.(*ast.NilNode); ok {
		return x.Left, true
	}
	_, ok = x.Left.(*ast.NilNode)
	return x.Right, ok
}

// iterator changes the condition of filter, count and the like so that null counts as
// false.
func (p *patcher) iterator(x *ast.BuiltinNode) {
	if x.Name == "map" || len(x.Arguments) < 2 {
		return
	}
	if body, ok := x.Arguments[1].(*ast.PredicateNode); ok {
		call(&body.Node, "op truth", body.Node)
	}
}

// member makes a.b and a["b"] null if a is null, and rejects fields that no row can have.
func (p *patcher) member(n *ast.Node, x *ast.MemberNode) {
	if name, ok := x.Property.(*ast.StringNode); ok {
		switch of := x.Node.(type) {
		case *ast.IdentifierNode:
			if of.Value == "tables" && !slices.Contains(p.scope.tables, name.Value) {
				p.fail(x, "no table %q above%s", name.Value, suggest(name.Value, p.scope.tables))
			}
			if of.Value != "tables" && !slices.Contains(p.scope.dictionaries, of.Value) {
				p.checkField(x, name.Value)
			}
		default:
			p.checkField(x, name.Value)
		}
	}
	call(n, "op member", x.Node, x.Property)
}

func (p *patcher) checkField(x *ast.MemberNode, name string) {
	if !slices.Contains(p.scope.fields, name) {
		p.fail(x, "no row has a field %q%s", name, suggest(name, p.scope.fields))
	}
}

// call checks the arguments of one of our functions and compiles its pattern.
func (p *patcher) call(x *ast.CallNode) {
	name, ok := x.Callee.(*ast.IdentifierNode)
	if !ok {
		p.fail(x, "values have no methods: call functions as in lower(word)")
		return
	}
	f, known := functions[name.Value]
	if !known {
		return
	}
	if wrong := f.arity(len(x.Arguments)); wrong != "" {
		p.fail(x, "%s %s", name.Value, wrong)
		return
	}
	if f.pattern == 0 {
		return
	}
	source, ok := x.Arguments[f.pattern-1].(*ast.StringNode)
	if !ok {
		p.fail(x, "%s needs a literal text as its pattern", name.Value)
		return
	}
	re, err := regexp.Compile(source.Value)
	if err != nil {
		p.fail(source, "%v", err)
		return
	}
	ast.Patch(&x.Arguments[f.pattern-1], &ast.ConstantNode{Value: re})
}
