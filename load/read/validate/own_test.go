package validate

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/arrowfile"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/load/xlsxfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// save writes tables in all formats as convert does and returns the folder.
func save(t testing.TB, tables ...*dataset.Table) string {
	t.Helper()
	return saveAs(t, release.Info{Version: "1.2.3"}, csvfile.Options{}, tables...)
}

func saveAs(t testing.TB, info release.Info, o csvfile.Options, tables ...*dataset.Table) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	out, err := folder.Begin(dir, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer out.Rollback()
	r := release.New(info)
	var writers []load.Writer
	for _, l := range []load.Loader{csvfile.New(o), jsonfile.New(jsonfile.Options{}),
		parquetfile.New(parquetfile.Options{}), arrowfile.New(arrowfile.Options{}), xlsxfile.New(xlsxfile.Options{})} {
		w, err := l.Open(context.Background(), out)
		if err != nil {
			t.Fatal(err)
		}
		writers = append(writers, w)
	}
	for _, table := range tables {
		r.Observe(table)
		for _, w := range writers {
			if err := w.Write(context.Background(), table); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, w := range writers {
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(r.Write(out, out.Files()), release.WriteRun(out, map[string]int{}), out.Commit()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// rivers are two pages, their sections and a table with a key.
func rivers() []*dataset.Table {
	pages := dataset.NewBuilder(dataset.Pages)
	for _, id := range []string{"main", "rhine"} {
		pages.Str(id).Opt(strings.ToUpper(id)).Str("plain").Str(id + ".txt").Null().Null().Null().Null().Null().Null().Null().Str("00").
			Int(1).Int(1).Int(2).Int(0).Int(0).Int(0).Int(0)
	}
	sections := dataset.NewBuilder(dataset.Sections)
	for _, id := range []string{"main", "rhine"} {
		sections.Str(id).Int(0).Null().Int(1).Str(id).Str(id).Int(1)
		sections.Str(id).Int(1).Int(0).Int(2).Str("Course").Str("Course").Int(2)
	}
	lengths := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Fields: []dataset.Field{dataset.PageIDField, {Name: "river", Type: dataset.String}, {Name: "note", Type: dataset.String, Nullable: true},
			{Name: "length", Type: dataset.Integer, Nullable: true}, {Name: "depth", Type: dataset.Decimal, Precision: 20, Scale: 2, Nullable: true},
			{Name: "seen", Type: dataset.Date, Nullable: true}, {Name: "tidal", Type: dataset.Boolean, Nullable: true}},
		PrimaryKey:  []string{"page_id", "river"},
		ForeignKeys: []dataset.ForeignKey{{Fields: []string{"page_id"}, Table: "pages", To: []string{"page_id"}}},
	}))
	lengths.Str("main").Str("Main").Str("").Int(525).Null().Day(15769).Bool(false)
	lengths.Str("rhine").Str("Rhine").Null().Int(1233).Null().Null().Bool(true)
	lengths.Str("rhine").Str("Aare").Str("a \"short\" one,\nsee above").Null().Null().Day(-1).Null()
	return []*dataset.Table{pages.Table("pages"), sections.Table("sections"), lengths.Table("lengths")}
}

func validated(t testing.TB, dir string) *Report {
	t.Helper()
	r, err := Folder(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// found are the types of all errors of a report, each once, sorted.
func found(r *Report) []string {
	var types []string
	for _, e := range all(r) {
		types = append(types, e.Type)
	}
	slices.Sort(types)
	return slices.Compact(types)
}

func all(r *Report) []Error {
	errs := slices.Clone(r.Errors)
	for _, t := range r.Tasks {
		errs = append(errs, t.Errors...)
	}
	return errs
}

func TestOwnDataset(t *testing.T) {
	r := validated(t, save(t, rivers()...))
	if !r.Valid || len(r.Warnings) > 0 {
		t.Fatalf("%+v %+v", all(r), r.Warnings)
	}
	if want := 3*4 + 1; r.Stats.Tasks != want || r.Stats.Rows != (2+4+3)*5 {
		t.Errorf("%d tasks, %d rows", r.Stats.Tasks, r.Stats.Rows)
	}
	if got := r.Tasks[0]; got.Name != "lengths" || got.Type != "table" || got.Stats.Fields != 7 || got.Stats.Rows != 3 || got.Stats.SHA256 == "" || got.Labels[1] != "river" {
		t.Errorf("%+v", got)
	}
}

// edit changes a file of a dataset and, unless the checksums are what is tested,
// makes the sums and hashes fit again.
func edit(t testing.TB, dir, path, from, to string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(path))
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(data), from, to, 1)
	if changed == string(data) {
		t.Fatalf("%s has no %q:\n%s", path, from, data)
	}
	if err := os.WriteFile(name, []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
}

// mend makes the sizes, hashes and sums of a dataset those of its files.
func mend(t testing.TB, dir string) {
	t.Helper()
	name := filepath.Join(dir, "datapackage.json")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	resource := regexp.MustCompile(`"path": "(data/[^"]*)",(?s:.*?)"bytes": (\d+),\s*"hash": "sha256:([0-9a-f]*)"`)
	text = resource.ReplaceAllFunc(text, func(m []byte) []byte {
		parts := resource.FindSubmatch(m)
		data, err := os.ReadFile(filepath.Join(dir, string(parts[1])))
		if err != nil {
			return m
		}
		sum := sha256.Sum256(data)
		s := strings.Replace(string(m), `"bytes": `+string(parts[2]), fmt.Sprintf(`"bytes": %d`, len(data)), 1)
		return []byte(strings.Replace(s, string(parts[3]), hex.EncodeToString(sum[:]), 1))
	})
	if err := os.WriteFile(name, text, 0o666); err != nil {
		t.Fatal(err)
	}
	var sums strings.Builder
	err = fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == sumsFile || path == runFile {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), path)
		return err
	})
	if err := errors.Join(err, os.WriteFile(filepath.Join(dir, sumsFile), []byte(sums.String()), 0o666)); err != nil {
		t.Fatal(err)
	}
}

