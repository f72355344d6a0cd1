package release

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func field(name string, typ dataset.Type, unit string) dataset.Field {
	return dataset.Field{Name: name, Type: typ, Unit: unit, Nullable: true}
}

// lengths is a recipe's table of two rivers.
func lengths() *dataset.Table {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Title: "Lengths", Description: "Rivers | their lengths.",
		Fields: []dataset.Field{dataset.PageIDField, {Name: "river", Type: dataset.String},
			{Name: "length", Title: "Length", Type: dataset.Integer, Unit: "km", Nullable: true, Description: "how long it is"},
			{Name: "line", Type: dataset.Integer}},
		PrimaryKey: []string{"page_id", "river"},
		ForeignKeys: []dataset.ForeignKey{
			{Fields: []string{"page_id"}, Table: "pages", To: []string{"page_id"}},
			{Fields: []string{"length"}, Table: "lengths", To: []string{"line"}},
			{Fields: []string{"river"}, Table: "lakes", To: []string{"lake"}},
			{Fields: []string{"line"}, Table: "lengths", To: []string{"line"}},
		},
	}))
	return b.Str("rivers").Str("Rhine").Int(1233).Int(3).Str("rivers").Str("Main").Null().Int(4).Table("lengths")
}

func pageOf(id, title, source, license string) *dataset.Table {
	b := dataset.NewBuilder(dataset.Pages).Str(id).Opt(title).Str("plain").Str(source).Null().Null().Null().Null().Int(17).
		Str("2024-01-02T03:04:05Z").Opt(license).Str("00").Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1)
	return b.Table("pages")
}

func findingOf(severity, code string) *dataset.Table {
	return dataset.NewBuilder(dataset.Findings).Str("rivers").Int(1).Str(severity).Str(code).Str("column").
		Null().Null().Null().Null().Null().Null().Str("a message").Null().Table("findings")
}

func wide(name string) *dataset.Table {
	t := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{dataset.PageIDField, field("depth", dataset.Number, "m")}})).
		Str("rivers").Num(2.5).Table(name)
	t.Whole = true
	return t
}

// filesOf are files that a loader could have made of a table.
func filesOf(name string, exts ...string) []load.File {
	var files []load.File
	for _, ext := range exts {
		path := "data/" + name + "." + ext
		files = append(files, load.File{Path: path, Bytes: int64(len(path)), SHA256: sha256.Sum256([]byte(path))})
	}
	return files
}

// rivers is a release of one page, and its files.
func rivers(info Info) (*Release, []load.File) {
	r := New(info)
	var files []load.File
	for _, name := range dataset.CoreNames {
		r.Observe(dataset.NewBuilder(dataset.CoreSchema(name)).Table(name))
		files = append(files, filesOf(name, "csv", "json", "parquet", "arrow")...)
	}
	for _, t := range []*dataset.Table{pageOf("rivers", "Rivers *of* Europe", "https://example.org/rivers", "CC-BY-SA-4.0"), lengths(),
		findingOf("info", "mixed_column"), findingOf("error", "rate_mismatch"), findingOf("info", "mixed_column"), wide("tables/rivers/01-depths")} {
		r.Observe(t)
	}
	files = append(files, filesOf("lengths", "json", "parquet", "csv", "arrow")...)
	files = append(files, filesOf("tables/rivers/01-depths", "csv", "xlsx")...)
	files = append(files, filesOf("dataset", "xlsx")...)
	return r, files
}

// written writes a release and returns what there is.
func written(t testing.TB, r *Release, files []load.File) *memory.Sink {
	t.Helper()
	sink := new(memory.Sink)
	if err := r.Write(sink, files); err != nil {
		t.Fatal(err)
	}
	if sink.Open() != 0 {
		t.Errorf("%d files are open", sink.Open())
	}
	return sink
}

