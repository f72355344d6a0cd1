package pipeline

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/tidywiki/tidywiki/"

// layers are the arrows of docs/architecture.md: each stage may import itself, the
// stages named beside it and the packages of internal, nothing else of the module.
var layers = map[string][]string{
	"cmd":       {"pipeline"},
	"pipeline":  {"load", "transform", "extract"},
	"load":      {"transform"},
	"transform": {"extract"},
	"extract":   {},
}

// inside are the arrows within a stage. A package that is not named here may
// import its stage's contract and nothing else beside it.
var inside = map[string][]string{
	"extract":                     {"extract/document", "extract/source"},
	"extract/document":            {"extract/source"},
	"extract/charset":             {"extract/source"},
	"extract/files":               {"extract/source"},
	"extract/mediawiki":           {"extract/source", "extract/internal/spdx"},
	"extract/language":            {"extract/document", "extract/source"},
	"extract/dump":                {"extract/source", "extract/wikitext"},
	"extract/htmldump":            {"extract/source", "extract/dump", "extract/internal/spdx"},
	"extract/plain":               {"extract", "extract/charset", "extract/document", "extract/language", "extract/source"},
	"extract/html":                {"extract", "extract/charset", "extract/document", "extract/language", "extract/source", "extract/internal/browser", "extract/internal/citation", "extract/internal/entity", "extract/internal/icon", "extract/internal/memory", "extract/internal/namespace", "extract/internal/outline", "extract/internal/spdx", "extract/internal/tables", "extract/internal/textwriter"},
	"extract/wikitext":            {"extract", "extract/charset", "extract/document", "extract/language", "extract/source", "extract/wikitext/preprocess", "extract/internal/browser", "extract/internal/citation", "extract/internal/icon", "extract/internal/memory", "extract/internal/namespace", "extract/internal/outline", "extract/internal/substring", "extract/internal/tables", "extract/internal/textwriter"},
	"extract/wikitext/preprocess": {"extract/charset", "extract/source", "extract/internal/citation", "extract/internal/entity", "extract/internal/icon", "extract/internal/substring"},
	"extract/internal/citation":   {"extract/document"},
	"extract/internal/namespace":  {"extract/document"},
	"extract/internal/memory":     {"extract/document"},
	"extract/internal/outline":    {"extract/document", "extract/source", "extract/internal/memory"},
	"extract/internal/tables":     {"extract/document", "extract/source", "extract/internal/browser", "extract/internal/memory"},
	"extract/internal/textwriter": {"extract/document", "extract/internal/browser", "extract/internal/memory"},
	"transform":                   {"transform/page"},
	"transform/grid":              {},
	"transform/number":            {"transform/number/language"},
	"transform/number/language":   {},
	"transform/date":              {"transform/number", "transform/number/language"},
	"transform/dataset":           {},
	"transform/page":              {"transform/dataset", "transform/grid"},
	"transform/page/partfile":     {"transform/dataset", "transform/page"},
	"transform/collection":        {"transform/column", "transform/dataset", "transform/date", "transform/number", "transform/page", "transform/page/partfile"},
	"transform/column":            {"transform/dataset", "transform/internal/visible", "transform/number", "transform/number/language", "transform/date"},
	"transform/floats":            {"transform/dataset"},
	"load":                        {},
	"load/folder":                 {"load"},
	"pipeline/convert":            {},
	"pipeline/convert/standard":   {"pipeline/convert"},
	"pipeline/sources":            {"pipeline/convert", "pipeline/internal/usage", "pipeline/internal/version"},
	"pipeline/parts":              {"pipeline/sources", "pipeline/internal/usage"},
	"pipeline/publish":            {"pipeline/internal/usage", "pipeline/internal/version"},
	"load/release":                {"load", "load/datapackage", "load/internal/figure"},
	"load/read":                   {"load", "load/datapackage", "load/internal/codec", "load/internal/text"},
	"load/read/validate":          {"load", "load/datapackage", "load/internal/codec", "load/read"},
	"load/read/diff":              {"load", "load/read", "load/datapackage", "load/internal/figure", "load/internal/htmltext"},
	"load/read/report":            {"load", "load/read", "load/datapackage", "load/internal/htmltext"},
}

// implementations are what the files named catalog.go list: the input formats, the
// steps and the output formats. In pipeline only these files import them.
var implementations = []string{
	"extract/plain", "extract/wikitext", "extract/html",
	"transform/tidy", "transform/prose", "transform/rate", "transform/check", "transform/floats",
	"load/csvfile", "load/jsonfile", "load/parquetfile", "load/arrowfile", "load/xlsxfile", "load/exportfile",
}

// readers find pages; in pipeline only pipeline/sources imports them.
var readers = []string{"extract/files", "extract/dump", "extract/htmldump", "extract/mediawiki"}

// families are the packages of steps: they may use all the nouns of transform, but
// not one another.
var families = []string{"tidy", "prose", "rate", "check", "recipe"}

