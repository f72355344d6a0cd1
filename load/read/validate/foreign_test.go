package validate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// pkg writes a package of others: its description and its files.
func pkg(t testing.TB, description string, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(path, text string) {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for path, text := range files {
		write(path, text)
	}
	if description != "" {
		write("datapackage.json", description)
	}
	return dir
}

// fields writes a schema of fields given as "name:type".
func fields(specs ...string) string {
	var all []map[string]any
	for _, s := range specs {
		name, typ, _ := strings.Cut(s, ":")
		all = append(all, map[string]any{"name": name, "type": typ})
	}
	b, _ := json.Marshal(map[string]any{"fields": all})
	return string(b)
}

func little(text string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, u := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// TestPackagesOfOthers: one resource, in all the ways that others write it.
func TestPackagesOfOthers(t *testing.T) {
	schema := fields("id:integer", "name:string")
	tests := []struct {
		name, resource, data string // the resource without its name and path
		want                 []string
	}{
		{"plain", `"schema": ` + schema, "id,name\n1,a\n2,b\n", nil},
		{"CR LF", `"schema": ` + schema, "id,name\r\n1,a\r\n2,b\r\n", nil},
		{"CR alone", `"schema": ` + schema, "id,name\r1,a\r2,b", nil},
		{"BOM", `"schema": ` + schema, "\uFEFFid,name\n1,a\n", nil},
		{"semicolons", `"schema": ` + schema + `, "dialect": {"delimiter": ";"}`, "id;name\n1;a,b\n", nil},
		{"semicolons undeclared", `"schema": ` + schema, "id;name\n1;a\n", []string{"incorrect-label", "missing-label", "type-error"}},
		{"tabs", `"schema": ` + schema + `, "format": "tsv"`, "id\tname\n1\ta\n", nil},
		{"a delimiter of two characters", `"schema": ` + schema + `, "dialect": {"delimiter": "||"}`, "id||name\n1||a|b\n", nil},
		{"other quotes", `"schema": ` + schema + `, "dialect": {"quoteChar": "'"}`, "id,name\n1,'a,\"b'\n2,'it''s'\n", nil},
		{"no quotes", `"schema": ` + schema + `, "dialect": {"quoteChar": ""}`, "id,name\n1,\"a\n", nil},
		{"escapes", `"schema": ` + schema + `, "dialect": {"escapeChar": "\\", "doubleQuote": false}`, "id,name\n1,\"a\\\"b\"\n2,c\\,d\n", nil},
		{"spaces after delimiters", `"schema": ` + schema + `, "dialect": {"skipInitialSpace": true}`, "id, name\n1, \"a, b\"\n", nil},
		{"spaces that count", `"schema": ` + schema, "id, name\n1, a\n", []string{"incorrect-label"}},
		{"no header", `"schema": ` + schema + `, "dialect": {"header": false}`, "1,a\n2,b\n", nil},
		{"a header undeclared", `"schema": ` + schema + `, "dialect": {"header": false}`, "id,name\n2,b\n", []string{"type-error"}},
		{"comments", `"schema": ` + schema + `, "dialect": {"commentChar": "#"}`, "# made by hand\nid,name\n1,a\n#2,b\n3,\"#c\"\n", nil},
		{"two header rows", `"schema": ` + fields("a x:integer", "a y:string") + `, "dialect": {"headerRows": [1, 2]}`, "a,a\nx,y\n1,b\n", nil},
		{"header in row 2", `"schema": ` + schema + `, "dialect": {"headerRows": [2], "commentRows": [1]}`, "A title\nid,name\n1,b\n", nil},
		{"rows end otherwise", `"schema": ` + schema + `, "dialect": {"lineTerminator": "$"}`, "id,name$1,a\nb$", nil},
		{"latin 1", `"schema": ` + schema + `, "encoding": "iso-8859-1"`, "id,name\n1,Stra\xdfe\n", nil},
		{"UTF-16", `"schema": ` + schema + `, "encoding": "utf-16"`, little("id,name\n1,ä\n"), nil},
		{"not the encoding", `"schema": ` + schema, "id,name\n1,Stra\xdfe\n", []string{"encoding-error"}},
		{"no such encoding", `"schema": ` + schema + `, "encoding": "morse"`, "id,name\n", []string{"encoding-error"}},
		{"no schema", `"format": "csv"`, "id,name\n1,a\n", nil},
		{"no schema, ragged", `"format": "csv"`, "id,name\n1\n1,a,b\n", []string{"extra-cell", "missing-cell"}},
		{"empty", `"schema": ` + schema, "", nil},
		{"header only", `"schema": ` + schema, "id,name\n", nil},
		{"last line without an end", `"schema": ` + schema, "id,name\n1,a", nil},
		{"missing values", `"schema": {"fields": [{"name": "id", "type": "integer"}], "missingValues": ["-", "n/a"]}`, "id\n1\n-\nn/a\n", nil},
		{"missing values with labels", `"schema": {"fields": [{"name": "id", "type": "integer"}], "missingValues": [{"value": "-9", "label": "unknown"}]}`, "id\n1\n-9\n", nil},
		{"missing values of a field", `"schema": {"fields": [{"name": "id", "type": "integer", "missingValues": ["?"]}]}`, "id\n1\n?\n", nil},
		{"empty is no value of this one", `"schema": {"fields": [{"name": "id", "type": "integer"}, {"name": "b"}], "missingValues": ["-"]}`, "id,b\n,1\n", []string{"type-error"}},
		{"required", `"schema": {"fields": [{"name": "id", "constraints": {"required": true}}, {"name": "b"}]}`, "id,b\n,1\n", []string{"constraint-error"}},
		{"unique", `"schema": {"fields": [{"name": "id", "type": "number", "constraints": {"unique": true}}]}`, "id\n1\n2\n1.0\n", []string{"unique-error"}},
		{"unique, null twice", `"schema": {"fields": [{"name": "id", "type": "number", "constraints": {"unique": true}}, {"name": "b"}]}`, "id,b\n,1\n,2\n3,4\n", nil},
		{"unique keys", `"schema": {"fields": [{"name": "a"}, {"name": "b"}], "uniqueKeys": [["a", "b"]]}`, "a,b\nx,y\nxy,\nx,y\n", []string{"unique-error"}},
		{"primary key as a string", `"schema": {"fields": [{"name": "a"}, {"name": "b"}], "primaryKey": "a"}`, "a,b\nx,y\nx,z\n", []string{"primary-key"}},
		{"reference to itself", `"schema": {"fields": [{"name": "a"}, {"name": "b"}], "foreignKeys": [{"fields": "b", "reference": {"resource": "", "fields": "a"}}]}`, "a,b\nx,\ny,x\n", nil},
		{"broken reference to itself", `"schema": {"fields": [{"name": "a"}, {"name": "b"}], "foreignKeys": [{"fields": "b", "reference": {"fields": "a"}}]}`, "a,b\nx,z\n", []string{"foreign-key"}},
		{"reference to nothing", `"schema": {"fields": [{"name": "a"}], "foreignKeys": [{"fields": "a", "reference": {"resource": "none", "fields": "a"}}]}`, "a\nx\n", []string{"schema-error"}},
		{"key of no field", `"schema": {"fields": [{"name": "a"}], "primaryKey": ["b"]}`, "a\nx\n", []string{"schema-error"}},
		{"a type that does not exist", `"schema": {"fields": [{"name": "a", "type": "whole"}]}`, "a\nx\n", []string{"schema-error"}},
		{"no fields", `"schema": {"fields": []}`, "a\nx\n", []string{"schema-error"}},
		{"two fields of one name", `"schema": {"fields": [{"name": "a"}, {"name": "a"}]}`, "a\nx\n", []string{"schema-error"}},
		{"bound that is none", `"schema": {"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": "low"}}]}`, "a\n1\n", []string{"schema-error"}},
		{"other order, allowed", `"schema": {"fieldsMatch": "equal", "fields": [{"name": "a", "type": "integer"}, {"name": "b"}]}`, "b,a\nx,1\n", nil},
		{"other order, not allowed", `"schema": {"fields": [{"name": "a"}, {"name": "b"}]}`, "b,a\nx,1\n", []string{"incorrect-label"}},
		{"more columns, allowed", `"schema": {"fieldsMatch": ["subset"], "fields": [{"name": "a", "type": "integer"}]}`, "b,a\nx,1\n", nil},
		{"more columns, not allowed", `"schema": {"fields": [{"name": "a"}]}`, "a,b\n1,x\n", []string{"extra-label"}},
		{"fewer columns, allowed", `"schema": {"fieldsMatch": "superset", "fields": [{"name": "a"}, {"name": "b"}]}`, "b\nx\n", nil},
		{"fewer columns, not allowed", `"schema": {"fields": [{"name": "a"}, {"name": "b"}]}`, "b\nx\n", []string{"missing-label"}},
		{"one name in common", `"schema": {"fieldsMatch": "partial", "fields": [{"name": "a"}, {"name": "b"}]}`, "b,c\nx,y\n", nil},
		{"no name in common", `"schema": {"fieldsMatch": "partial", "fields": [{"name": "a"}]}`, "c\ny\n", []string{"missing-label"}},
		{"a name twice", `"format": "csv"`, "a,a\n1,2\n", []string{"duplicate-label"}},
		{"JSON records", `"schema": ` + schema + `, "format": "json"`, `[{"id": 1, "name": "a"}, {"name": "b", "id": 2}, {"id": 3}]`, nil},
		{"JSON arrays", `"schema": ` + schema + `, "format": "json"`, `[["id", "name"], [1, "a"]]`, nil},
		{"JSON with a property", `"schema": ` + schema + `, "format": "json", "dialect": {"property": "rows"}`, `{"n": [1], "rows": [{"id": 1, "name": "a"}], "x": 0}`, nil},
		{"JSON without that property", `"schema": ` + schema + `, "format": "json", "dialect": {"property": "rows"}`, `{"n": [1]}`, []string{"source-error"}},
		{"JSON of another type", `"schema": ` + schema + `, "format": "json"`, `[{"id": "one", "name": 5}]`, []string{"type-error"}},
		{"JSON lines", `"schema": ` + schema + `, "format": "jsonl"`, "{\"id\": 1, \"name\": \"a\"}\n{\"id\": 2, \"name\": null}\n", nil},
		{"JSON lines, one broken", `"schema": ` + schema + `, "format": "jsonl"`, "{\"id\": 1, \"name\": \"a\"}\n{\"id\": 2\n", []string{"source-error"}},
		{"a JSON object", `"schema": ` + schema + `, "format": "json"`, `{"id": 1}`, []string{"source-error"}},
		{"a table that is not read", `"type": "table", "format": "sas7bdat"`, "x", nil},
		{"no table at all", `"mediatype": "text/plain", "format": "txt"`, "a,b\n\n1\n", nil},
		{"size", `"bytes": 3, "format": "csv"`, "a\n", []string{"byte-count"}},
		{"md5", `"hash": "60b725f10c9c85c70d97880dfe8191b3", "format": "csv"`, "a\n", nil},
		{"another md5", `"hash": "md5:60b725f10c9c85c70d97880dfe8191b4", "format": "csv"`, "a\n", []string{"hash-count"}},
		{"sha1", `"hash": "sha1:3f786850e387550fdab836ed7e6dc881de23001b", "format": "csv"`, "a\n", nil},
		{"no hash", `"hash": "sha256!00", "format": "csv"`, "a\n", []string{"resource-error"}},
		{"a type that is none", `"type": "chair", "format": "csv"`, "a\n", []string{"resource-error"}},
		{"no dialect", `"dialect": "../d.json", "format": "csv"`, "a\n", []string{"path-error"}},
		{"a quote of two characters", `"dialect": {"quoteChar": "''"}, "format": "csv"`, "a\n", []string{"dialect-error"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := pkg(t, `{"resources": [{"name": "t", "path": "data/t", `+tt.resource+`}]}`, map[string]string{"data/t": tt.data})
			if !strings.Contains(tt.resource, `"format"`) {
				dir = pkg(t, `{"resources": [{"name": "t", "path": "t.csv", `+tt.resource+`}]}`, map[string]string{"t.csv": tt.data})
			}
			expect(t, validated(t, dir), tt.want, "")
		})
	}
}

// TestDescriptions: datapackage.json itself.
func TestDescriptions(t *testing.T) {
	const t1 = `{"name": "t", "path": "t.csv"}`
	files := map[string]string{"t.csv": "a\n1\n", "u.csv": "2\n", "schema.json": fields("a:integer"), "dialect.json": `{"delimiter": ";"}`, "list.json": "[1]"}
	tests := []struct {
		name, description string
		want              []string
		message           string
	}{
		{"the least", `{"resources": [` + t1 + `]}`, nil, ""},
		{"schema as a path", `{"resources": [{"name": "t", "path": "t.csv", "schema": "schema.json", "dialect": "dialect.json"}]}`, nil, ""},
		{"schema in a missing file", `{"resources": [{"name": "t", "path": "t.csv", "schema": "none.json"}]}`, []string{"schema-error"}, "none.json is missing"},
		{"schema that is a list", `{"resources": [{"name": "t", "path": "t.csv", "schema": "list.json"}]}`, []string{"schema-error"}, "list.json is not a JSON object"},
		{"schema elsewhere", `{"resources": [{"name": "t", "path": "t.csv", "schema": "https://example.org/s.json"}]}`, []string{"scheme-error"}, "nothing is read from the network"},
		{"several files", `{"resources": [{"name": "t", "path": ["t.csv", "u.csv"], "schema": "schema.json"}]}`, nil, ""},
		{"inline records", `{"resources": [{"name": "t", "data": [{"b": "x", "a": 1}], "schema": {"fields": [{"name": "a", "type": "integer"}, {"name": "b"}]}}]}`, nil, ""},
		{"inline records with a fault", `{"resources": [{"name": "t", "data": [{"a": "x"}], "schema": {"fields": [{"name": "a", "type": "integer"}]}}]}`, []string{"type-error"}, `memory, row 2: a is the string "x", not an integer`},
		{"inline text", `{"resources": [{"name": "t", "format": "csv", "data": "a;b\n1;x", "dialect": {"delimiter": ";"}, "schema": {"fields": [{"name": "a", "type": "integer"}, {"name": "b"}]}}]}`, nil, ""},
		{"data and a path", `{"resources": [{"name": "t", "data": [], "path": "t.csv"}]}`, []string{"resource-error"}, "has both data and a path"},
		{"neither", `{"resources": [{"name": "t"}]}`, []string{"resource-error"}, "has neither data nor a path"},
		{"no name", `{"resources": [{"path": "t.csv"}]}`, []string{"resource-error"}, "resource 1 has no name"},
		{"two of a name", `{"resources": [` + t1 + `, ` + t1 + `]}`, []string{"package-error"}, `two resources are named "t"`},
		{"missing file", `{"resources": [{"name": "t", "path": "none.csv"}]}`, []string{"resource-error"}, "none.csv is missing"},
		{"address", `{"resources": [{"name": "t", "path": "https://example.org/t.csv"}]}`, []string{"scheme-error"}, "is an address"},
		{"upwards", `{"resources": [{"name": "t", "path": "../t.csv"}]}`, []string{"path-error"}, "leaves the folder"},
		{"upwards within", `{"resources": [{"name": "t", "path": "a/../../t.csv"}]}`, []string{"path-error"}, "leaves the folder"},
		{"absolute", `{"resources": [{"name": "t", "path": "/etc/passwd"}]}`, []string{"path-error"}, "is absolute"},
		{"a drive", `{"resources": [{"name": "t", "path": "C:/t.csv"}]}`, []string{"path-error"}, "is absolute"},
		{"a backslash", `{"resources": [{"name": "t", "path": "..\\t.csv"}]}`, []string{"path-error"}, "has a backslash"},
		{"home", `{"resources": [{"name": "t", "path": "~/t.csv"}]}`, []string{"path-error"}, "is absolute"},
		{"hidden", `{"resources": [{"name": "t", "path": ".t.csv"}]}`, []string{"resource-error"}, "begins with a dot"},
		{"a folder", `{"resources": [{"name": "t", "path": "."}]}`, []string{"resource-error"}, ""},
		{"a link out", `{"resources": [{"name": "t", "path": "link.csv"}]}`, []string{"resource-error"}, "link.csv"},
		{"no resources", `{"name": "p"}`, []string{"package-error"}, "there are no resources"},
		{"none of them", `{"resources": []}`, []string{"package-error"}, "resources has no items"},
		{"resources are no array", `{"resources": {}}`, []string{"package-error"}, "resources is an object, not an array"},
		{"a resource is not an object", `{"resources": ["t.csv"]}`, []string{"package-error"}, `resource 1 is the string "t.csv", not an object`},
		{"no JSON", `{"resources": [`, []string{"package-error"}, "is not a JSON object"},
		{"an array", `[]`, []string{"package-error"}, "is not a JSON object"},
		{"null", `null`, []string{"package-error"}, "is not a JSON object"},
		{"nothing", "", []string{"package-error"}, "datapackage.json is missing"},
		{"title is a number", `{"title": 5, "resources": [` + t1 + `]}`, []string{"package-error"}, "title is the number 5, not a string"},
		{"no date", `{"created": "yesterday", "resources": [` + t1 + `]}`, []string{"package-error"}, "created is"},
		{"no keywords", `{"keywords": [], "resources": [` + t1 + `]}`, []string{"package-error"}, "keywords has no items"},
		{"a licence without a name", `{"licenses": [{"title": "Mine"}], "resources": [` + t1 + `]}`, []string{"package-error"}, "licence 1 has neither a name nor a path"},
		{"a licence with spaces", `{"licenses": [{"name": "house rules"}], "resources": [` + t1 + `]}`, []string{"package-error"}, "licence 1: name"},
		{"capitals are fine now", `{"name": "P", "resources": [{"name": "T!", "path": "t.csv"}]}`, nil, ""},
		{"and were not once", `{"profile": "data-package", "name": "P", "resources": [{"name": "T!", "path": "t.csv"}]}`, []string{"package-error", "resource-error"}, "lower-case"},
		{"tabular, version 1", `{"profile": "tabular-data-package", "name": "p", "resources": [{"name": "t", "profile": "tabular-data-resource", "path": "t.csv", "schema": "schema.json"}]}`, nil, ""},
		{"foreign key", `{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "integer"}], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "u", "fields": ["a"]}}]}},
			{"name": "u", "data": [{"a": 2}], "schema": {"fields": [{"name": "a", "type": "integer"}]}}]}`, []string{"foreign-key"}, `t.csv, row 2: a "1" leads to u (a), which has no such row`},
		{"foreign key to no field", `{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "integer"}], "foreignKeys": [{"fields": ["a"], "reference": {"resource": "u", "fields": ["b"]}}]}},
			{"name": "u", "data": [{"a": 2}], "schema": {"fields": [{"name": "a", "type": "integer"}]}}]}`, []string{"schema-error"}, `leads to the field "b" of u, which does not exist`},
	}
	outside := filepath.Join(t.TempDir(), "secret.csv")
	if err := os.WriteFile(outside, []byte("a\n1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := pkg(t, tt.description, files)
			if err := os.Symlink(outside, filepath.Join(dir, "link.csv")); err != nil {
				t.Skip("no symbolic links here: ", err)
			}
			expect(t, validated(t, dir), tt.want, tt.message)
		})
	}
}

func TestErrorsAreLimited(t *testing.T) {
	data := "a\n" + strings.Repeat("x\n", 3*MaxErrors)
	dir := pkg(t, `{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "integer", "constraints": {"unique": true}}]}}]}`, map[string]string{"t.csv": data})
	r := validated(t, dir)
	if got := r.Tasks[0]; len(got.Errors) != MaxErrors || got.Stats.Errors != 3*MaxErrors+3*MaxErrors-1 {
		t.Errorf("%d errors reported, %d counted", len(got.Errors), got.Stats.Errors)
	}
}

// TestReportAsJSON: the names of Frictionless, arrays that are never null, and
// where an error is.
func TestReportAsJSON(t *testing.T) {
	dir := pkg(t, `{"resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a", "type": "integer"}]}}]}`, map[string]string{"t.csv": "a\n1\nx\n"})
	got, err := json.MarshalIndent(validated(t, dir), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
 "valid": false,
 "stats": {
  "tasks": 1,
  "errors": 1,
  "warnings": 0,
  "files": 0,
  "rows": 2,
  "bytes": 6
 },
 "warnings": [],
 "errors": [],
 "tasks": [
  {
   "name": "t",
   "type": "table",
   "valid": false,
   "place": "t.csv",
   "labels": [
    "a"
   ],
   "stats": {
    "errors": 1,
    "warnings": 0,
    "fields": 1,
    "rows": 2,
    "bytes": 6
   },
   "warnings": [],
   "errors": [
    {
     "type": "type-error",
     "title": "Type error",
     "rowNumber": 3,
     "fieldName": "a",
     "fieldNumber": 1,
     "cell": "x",
     "message": "t.csv, row 3: a is \"x\", not an integer"
    }
   ]
  }
 ]
}`
	if string(got) != want {
		t.Errorf("%s", got)
	}
}
