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
	text, err := os.ReadFile(filepath.Join(corpus, "schemas", "datapackage-2.0", "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	schema := object(t, text)
	r, files := rivers(Info{Version: "1", DataVersion: "1.0.0", Keywords: []string{"rivers"}, Homepage: "https://example.org"})
	good := written(t, r, files).Bytes("datapackage.json")
	if err := schematest.Validate(schema, object(t, good), "package"); err != nil {
		t.Error(err)
	}

	// A validator that finds no fault anywhere is none.
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
		if schematest.Validate(schema, object(t, []byte(bad)), "package") == nil {
			t.Errorf("with %s the package is still valid", to)
		}
	}
}
