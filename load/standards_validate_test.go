package load_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/load/read/validate"
)

// everything is a package that uses most properties of the standard.
const everything = `{"name": "p", "id": "x", "title": "P", "description": "d", "homepage": "https://example.org", "version": "1.0.0",
	"created": "2024-05-06T07:08:09Z", "keywords": ["a"], "image": "i.png", "licenses": [{"name": "MIT", "path": "https://example.org", "title": "M"}],
	"sources": [{"title": "s", "path": "https://example.org"}], "contributors": [{"title": "c"}],
	"resources": [{"name": "t", "path": "t.csv", "type": "table", "title": "T", "description": "d", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
		"bytes": 4, "hash": "md5:96abb9d7a2c2f7a42b1d8a0e8f8d8c1d", "dialect": {"header": true, "delimiter": ",", "headerRows": [1], "commentChar": "#", "doubleQuote": true},
		"schema": {"fields": [{"name": "a", "type": "integer", "title": "A", "description": "d", "constraints": {"required": true, "unique": true, "minimum": 0, "enum": [1]}, "missingValues": [""]},
			{"name": "b", "type": "string", "constraints": {"minLength": 1, "pattern": "x"}}],
			"primaryKey": ["a"], "uniqueKeys": [["a", "b"]], "missingValues": [""], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "t", "fields": ["a"]}}]}}]}`

// TestValidatorKnowsTheStandard changes each value of a description in turn: what the standard's own
// schema refuses is refused here, too.
func TestValidatorKnowsTheStandard(t *testing.T) {
	schema := []string{filepath.Join(standards(t), "datapackage-2.0", "datapackage.json")}
	var whole any
	if err := json.Unmarshal([]byte(everything), &whole); err != nil {
		t.Fatal(err)
	}
	packages, changes := [][]byte{[]byte(everything)}, []string{"nothing"}
	change(whole, "package", func(at string, value any) {
		data, err := json.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		packages, changes = append(packages, data), append(changes, fmt.Sprintf("%s as %#v", at, value))
	})
	faults := schemaFaults(t, "", schema, packages...)
	if faults[0] != "" {
		t.Fatal(faults[0])
	}
	refused := 0
	for i, fault := range faults {
		if fault == "" {
			continue
		}
		refused++
		if !brokenPackage(t, packages[i]) {
			t.Errorf("%s is refused by the standard's schema alone: %s", changes[i], fault)
		}
	}
	if refused < 200 {
		t.Errorf("only %d changes were refused by the standard's schema", refused)
	}
}

// change gives each value below v other ones in turn, and takes each member away.
func change(v any, at string, try func(at string, value any)) {
	others := []any{5.0, -1.5, "x", "", true, []any{}, []any{5.0}, map[string]any{}, nil}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			was := v[key]
			for _, o := range others {
				v[key] = o
				try(at+"."+key, o)
			}
			delete(v, key)
			try(at+"."+key, "nothing")
			v[key] = was
			change(was, at+"."+key, try)
		}
	case []any:
		for i, was := range v {
			for _, o := range others {
				v[i] = o
				try(fmt.Sprintf("%s[%d]", at, i), o)
			}
			v[i] = was
			change(was, fmt.Sprintf("%s[%d]", at, i), try)
		}
	}
}

// brokenPackage reports whether the validator refuses a package for its description.
func brokenPackage(t *testing.T, description []byte) bool {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string][]byte{"datapackage.json": description, "t.csv": []byte("a,b\n")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	r, err := validate.Folder(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	errs := slices.Clone(r.Errors)
	for _, task := range r.Tasks {
		errs = append(errs, task.Errors...)
	}
	return slices.ContainsFunc(errs, func(e validate.Error) bool {
		return slices.Contains([]string{"package-error", "resource-error", "schema-error", "dialect-error", "path-error"}, e.Type)
	})
}
