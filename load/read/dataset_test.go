package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// folder makes a dataset of a description and files.
func folder(t *testing.T, description string, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files[datapackage.Name] = description
	for name, data := range files {
		place := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestOpen(t *testing.T) {
	dir := folder(t, `{"title": "Rivers", "version": 2, "keywords": "no list", "generator": "tidywiki 1",
		"licenses": [{"name": "MIT"}], "sources": [{"title": "Rhine", "version": "7", "bytes": 12}],
		"resources": [
			{"name": "lengths", "path": "data/lengths.csv", "title": "Lengths", "bytes": 9, "dialect": {"delimiter": ";"},
				"charts": [{"kind": "bar", "category": "name", "series": ["length"]}],
				"schema": {"primaryKey": "name", "missingValues": ["", 7, "n/a"], "fields": [
					{"name": "name", "type": "string", "description": "of the river"},
					{"name": "length", "type": "integer", "unit": "km", "title": 5, "constraints": {"required": true}}]}},
			{"name": "l", "path": "data/lengths.json", "format": "json", "schema": {"fields": []}},
			{"name": "x", "path": "data/lengths.xlsx", "schema": {"fields": []}},
			{"name": "away", "path": "../outside.csv", "schema": {"fields": []}},
			{"name": "parts", "path": ["a.csv", "b.csv"], "schema": {"fields": []}},
			{"name": "plain", "path": "notes.csv", "charts": 5, "bytes": 3}]}`,
		map[string]string{"data/lengths.csv": "name;length\nRhine;1233\n", "data/tables/p/01-a.csv": "x\n", "data/tables/p/01-a.txt": ""})
	for _, place := range []string{dir, filepath.Join(dir, datapackage.Name)} {
		p, err := Open(place)
		if err != nil {
			t.Fatal(err)
		}
		if p.Dir != dir || !p.Ours || p.Title != "Rivers" || p.Version != "" || p.Licenses[0].Name != "MIT" || p.Sources[0].Version != "7" {
			t.Errorf("package %+v", p)
		}
		var names []string
		for _, tab := range p.Tables {
			names = append(names, tab.Name)
		}
		if diff := cmp.Diff([]string{"lengths", "tables/p/01-a"}, names); diff != "" {
			t.Errorf("tables (-want +got):\n%s", diff)
		}
		if len(p.Others) != 1 || p.Others[0].Path != "notes.csv" || p.Others[0].Bytes != 3 {
			t.Errorf("others %+v", p.Others)
		}
	}
}

func TestTable(t *testing.T) {
	dir := folder(t, `{"resources": [
		{"path": "data/lengths.csv", "title": "Lengths", "bytes": 9, "dialect": {"delimiter": ";"},
			"charts": [{"kind": "bar", "category": "name", "series": ["length"], "check": "long"}],
			"schema": {"primaryKey": "name", "missingValues": ["", 7, "n/a"], "fields": [
				{"name": "name", "type": "string", "description": "of the river"},
				{"name": "length", "type": "integer", "unit": "km", "title": 5, "constraints": {"required": true}}]}},
		{"path": "data/lengths.json", "schema": {"fields": []}}, {"path": "data/lengths.xlsx", "schema": {"fields": []}}]}`,
		map[string]string{"data/lengths.csv": "name;length\nn/a;1233\n"})
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	tab := p.Table("lengths")
	if tab == nil || p.Table("widths") != nil {
		t.Fatal("tables are not found by name")
	}
	want := []Column{{Name: "name", Type: "string"}, {Name: "length", Type: "integer", Unit: "km", Required: true}}
	if diff := cmp.Diff(want, tab.Columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"", "of the river"}, []string{tab.Fields[0].Title, tab.Fields[0].Description}); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]datapackage.Chart{{Kind: "bar", Category: "name", Series: []string{"length"}, Check: "long"}}, tab.Charts); diff != "" {
		t.Errorf("charts (-want +got):\n%s", diff)
	}
	if !tab.Has("csv") || !tab.Has("json") || tab.Has("parquet") || tab.Best() != "csv" || len(tab.Unread) != 1 || tab.Files["csv"].Bytes != 9 {
		t.Errorf("files %v, unread %v", tab.Files, tab.Unread)
	}
	in, err := tab.Open("csv")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var b Batch
	if err := in.Next(&b); err != nil {
		t.Fatal(err)
	}
	if _, named := b.Columns[0].Get(0); named {
		t.Error("n/a is declared as missing and is read as a value")
	}
	if length, _ := b.Columns[1].Get(0); string(length) != "1233" {
		t.Errorf("length %q", length)
	}
}

func TestFiles(t *testing.T) {
	dir := folder(t, `{"resources": [
		{"path": "data/a.csv.gz", "format": "csv", "schema": {"fields": []}},
		{"path": ["data/b/part-00000.parquet", "data/b/part-00001.parquet"], "format": "parquet", "schema": {"fields": []}},
		{"path": ["data/c/part-00000.arrow"], "schema": {"fields": []}},
		{"path": ["d-1.csv", "d-2.csv"], "schema": {"fields": []}},
		{"path": ["data/e/part-00000.parquet", "../part-00001.parquet"], "format": "parquet", "schema": {"fields": []}},
		{"path": "deep/f.json", "schema": {"fields": []}}]}`, map[string]string{})
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tab := range p.Tables {
		f := tab.Files[tab.Best()]
		got = append(got, fmt.Sprint(tab.Name, " ", tab.Best(), " ", f.Packed, " ", f.Path, " ", f.Parts, " ", len(f.Places)))
	}
	want := []string{"a csv gz data/a.csv.gz 0 1", "b parquet  data/b 2 2", "c arrow  data/c 1 1", "deep/f json  deep/f.json 0 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestCommon(t *testing.T) {
	files := func(formats ...string) *Table {
		tab := &Table{Files: map[string]File{}}
		for _, f := range formats {
			tab.Files[f] = File{}
		}
		return tab
	}
	for _, tt := range []struct {
		a, b       *Table
		forA, forB string
	}{
		{files("csv", "json"), files("json"), "json", "json"},
		{files("csv", "parquet"), files("csv", "parquet"), "parquet", "parquet"},
		{files("csv"), files("json"), "csv", "json"},
		{files("csv"), files(), "csv", ""},
	} {
		if a, b := Common(tt.a, tt.b); a != tt.forA || b != tt.forB {
			t.Errorf("%s, %s, want %s, %s", a, b, tt.forA, tt.forB)
		}
	}
}

func TestNoDataset(t *testing.T) {
	for _, tt := range []struct{ dir, want string }{
		{filepath.Join(t.TempDir(), "nowhere"), "does not exist"},
		{t.TempDir(), "it has no datapackage.json"},
		{folder(t, "{", map[string]string{}), "datapackage.json is not a JSON object: unexpected"},
		{folder(t, `{"resources": [{"name": "x", "path": 5, "format": 5}]}`, map[string]string{}), "resource x: path is the number 5"},
		{folder(t, `{"resources": [{"path": "a.xlsx", "format": "xlsx", "schema": {"fields": []}}]}`, map[string]string{}), "no table in a format that can be read: parquet, arrow, csv, json, not xlsx"},
	} {
		if _, err := Open(tt.dir); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v, want %q", err, tt.want)
		}
	}
}