func TestImportsFollowTheDesign(t *testing.T) {
	seen := 0
	for file, imports := range importsOf(t, "..") {
		for _, imp := range imports {
			if msg := forbidden(path.Dir(file), imp); msg != "" {
				t.Errorf("%s imports %s: %s", file, imp, msg)
			}
			seen++
		}
	}
	if seen < 20 {
		t.Fatalf("only %d imports within the module seen: the test reads the wrong place", seen)
	}
}

// TestOnlyTheCatalogNamesImplementations: an implementation is added or taken away in
// one place.
func TestOnlyTheCatalogNamesImplementations(t *testing.T) {
	named := map[string]bool{}
	for file, imports := range importsOf(t, "..") {
		if !strings.HasPrefix(file, "pipeline/") {
			continue
		}
		for _, imp := range imports {
			if slices.Contains(readers, imp) && path.Dir(file) != "pipeline/sources" {
				t.Errorf("%s imports %s: only pipeline/sources may name it", file, imp)
			}
			switch {
			case !slices.Contains(implementations, imp):
			case path.Base(file) == "catalog.go":
				named[imp] = true
			case path.Dir(file) == "pipeline/convert" && imp == "transform/tidy": // it begins a page
			default:
				t.Errorf("%s imports %s: only catalog.go may name it", file, imp)
			}
		}
	}
	for _, imp := range implementations {
		if !named[imp] {
			t.Errorf("no catalog.go names %s", imp)
		}
	}
}

// TestConvertNeedsNoLoader: what converts pages in memory reaches no loader, and no
// recipe, which are large.
func TestConvertNeedsNoLoader(t *testing.T) {
	needs := map[string][]string{}
	for file, imports := range importsOf(t, "..") {
		needs[path.Dir(file)] = append(needs[path.Dir(file)], imports...)
	}
	seen := map[string]bool{}
	todo := []string{"pipeline/convert/standard"}
	for len(todo) > 0 {
		pkg := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[pkg] {
			continue
		}
		seen[pkg] = true
		todo = append(todo, needs[pkg]...)
		if stage, _, _ := strings.Cut(pkg, "/"); stage == "load" || pkg == "transform/recipe" || pkg == "pipeline" {
			t.Errorf("%s is needed to convert a page", pkg)
		}
	}
	if !seen["transform/grid"] || !seen["extract/html"] {
		t.Errorf("only %d packages seen: the test reads the wrong place", len(seen))
	}
}

func TestForbiddenArrows(t *testing.T) {
	tests := []struct {
		from, to string
		allowed  bool
	}{
		{"cmd/tidywiki", "pipeline", true},
		{"cmd/tidywiki", "transform/dataset", false},
		{"pipeline", "load/csvfile", true},
		{"pipeline", "cmd/tidywiki", false},
		{"load/csvfile", "transform/dataset", true},
		{"load/csvfile", "load/jsonfile", false},
		{"load/csvfile", "extract/document", false},
		{"transform/number", "transform/date", false},
		{"transform/rate", "transform/recipe", false},
		{"transform/rate", "transform/dataset", true},
		{"transform/tidy", "extract/document", true},
		{"transform/dataset", "transform/column", false},
		{"transform/dataset", "transform/grid", false},
		{"transform/dataset", "extract/document", false},
		{"transform/page", "extract/document", true},
		{"extract/plain", "extract/wikitext", false},
		{"extract/plain", "transform/number", false},
	}
	for _, tt := range tests {
		if got := forbidden(tt.from, tt.to) == ""; got != tt.allowed {
			t.Errorf("%s -> %s allowed: %v, want %v", tt.from, tt.to, got, tt.allowed)
		}
	}
}

// forbidden returns why a package may not import another of the module, or "".
func forbidden(from, to string) string {
	if strings.HasPrefix(to, "internal/") { // what all stages share
		return ""
	}
	fromStage, _, _ := strings.Cut(from, "/")
	toStage, _, _ := strings.Cut(to, "/")
	if fromStage != toStage {
		if from == "transform/dataset" {
			return "loaders take tables, and need no documents"
		}
		if !slices.Contains(layers[fromStage], toStage) {
			return fmt.Sprintf("%s may import only %v", fromStage, layers[fromStage])
		}
		return ""
	}
	if from == to || strings.HasPrefix(to, from+"/internal") {
		return ""
	}
	allowed, named := inside[from]
	switch {
	case named:
	case fromStage == "transform" && slices.Contains(families, path.Base(from)):
		for _, p := range []string{"", "/dataset", "/page", "/grid", "/column", "/number", "/number/language", "/date", "/internal/visible"} {
			allowed = append(allowed, "transform"+p)
		}
	case strings.HasPrefix(to, fromStage+"/internal/"):
		return ""
	case from == "pipeline" && strings.HasPrefix(to, "pipeline/"):
		return ""
	default:
		allowed = []string{fromStage}
	}
	if !slices.Contains(allowed, to) {
		return fmt.Sprintf("%s may import only %v of its stage", from, allowed)
	}
	return ""
}

// importsOf returns, for each non-test Go file below root, what it imports of the
// module, both as paths below the module.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if within, ok := strings.CutPrefix(imp, module); ok {
				rel := filepath.ToSlash(rel)
				found[rel] = append(found[rel], within)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