// object reads a JSON object of any shape.
func object(t testing.TB, data []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func dataPackage(t testing.TB, sink *memory.Sink) map[string]any {
	t.Helper()
	return object(t, sink.Bytes("datapackage.json"))
}

func resourceNamed(t testing.TB, p map[string]any, name string) map[string]any {
	t.Helper()
	for _, r := range p["resources"].([]any) {
		if r := r.(map[string]any); r["name"] == name {
			return r
		}
	}
	t.Fatalf("no resource %q", name)
	return nil
}

func TestPackage(t *testing.T) {
	r, files := rivers(Info{Version: "1.2.3"})
	p := dataPackage(t, written(t, r, files))
	for key, want := range map[string]string{"name": "rivers", "title": "Rivers *of* Europe", "generator": "tidywiki 1.2.3",
		"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"} {
		if p[key] != want {
			t.Errorf("%s is %v, want %q", key, p[key], want)
		}
	}
	for _, key := range []string{"created", "version", "homepage", "keywords"} {
		if v, there := p[key]; there {
			t.Errorf("%s is %v", key, v)
		}
	}
	want := []any{map[string]any{"name": "CC-BY-SA-4.0", "path": "https://creativecommons.org/licenses/by-sa/4.0/", "title": "Creative Commons Attribution-ShareAlike 4.0"}}
	if diff := cmp.Diff(want, p["licenses"]); diff != "" {
		t.Error(diff)
	}
	want = []any{map[string]any{"title": "Rivers *of* Europe", "path": "https://example.org/rivers", "version": "17",
		"license": "CC-BY-SA-4.0", "hash": "sha256:00", "bytes": 1.0}}
	if diff := cmp.Diff(want, p["sources"]); diff != "" {
		t.Error(diff)
	}

	sum := sha256.Sum256([]byte("data/lengths.csv"))
	wantResource := object(t, []byte(`{
		"name": "lengths", "path": "data/lengths.csv", "type": "table", "title": "Lengths", "description": "Rivers | their lengths.",
		"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": 16, "hash": "sha256:`+hex.EncodeToString(sum[:])+`",
		"schema": {
			"fields": [
				{"name": "page_id", "type": "string", "description": "page the row comes from", "constraints": {"required": true}},
				{"name": "river", "type": "string", "constraints": {"required": true}},
				{"name": "length", "type": "integer", "title": "Length", "description": "how long it is", "unit": "km"},
				{"name": "line", "type": "integer", "constraints": {"required": true}}],
			"primaryKey": ["page_id", "river"],
			"foreignKeys": [
				{"fields": ["page_id"], "reference": {"resource": "pages", "fields": ["page_id"]}},
				{"fields": ["line"], "reference": {"fields": ["line"]}}],
			"missingValues": [""]}}`))
	if diff := cmp.Diff(wantResource, resourceNamed(t, p, "lengths")); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]map[string]any{
		"lengths.json":            {"type": "table", "mediatype": "application/json", "encoding": "utf-8"},
		"lengths.parquet":         {"type": nil, "mediatype": "application/vnd.apache.parquet", "encoding": nil},
		"lengths.arrow":           {"type": nil, "mediatype": "application/vnd.apache.arrow.file"},
		"tables/rivers/01-depths": {"path": "data/tables/rivers/01-depths.csv"},
		"dataset.xlsx":            {"type": nil, "schema": nil, "path": "data/dataset.xlsx"},
	} {
		got := resourceNamed(t, p, name)
		for key, v := range want {
			if got[key] != v {
				t.Errorf("%s of %s is %v, want %v", key, name, got[key], v)
			}
		}
	}
	seen := map[any]bool{}
	for i, r := range p["resources"].([]any) {
		name := r.(map[string]any)["name"]
		if seen[name] {
			t.Errorf("two resources %q", name)
		}
		seen[name] = true
		if i == 0 && name != "lengths" {
			t.Errorf("the first resource is %q, not the table of the recipe", name)
		}
	}
	if len(seen) != len(files) {
		t.Errorf("%d resources for %d files", len(seen), len(files))
	}
}

func TestInfo(t *testing.T) {
	r, files := rivers(Info{Name: "europe", Title: "Europe", Description: "All of it.", DataVersion: "2.0.0", Created: "2024-05-06T07:08:09Z",
		Homepage: "https://example.org", Keywords: []string{"rivers"}, License: "CC0-1.0"})
	sink := written(t, r, files)
	p := dataPackage(t, sink)
	delete(p, "resources")
	delete(p, "sources")
	want := object(t, []byte(`{"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "europe", "title": "Europe",
		"description": "All of it.", "version": "2.0.0", "created": "2024-05-06T07:08:09Z", "homepage": "https://example.org",
		"keywords": ["rivers"], "generator": "tidywiki",
		"licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": "Creative Commons CC0 1.0"}]}`))
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
	readme := string(sink.Bytes("README.md"))
	if !strings.Contains(readme, "\n---\n\n# Europe\n\nAll of it.\n") || !strings.Contains(readme, "[Creative Commons CC0 1.0](https://") {
		t.Errorf("README.md:\n%s", readme)
	}
}

