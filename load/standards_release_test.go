package load_test

import (
	"crypto/sha256"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// TestReleaseKeepsTheStandard validates a package against the standard's own schema.
func TestReleaseKeepsTheStandard(t *testing.T) {
	schema := []string{filepath.Join(standards(t), "datapackage-2.0", "datapackage.json")}
	good := releasedPackage(t)
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
	for i, fault := range schemaFaults(t, "", schema, packages...) {
		if valid := fault == ""; valid != (i == 0) {
			t.Errorf("with %s changed the package is valid: %v: %s", changes[i], valid, fault)
		}
	}
}

// releasedPackage returns the datapackage.json of a release that has all core tables, one
// of a recipe and findings.
func releasedPackage(t *testing.T) []byte {
	t.Helper()
	r := release.New(release.Info{Version: "1", DataVersion: "1.0.0", Keywords: []string{"rivers"}, Homepage: "https://example.org"})
	var files []load.File
	add := func(table *dataset.Table, formats ...string) {
		r.Observe(table)
		for _, format := range formats {
			path := "data/" + table.Name + "." + format
			files = append(files, load.File{Path: path, Bytes: int64(len(path)), SHA256: sha256.Sum256([]byte(path))})
		}
	}
	for _, name := range dataset.CoreNames {
		add(dataset.NewBuilder(dataset.CoreSchema(name)).Table(name), "csv", "json", "parquet", "arrow")
	}
	add(pagesTable())
	add(dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Title: "Lengths", Description: "Rivers | their lengths.",
		Fields: []dataset.Field{dataset.PageIDField, {Name: "river", Type: dataset.String},
			{Name: "length", Title: "Length", Type: dataset.Integer, Unit: "km", Nullable: true, Description: "how long it is"}},
		PrimaryKey: []string{"page_id", "river"},
		ForeignKeys: []dataset.ForeignKey{
			{Fields: []string{"page_id"}, Table: "pages", To: []string{"page_id"}},
			{Fields: []string{"river"}, Table: "lengths", To: []string{"river"}},
		},
	})).Str("a").Str("Rhine").Int(1233).Str("a").Str("Main").Null().Table("lengths"), "json", "parquet", "csv", "arrow")
	wide := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{dataset.PageIDField,
		{Name: "depth", Type: dataset.Number, Unit: "m", Nullable: true}}})).Str("a").Num(2.5).Table("tables/a/01-depths")
	wide.Whole = true
	add(wide, "csv", "xlsx")
	sink := new(memory.Sink)
	if err := r.Write(sink, files); err != nil {
		t.Fatal(err)
	}
	return sink.Bytes("datapackage.json")
}

func pagesTable() *dataset.Table {
	return dataset.NewBuilder(dataset.Pages).Str("a").Str("Rivers").Str("html").Str("https://example.org/a").Null().Null().Null().Null().Int(17).
		Null().Null().Str("").Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Table("pages")
}