// TestBrokenDatasets: what is wrong, and nothing else, is found.
func TestBrokenDatasets(t *testing.T) {
	const csv, json = "data/lengths.csv", "data/lengths.json"
	tests := []struct {
		name, path, from, to string
		want                 []string
		message              string // of one of the errors
	}{
		{"another value", csv, "1233", "1234", []string{"format-mismatch"}, `data/lengths.json, row 3: length is "1233", and "1234" in data/lengths.csv`},
		{"another value in JSON", json, "1233", "1.234e3", []string{"format-mismatch"}, `data/lengths.json, row 3: length is "1234", and "1233" in`},
		{"the same value in another form", json, "1233", "1.233e3", nil, ""},
		{"null for text", json, `"note":""`, `"note":null`, []string{"format-mismatch"}, `note is null, and "" in data/lengths.csv`},
		{"text for a number", json, "1233", `"1233"`, nil, ""},
		{"a word for a number", csv, "1233", "long", []string{"type-error"}, `data/lengths.csv, row 3: length is "long", not an integer`},
		{"a number for text", json, `"Rhine"`, "5", []string{"type-error"}, `data/lengths.json, row 3: river is the number 5, not a string`},
		{"no day", csv, "2013-03-05", "2013-02-29", []string{"type-error"}, `seen is "2013-02-29", not a date`},
		{"neither true nor false", csv, ",false", ",perhaps", []string{"type-error"}, `tidal is "perhaps", not a boolean`},
		{"the same key twice", csv, "rhine,Aare", "rhine,Rhine", []string{"format-mismatch", "primary-key"}, `data/lengths.csv, row 4: page_id, river "rhine, Rhine" is in row 3, too`},
		{"no such page", csv, "main,Main", "mosel,Main", []string{"foreign-key", "format-mismatch"}, `data/lengths.csv, row 2: page_id "mosel" leads to pages (page_id), which has no such row`},
		{"a part of the key is missing", csv, "main,Main", "main,", []string{"constraint-error", "format-mismatch", "primary-key"}, `row 2: river has no value and needs one`},
		{"a member less", json, "{\"page_id\":\"main\",\"river\":\"Main\"", "{\"page_id\":\"main\"", []string{"extra-cell", "missing-label"}, `data/lengths.json: field "river" has no column`},
		{"a row more", json, "\n]", ",\n{\"page_id\":\"rhine\",\"river\":\"Lippe\",\"note\":null,\"length\":null,\"depth\":null,\"seen\":null,\"tidal\":null}\n]", []string{"format-mismatch"}, "data/lengths.json has more rows than data/lengths.csv, which has 3"},
		{"rows missing in CSV", csv, "rhine,Rhine,,1233,,,true\n", "", []string{"format-mismatch"}, "has more rows than data/lengths.csv, which has 2"},
		{"a cell more", csv, "1233", "1,233", []string{"extra-cell", "format-mismatch"}, "data/lengths.csv, row 3 has 8 cells, not 7"},
		{"a cell less", csv, "Rhine,", "Rhine", []string{"format-mismatch", "missing-cell", "type-error"}, "row 3 has 6 cells, not 7"},
		{"a blank row", csv, "rhine,Rhine", "\nrhine,Rhine", []string{"blank-row"}, "data/lengths.csv, row 3 has no cells"},
		{"another label", csv, "river", "stream", []string{"incorrect-label"}, `column 2 is named "stream", its field "river"`},
		{"no label", csv, "river", "", []string{"blank-label", "incorrect-label"}, "column 2 has no name"},
		{"an open quote", csv, "Rhine", "\"Rhine", []string{"source-error"}, "data/lengths.csv, row 3: cell 2 has text after its closing quote"},
		{"a quote that is never closed", csv, "rhine,Aare,", "rhine,Aare,,,,,\"", []string{"source-error"}, ""},
		{"not UTF-8", csv, "Rhine", "Rh\xefne", []string{"encoding-error"}, "data/lengths.csv, row 3: the row has bytes that are not text"},
		{"cut JSON", json, "\n]", "", []string{"source-error"}, "data/lengths.json, row 5: the file ends in the middle of its JSON"},
		{"no JSON", json, ":1233", ":12x33", []string{"source-error"}, "not valid JSON"},
		{"no Parquet", "data/lengths.parquet", "PAR1", "PAR2", []string{"source-error"}, ""},
		{"no Arrow", "data/lengths.arrow", "ARROW1", "SPARROW", []string{"source-error"}, ""},
		{"no Excel", "data/dataset.xlsx", "PK\x05\x06", "PK\x05\x07", []string{"source-error"}, ""},
		{"a section less", "data/sections.csv", "rhine,1,0,2,Course,Course,2\n", "", []string{"format-mismatch", "row-count"}, "data/sections.csv has 3 rows, but the table pages counts 4"},
		{"pages count otherwise", "data/pages.csv", ",2,0,0,0,0\n", ",3,0,0,0,0\n", []string{"format-mismatch", "row-count"}, ""},
	}
	whole := save(t, rivers()...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
				t.Fatal(err)
			}
			edit(t, dir, tt.path, tt.from, tt.to)
			mend(t, dir)
			expect(t, validated(t, dir), tt.want, tt.message)
		})
	}
}

