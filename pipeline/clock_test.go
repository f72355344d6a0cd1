package pipeline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// clockReaders are the packages that may ask what time it is: for the durations of
// run.json and of the terminal, and for how long to wait for a server.
var clockReaders = map[string]bool{"pipeline": true, "cmd/tidywiki": true, "extract/mediawiki": true}

// TestClock: a dataset is the same on every day, because nothing that makes one
// reads the clock. A package that has to, for what never gets into a dataset, is
// named in clockReaders.
func TestClock(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		path, err := filepath.Rel("..", name)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && isClock(s) {
				seen++
				if !clockReaders[filepath.ToSlash(filepath.Dir(path))] {
					t.Errorf("%s reads the clock: %s", path, s.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Fatal("nothing reads the clock: the test looks in the wrong place")
	}
}

// isClock says whether an expression is time.Now or a function that calls it.
func isClock(s *ast.SelectorExpr) bool {
	pkg, ok := s.X.(*ast.Ident)
	return ok && pkg.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since" || s.Sel.Name == "Until")
}
