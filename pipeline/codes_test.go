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

// codesIn finds the string literals given to a field or parameter named Code in
// composite literals of non-test files, and the constants named code*.
func codesIn(t *testing.T, root string) map[string]string {
	t.Helper()
	codes := map[string]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
					addCode(codes, n.Value, name)
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if strings.HasPrefix(id.Name, "code") && i < len(n.Values) {
						addCode(codes, n.Values[i], name)
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

func addCode(codes map[string]string, e ast.Expr, where string) {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		if s, err := strconv.Unquote(lit.Value); err == nil {
			codes[s] = where
		}
	}
}