// expect fails unless the errors have these types, and one of them the message.
func expect(t testing.TB, r *Report, want []string, message string) {
	t.Helper()
	said := message == ""
	for _, e := range all(r) {
		said = said || strings.Contains(e.Message, message)
	}
	if got := found(r); !slices.Equal(got, want) || !said || r.Valid != (len(want) == 0) {
		t.Errorf("errors %q, want %q and %q", got, want, message)
		for _, e := range all(r) {
			t.Logf("%s: %s", e.Type, e.Message)
		}
	}
}

func TestChecksums(t *testing.T) {
	sum := strings.Repeat("0", 64)
	tests := []struct {
		name    string
		harm    func(t *testing.T, dir string)
		want    []string
		message string
	}{
		{"a changed file", func(t *testing.T, dir string) { edit(t, dir, "README.md", "#", "##") }, []string{"checksum-error"}, "README.md has the SHA-256"},
		{"a changed table", func(t *testing.T, dir string) { edit(t, dir, "data/lengths.csv", "seen", "sean") },
			[]string{"checksum-error", "hash-count", "incorrect-label"}, "data/lengths.csv has the hash"},
		{"a longer table", func(t *testing.T, dir string) { edit(t, dir, "data/lengths.csv", "seen", "seen ") },
			[]string{"byte-count", "checksum-error", "hash-count", "incorrect-label"}, "bytes, the resource says"},
		{"a row missing in the first format", func(t *testing.T, dir string) { edit(t, dir, "data/lengths.csv", "rhine,Rhine,,1233,,,true\n", "") },
			[]string{"byte-count", "checksum-error", "format-mismatch", "hash-count"}, "data/lengths.json has more rows than data/lengths.csv, which has 2"},
		{"a missing file", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "README.md")) }, []string{"checksum-error"}, "README.md is missing"},
		{"a missing table", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "data", "lengths.json")) },
			[]string{"checksum-error", "resource-error"}, "resource lengths.json: data/lengths.json is missing"},
		{"no sums", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, sumsFile)) }, []string{"checksum-error"}, "SHA256SUMS is missing"},
		{"a line that is none", func(t *testing.T, dir string) { edit(t, dir, sumsFile, "  README.md", " README.md") }, []string{"checksum-error"}, "SHA256SUMS, line 2: no checksum and path"},
		{"a path that leaves", func(t *testing.T, dir string) { edit(t, dir, sumsFile, "README.md", "../README.md") }, []string{"path-error"}, `"../README.md" leaves the folder`},
		{"a path twice", func(t *testing.T, dir string) {
			edit(t, dir, sumsFile, "datapackage.json\n", "datapackage.json\n"+sum+"  datapackage.json\n")
		}, []string{"checksum-error"}, "has datapackage.json twice"},
		{"no package", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "datapackage.json")) }, []string{"checksum-error", "package-error"}, "datapackage.json is missing"},
		{"half a package", func(t *testing.T, dir string) { edit(t, dir, "datapackage.json", `"resources"`, `}"resources"`) }, []string{"checksum-error", "package-error"}, "is not a JSON object"},
	}
	whole := save(t, rivers()...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
				t.Fatal(err)
			}
			tt.harm(t, dir)
			expect(t, validated(t, dir), tt.want, tt.message)
		})
	}
}

func TestUnlistedFile(t *testing.T) {
	dir := save(t, rivers()...)
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if r := validated(t, dir); !r.Valid || !slices.Equal(r.Warnings, []string{"notes.txt is not in SHA256SUMS"}) {
		t.Errorf("%+v", r)
	}
}

func TestNoFolder(t *testing.T) {
	if _, err := Folder(context.Background(), filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Folder(ctx, save(t, rivers()...)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
