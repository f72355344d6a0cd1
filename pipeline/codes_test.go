package pipeline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestFindingsAreDocumented compares the codes in the program with the headings
// of docs/findings.md, both ways.
func TestFindingsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../docs/findings.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^### `([a-z_0-9]+)`").FindAllStringSubmatch(string(doc), -1) {
		documented[m[1]] = true
	}
	used := codesIn(t, "..")
	if len(used) < 15 {
		t.Fatalf("only %d codes found in the program: the test reads the wrong place", len(used))
	}
	for code, where := range used {
		if !documented[code] {
			t.Errorf("%s (%s) is not in docs/findings.md", code, where)
		}
	}
	for code := range documented {
		if used[code] == "" {
			t.Errorf("docs/findings.md explains %s, which nothing emits", code)
		}
	}
}

// codesIn finds the codes of notes in non-test files: what a field Code is given, in
// a literal or an assignment, and what a method note is called with.
func codesIn(t *testing.T, root string) map[string]string {
	t.Helper()
	codes := map[string]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			for _, e := range codeExprs(n) {
				if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						codes[s] = name
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return codes
}

var snake = regexp.MustCompile("^\"[a-z0-9]+(_[a-z0-9]+)+\"$")

// codeExprs are the expressions below n, not deeper, that are the code of a note.
func codeExprs(n ast.Node) (exprs []ast.Expr) {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
			exprs = append(exprs, n.Value)
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if sel, ok := left.(*ast.SelectorExpr); ok && sel.Sel.Name == "Code" && i < len(n.Rhs) {
				exprs = append(exprs, n.Rhs[i])
			}
		}
	case *ast.CallExpr:
		if sel, ok := n.Fun.(*ast.SelectorExpr); ok && strings.HasPrefix(sel.Sel.Name, "note") {
			for _, a := range n.Args {
				if lit, ok := a.(*ast.BasicLit); ok && snake.MatchString(lit.Value) {
					exprs = append(exprs, a)
				}
			}
		}
	}
	return exprs
}