// TestFolderKnowsItsOwn: package folder reads the generator before the resources.
func TestFolderKnowsItsOwn(t *testing.T) {
	r, files := rivers(Info{Version: "1.2.3"})
	data := written(t, r, files).Bytes("datapackage.json")
	generator, resources := bytes.Index(data, []byte(`"generator": "tidywiki 1.2.3"`)), bytes.Index(data, []byte(`"resources"`))
	if generator < 0 || resources < generator {
		t.Errorf("generator at %d, resources at %d", generator, resources)
	}
}

func TestTypes(t *testing.T) {
	amount := field("x", dataset.Decimal, "")
	amount.Precision, amount.Scale = 9, 2
	required := dataset.Field{Name: "x", Type: dataset.String}
	tests := []struct {
		name     string
		field    dataset.Field
		add      func(*dataset.Builder)
		typ      string
		required bool
	}{
		{"decimal", amount, func(b *dataset.Builder) { b.Null() }, "number", false},
		{"number", field("x", dataset.Number, ""), func(b *dataset.Builder) { b.Num(1) }, "number", false},
		{"boolean", field("x", dataset.Boolean, ""), func(b *dataset.Builder) { b.Bool(true) }, "boolean", false},
		{"date", field("x", dataset.Date, ""), func(b *dataset.Builder) { b.Day(0) }, "date", false},
		{"date, null", field("x", dataset.Date, ""), func(b *dataset.Builder) { b.Null() }, "date", false},
		{"first date", field("x", dataset.Date, ""), func(b *dataset.Builder) { b.Day(firstDate) }, "date", false},
		{"date before Christ", field("x", dataset.Date, ""), func(b *dataset.Builder) { b.Day(firstDate - 1) }, "string", false},
		{"date far ahead", field("x", dataset.Date, ""), func(b *dataset.Builder) { b.Day(lastDate + 1) }, "string", false},
		{"year", field("x", dataset.Year, ""), func(b *dataset.Builder) { b.Year(2013) }, "year", false},
		{"year, null", field("x", dataset.Year, ""), func(b *dataset.Builder) { b.Null() }, "year", false},
		{"year of three digits", field("x", dataset.Year, ""), func(b *dataset.Builder) { b.Year(999) }, "integer", false},
		{"year before Christ", field("x", dataset.Year, ""), func(b *dataset.Builder) { b.Year(-43) }, "integer", false},
		{"text", required, func(b *dataset.Builder) { b.Str("a") }, "string", true},
		{"empty text", required, func(b *dataset.Builder) { b.Str("") }, "string", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{tt.field}}))
			r := New(Info{})
			for range 2 {
				tt.add(b)
				r.Observe(b.Table("values"))
			}
			f := r.tableSchema(r.byName["values"]).Fields[0]
			if f.Type != tt.typ || (f.Constraints != nil) != tt.required {
				t.Errorf("%+v, want a %s, required %v", f, tt.typ, tt.required)
			}
		})
	}
}

func TestReadme(t *testing.T) {
	r, files := rivers(Info{Version: "1.2.3"})
	readme := string(written(t, r, files).Bytes("README.md"))
	for _, want := range []string{
		"# Rivers \\*of\\* Europe\n",
		"1 wiki page as tables of typed columns.",
		"(1 error, 0 warnings, 2 infos)",
		"Each is `data/<table>` in CSV, JSON, Parquet, Arrow IPC, and a sheet of `data/dataset.xlsx`.",
		"| `lengths` | 2 | Rivers \\| their lengths. |",
		"| `cells` | 0 | ",
		"there is one table as the pages have them",
		"| `tables/rivers/01-depths` | 1 | page\\_id, depth |",
		"| error | `rate_mismatch` | 1 |\n| info | `mixed_column` | 2 |",
		"pd.read_parquet(\"data/lengths.parquet\")",
		"| `length` | integer? | km | how long it is |",
		"- [Creative Commons Attribution-ShareAlike 4.0](https://creativecommons.org/licenses/by-sa/4.0/) (`CC-BY-SA-4.0`)",
		"| Rivers \\*of\\* Europe | CC-BY-SA-4.0 | <https://example.org/rivers> | 17 2024-01-02T03:04:05Z |",
		"95.07 % is 95.07, its unit `%`",
		"Made by tidywiki 1.2.3.",
	} {
		if !strings.Contains(readme, want) {
			t.Errorf("README.md lacks %q", want)
		}
	}
	if strings.Contains(readme, "%!") || strings.Contains(readme, "\n\n\n") || strings.Contains(readme, "/tmp") {
		t.Errorf("README.md:\n%s", readme)
	}
	if t.Failed() {
		t.Log(readme)
	}
}

