package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/internal/schematest"
)

// TestSchemaOfDataPackages validates a package against the standard's own schema.
func TestSchemaOfDataPackages(t *testing.T) {
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the schema of Data Packages is not at hand")
	}
	schema := []string{filepath.Join(corpus, "schemas", "datapackage-2.0", "datapackage.json")}
	r, files := rivers(Info{Version: "1", DataVersion: "1.0.0", Keywords: []string{"rivers"}, Homepage: "https://example.org"})
	good := written(t, r, files).Bytes("datapackage.json")
	packages := [][]byte{good}
	changes := []string{"nothing"}

	// A validator must find the faults.
	for from, to := range map[string]string{
		`"name": "lengths"`:                         `"name": 1`,
		`"type": "integer"`:                         `"type": "whole"`,
		"\"bytes\": 16,\n      \"hash\": \"sha256:": "\"bytes\": 16,\n      \"hash\": \"sha256!",
		`"bytes": 16`:                               `"bytes": "16"`,
		`"path": "data/lengths`:                     `"pfad": "data/lengths`,
		`"type": "table"`:                           `"type": "chair"`,
		`"resources": [`:                            `"resources": [], "rest": [`,
	} {
		bad := strings.Replace(string(good), from, to, 1)
		if bad == string(good) {
			t.Errorf("no %s in the package", from)
		}
		packages, changes = append(packages, []byte(bad)), append(changes, to)
	}
	for i, fault := range schematest.Check(t, "", schema, packages...) {
		if valid := fault == ""; valid != (i == 0) {
			t.Errorf("with %s changed the package is valid: %v: %s", changes[i], valid, fault)
		}
	}
}