func TestReadmeOfOtherFormats(t *testing.T) {
	tests := []struct {
		ext, want string
	}{
		{"csv", "pd.read_csv(\"data/lengths.csv\")"},
		{"json", "pd.read_json(\"data/lengths.json\")"},
		{"arrow", "pl.read_ipc(\"data/lengths.arrow\")"},
		{"parquet", "FROM 'data/lengths.parquet'"},
	}
	for _, tt := range tests {
		r := New(Info{})
		r.Observe(lengths())
		sink := written(t, r, filesOf("lengths", tt.ext))
		if readme := string(sink.Bytes("README.md")); !strings.Contains(readme, tt.want) || strings.Contains(readme, "dataset.xlsx") {
			t.Errorf("%s: README.md:\n%s", tt.ext, readme)
		}
		if got := resourceNamed(t, dataPackage(t, sink), "lengths")["format"]; got != tt.ext {
			t.Errorf("the table itself is the %v", got)
		}
	}
	r := New(Info{})
	r.Observe(lengths())
	if readme := string(written(t, r, filesOf("dataset", "xlsx")).Bytes("README.md")); !strings.Contains(readme, "begin with `about`") {
		t.Errorf("README.md:\n%s", readme)
	}
}

func TestSums(t *testing.T) {
	r, files := rivers(Info{})
	slices.Reverse(files)
	files = append(files, load.File{Path: "run.json"})
	sink := written(t, r, files)
	lines := strings.Split(strings.TrimSuffix(string(sink.Bytes("SHA256SUMS")), "\n"), "\n")
	if len(lines) != len(files)-1+len(descriptions) {
		t.Errorf("%d lines for %d files and %d descriptions", len(lines), len(files)-1, len(descriptions))
	}
	var paths []string
	for _, line := range lines {
		sum, path, found := strings.Cut(line, "  ")
		want := sha256.Sum256([]byte(path))
		if data := sink.Bytes(path); data != nil {
			want = sha256.Sum256(data)
		}
		if !found || sum != hex.EncodeToString(want[:]) {
			t.Errorf("line %q, want the sum %x", line, want)
		}
		paths = append(paths, path)
	}
	if !slices.IsSorted(paths) || slices.Contains(paths, "SHA256SUMS") || slices.Contains(paths, "run.json") {
		t.Errorf("paths %v", paths)
	}
}

func TestSameBytes(t *testing.T) {
	var first *memory.Sink
	for range 5 {
		r, files := rivers(Info{Version: "1"})
		for i := range 30 {
			r.Observe(findingOf("warning", fmt.Sprint("code_", i)))
		}
		sink := written(t, r, files)
		if first == nil {
			first = sink
		}
		for _, path := range first.Paths() {
			if !bytes.Equal(sink.Bytes(path), first.Bytes(path)) {
				t.Fatalf("%s differs", path)
			}
		}
	}
}

func TestNothing(t *testing.T) {
	sink := written(t, New(Info{}), nil)
	if p := dataPackage(t, sink); p["name"] != "tidywiki-dataset" || p["title"] != "0 wiki pages" {
		t.Errorf("package %v", p)
	}
	if readme := string(sink.Bytes("README.md")); !strings.Contains(readme, "There are no findings.") || !strings.Contains(readme, "There is no page.") {
		t.Errorf("README.md:\n%s", readme)
	}
}

func TestManyPages(t *testing.T) {
	r := New(Info{})
	var files []load.File
	r.Observe(lengths())
	for i := range 10_000 {
		id := fmt.Sprint("page-", i)
		r.Observe(pageOf(id, "Page", id+".txt", []string{"", "CC-BY-SA-4.0", "GFDL-1.3-or-later"}[i%3]))
		r.Observe(wide("tables/" + id + "/01-depths"))
		files = append(files, filesOf("tables/"+id+"/01-depths", "csv", "parquet")...)
	}
	sink := written(t, r, append(files, filesOf("lengths", "csv")...))
	p := dataPackage(t, sink)
	if got := len(p["resources"].([]any)); got != 1 {
		t.Errorf("%d resources: of ten thousand tables all or none are described", got)
	}
	if got := len(p["sources"].([]any)); got != maxSources+1 {
		t.Errorf("%d sources", got)
	}
	if got := len(p["licenses"].([]any)); got != 2 {
		t.Errorf("%d licences", got)
	}
	readme := string(sink.Bytes("README.md"))
	for _, want := range []string{"# 10,000 wiki pages", "there are 10,000 tables as the pages have them", "and 9,950 more: see `pages`",
		"3,334 pages without a known licence", "(`GFDL-1.3-or-later`)"} {
		if !strings.Contains(readme, want) {
			t.Errorf("README.md lacks %q:\n%s", want, readme)
		}
	}
	if got := strings.Count(string(sink.Bytes("SHA256SUMS")), "\n"); got != 20_001+len(descriptions) {
		t.Errorf("%d checksums", got)
	}
}

// TestMemory: what is kept does not grow with the pages.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("observes many pages")
	}
	r := New(Info{})
	inUse := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	observe := func(from, to int) {
		for i := from; i < to; i++ {
			id := fmt.Sprint("page-", i)
			r.Observe(pageOf(id, "Page "+id, id+".txt", "CC-BY-SA-4.0"))
			r.Observe(wide("tables/" + id + "/01-depths"))
		}
	}
	observe(0, 3000)
	before := inUse()
	observe(3000, 20_000)
	if after := inUse(); after > before+1<<20 {
		t.Errorf("%d bytes more after 17,000 pages more", after-before)
	}
	runtime.KeepAlive(r)
}

func TestErrors(t *testing.T) {
	for limit := 1; limit < 4000; limit += 500 {
		r, files := rivers(Info{})
		sink := &memory.Sink{Limit: limit}
		if err := r.Write(sink, files); err == nil || sink.Open() != 0 {
			t.Errorf("description for %d bytes: error %v, %d files open", limit, err, sink.Open())
		}
	}
	sink := new(memory.Sink)
	if err := WriteRun(sink, make(chan int)); err == nil || len(sink.Paths()) > 0 {
		t.Errorf("error %v, files %v", err, sink.Paths())
	}
}

func TestWriteRun(t *testing.T) {
	sink := new(memory.Sink)
	report := struct {
		Seconds float64 `json:"seconds"`
		Out     string  `json:"out"`
	}{1.5, "a<b"}
	if err := WriteRun(sink, report); err != nil {
		t.Fatal(err)
	}
	if got, want := string(sink.Bytes("run.json")), "{\n  \"seconds\": 1.5,\n  \"out\": \"a<b\"\n}\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain, text.", "plain, text."},
		{"a|b", `a\|b`},
		{"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
		{"[a](b)", `\[a\](b)`},
		{"<script>&amp;", "&lt;script&gt;&amp;amp;"},
		{"two\nlines\r\nthree", "two lines three"},
		{"# no heading", `\# no heading`},
		{"- no item", `\- no item`},
		{"a # b - c", "a # b - c"},
		{`back\slash`, `back\\slash`},
		{"", ""},
	}
	for _, tt := range tests {
		if got := md(tt.in); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPackagePath(t *testing.T) {
	for path, allowed := range map[string]bool{
		"page.txt": true, "pages/page.txt": true, "https://example.org/?a=b": true, "http://x": true, "a..b/c": true,
		"": false, "../page.txt": false, "./page.txt": false, ".hidden": false, "/etc/passwd": false, "~/page.txt": false,
		"a/../b": false, `a\b`: false, "file:///x": false, "ftp://x": false, "a\nb": false,
	} {
		if got := packagePath(path); (got == path && got != "") != allowed || !allowed && got != "" {
			t.Errorf("%q: %q", path, got)
		}
	}
}

func TestLicenses(t *testing.T) {
	for id, want := range map[string]datapackage.License{
		"MIT":           {Name: "MIT", Path: "https://opensource.org/license/mit", Title: "MIT License"},
		"GFDL-1.2-only": {Name: "GFDL-1.2-only", Path: "https://www.gnu.org/licenses/old-licenses/fdl-1.2", Title: "GNU Free Documentation License 1.2"},
		"house rules!":  {Name: "house-rules-"},
	} {
		if got := licenseOf(id); got != want {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
}
