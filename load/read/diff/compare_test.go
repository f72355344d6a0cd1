package diff

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestCompare(t *testing.T) {
	base := []string{"the Rhine is long", "the Elbe is shorter", "the Danube goes east", "the Po", "the Ebro"}
	tests := []struct {
		name     string
		old, new *dataset.Table
		counts   Counts
		lines    []string
	}{
		{"an item inserted", items(base), items([]string{base[0], "the Main", base[1], base[2], base[3], base[4]}),
			Counts{Added: 1, Moved: 4, Same: 1}, []string{`+ 2: depth 1, marker -, text "the Main"`}},
		{"an item removed", items(base), items(base[1:]),
			Counts{Removed: 1, Moved: 4}, []string{`- 1: depth 1, marker -, text "the Rhine is long"`}},
		{"an item changed", items(base), items([]string{base[0], "the Elbe is short", base[2], base[3], base[4]}),
			Counts{Changed: 1, Same: 4}, []string{`~ 2: text "the Elbe is shorter" -> "the Elbe is short"`}},
		{"an item rewritten in its place", items(base), items([]string{base[0], "Vistula", base[2], base[3], base[4]}),
			Counts{Changed: 1, Same: 4}, []string{`~ 2: text "the Elbe is shorter" -> Vistula`}},
		{"an item inserted before one that changed", items(base), items([]string{base[0], "Vistula", "the Elbe is shorter still", base[2], base[3], base[4]}),
			Counts{Added: 1, Changed: 1, Moved: 3, Same: 1}, []string{
				`+ 2: depth 1, marker -, text Vistula`, `~ 3: text "the Elbe is shorter" -> "the Elbe is shorter still"`}},
		{"an item that goes to the end", items(base), items(append(base[1:len(base):len(base)], base[0])),
			Counts{Moved: 5}, nil},
		{"only the second page", items(base, base), items(base, base[:4]),
			Counts{Removed: 1, Same: 9}, []string{`- 5: depth 1, marker -, text "the Ebro"`}},
		{"a value by key", rivers([2]string{"Rhine", "1233"}, [2]string{"Elbe", "1094"}), rivers([2]string{"Rhine", "1230"}, [2]string{"Elbe", "1094"}),
			Counts{Changed: 1, Same: 1}, []string{"~ Rhine: length 1233 -> 1230"}},
		{"a value that went", rivers([2]string{"Rhine", "1233"}), rivers([2]string{"Rhine", ""}),
			Counts{Changed: 1}, []string{"~ Rhine: length 1233 -> null"}},
		{"another key is another row", rivers([2]string{"Rhine", "1233"}), rivers([2]string{"Rhein", "1233"}),
			Counts{Added: 1, Removed: 1}, []string{"+ Rhein: length 1233", "- Rhine: length 1233"}},
		{"another order of keys says nothing", rivers([2]string{"Rhine", "1"}, [2]string{"Elbe", "2"}, [2]string{"Po", "3"}),
			rivers([2]string{"Po", "3"}, [2]string{"Rhine", "1"}, [2]string{"Elbe", "2"}), Counts{Same: 3}, nil},
		{"another order with a change", rivers([2]string{"Rhine", "1"}, [2]string{"Elbe", "2"}, [2]string{"Po", "3"}),
			rivers([2]string{"Po", "4"}, [2]string{"Rhine", "1"}, [2]string{"Elbe", "2"}), Counts{Changed: 1, Same: 2}, []string{"~ Po: length 3 -> 4"}},
		{"a row of a table without key", wide("tables/a/01-x", [2]string{"Rhine", "1"}, [2]string{"Elbe", "2"}),
			wide("tables/a/01-x", [2]string{"Main", "5"}, [2]string{"Rhine", "1"}, [2]string{"Elbe", "3"}),
			Counts{Added: 1, Changed: 1, Moved: 1}, []string{"+ 4: name Main, length 5", "~ 6: length 2 -> 3"}},
		{"rows that only moved", wide("tables/a/01-x", [2]string{"Rhine", "1"}, [2]string{"Elbe", "2"}),
			wide("tables/a/01-x", [2]string{"Elbe", "2"}, [2]string{"Rhine", "1"}), Counts{Moved: 2}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old, new := save(t, "csv", "", pagesTable("a", "b"), tt.old), save(t, "csv", "", pagesTable("a", "b"), tt.new)
			r := compare(t, old, new, Options{})
			if tt.counts.Differ() && r.Total != tt.counts {
				t.Errorf("counts %+v, want %+v", r.Total, tt.counts)
			}
			if r.Same != !tt.counts.Differ() {
				t.Errorf("same is %v", r.Same)
			}
			if diff := cmp.Diff(tt.lines, lines(r)); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPages(t *testing.T) {
	text := []string{"one", "two"}
	all := items(text, text, text)
	tests := []struct {
		name     string
		old, new []*dataset.Table
		want     Counts // of items
	}{
		{"a page goes", []*dataset.Table{pagesTable("a", "b", "c"), all}, []*dataset.Table{pagesTable("b", "c"), without(all, "a")}, Counts{Removed: 2, Same: 4}},
		{"a page comes", []*dataset.Table{pagesTable("a", "c"), without(all, "b")}, []*dataset.Table{pagesTable("a", "b", "c"), all}, Counts{Added: 2, Same: 4}},
		{"pages in another order", []*dataset.Table{pagesTable("a", "b"), items(text, []string{"three"})},
			[]*dataset.Table{pagesTable("b", "a"), turned(items(text, []string{"three"}))}, Counts{Same: 3}},
		{"a page loses its items", []*dataset.Table{pagesTable("a", "b", "c"), all}, []*dataset.Table{pagesTable("a", "b", "c"), items(text, nil, text)}, Counts{Removed: 2, Same: 4}},
		{"a page gets items", []*dataset.Table{pagesTable("a", "b", "c"), items(text, nil, text)}, []*dataset.Table{pagesTable("a", "b", "c"), all}, Counts{Added: 2, Same: 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			counts := Counts{}
			r := compare(t, save(t, "json", "", tt.old...), save(t, "json", "", tt.new...), Options{})
			for _, table := range r.Tables {
				if table.Name == "items" {
					counts = table.Counts
				}
			}
			if !tt.want.Differ() {
				tt.want = Counts{}
			}
			if counts != tt.want {
				t.Errorf("counts of items %+v, want %+v", counts, tt.want)
			}
		})
	}
}

// without and turned build tables of some rows of another.
func without(t *dataset.Table, page string) *dataset.Table {
	return rowsOf(t, func(rows []int) []int {
		kept := rows[:0]
		for _, i := range rows {
			if t.Column("page_id").Str(i) != page {
				kept = append(kept, i)
			}
		}
		return kept
	})
}

func turned(t *dataset.Table) *dataset.Table {
	return rowsOf(t, func(rows []int) []int { return append(rows[2:len(rows):len(rows)], rows[:2]...) })
}

func rowsOf(t *dataset.Table, choose func([]int) []int) *dataset.Table {
	rows := make([]int, t.NumRows())
	for i := range rows {
		rows[i] = i
	}
	b := dataset.NewBuilder(t.Schema)
	for _, i := range choose(rows) {
		for f := range t.Schema.Fields {
			switch v := t.ColumnAt(f).Value(i).(type) {
			case string:
				b.Str(v)
			case int64:
				b.Int(v)
			default:
				b.Null()
			}
		}
	}
	return b.Table(t.Name)
}

// Every format against every other.
func TestFormats(t *testing.T) {
	old := []*dataset.Table{pagesTable("a"), rivers([2]string{"Rhine", "1233"}, [2]string{"", "1"}, [2]string{"Po", ""})}
	new := []*dataset.Table{pagesTable("a"), rivers([2]string{"Rhine", "1230"}, [2]string{"", "1"}, [2]string{"Po", ""})}
	for from := range loaders {
		for to := range loaders {
			t.Run(from+" to "+to, func(t *testing.T) {
				before := save(t, from, "", old...)
				if r := compare(t, before, save(t, to, "", old...), Options{}); !r.Same {
					t.Errorf("the same tables differ: %q", lines(r))
				}
				r := compare(t, before, save(t, to, "", new...), Options{})
				if want := []string{"~ Rhine: length 1233 -> 1230"}; !cmp.Equal(lines(r), want) {
					t.Errorf("changes %q, want %q", lines(r), want)
				}
			})
		}
	}
}

// Of the formats that both have, one is read.
func TestCommonFormat(t *testing.T) {
	table := rivers([2]string{"Rhine", "1233"})
	old, new := save(t, "csv,parquet", "", table), save(t, "csv,json", "", table)
	if err := os.WriteFile(filepath.Join(old, "data/rivers.parquet"), []byte("broken"), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := compare(t, old, new, Options{}); !r.Same {
		t.Errorf("changes %q", lines(r))
	}
}

// Equal checksums are believed only where no file is younger.
func TestChecksums(t *testing.T) {
	table := rivers([2]string{"Rhine", "1233"})
	old, new := save(t, "csv", "", table), save(t, "csv", "", table)
	file := filepath.Join(new, "data/rivers.csv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	age(t, old)
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), "1233", "1230", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	later := info.ModTime().Add(1e9)
	if err := os.Chtimes(file, later, later); err != nil {
		t.Fatal(err)
	}
	if r := compare(t, old, new, Options{}); r.Same {
		t.Error("a file that was edited by hand is not seen")
	}
	age(t, new)
	if r := compare(t, old, new, Options{}); !r.Same || r.Compared != 1 {
		t.Errorf("the checksums are not believed: %+v", r)
	}
}

func TestSchemaChanges(t *testing.T) {
	row := [2]string{"Rhine", "1233"}
	change := func(edit func(*dataset.Schema)) *dataset.Table {
		s := riverSchema()
		edit(&s)
		return riversOf(s, row)
	}
	integer := func() *dataset.Table {
		s := riverSchema()
		s.Fields[2].Type = dataset.Integer
		return dataset.NewBuilder(dataset.NewSchema(s)).Str("a").Str("Rhine").Int(1233).Table("rivers")
	}
	more := func() *dataset.Table {
		s := riverSchema()
		s.Fields = append(s.Fields, dataset.Field{Name: "mouth", Type: dataset.String, Nullable: true})
		return dataset.NewBuilder(dataset.NewSchema(s)).Str("a").Str("Rhine").Str("1233").Str("North Sea").Table("rivers")
	}
	base := rivers(row)
	tests := []struct {
		name     string
		old, new *dataset.Table
		level    string
		reason   string
	}{
		{"a column comes", base, more(), "minor", "column rivers.mouth was added"},
		{"a column goes", more(), base, "major", "column rivers.mouth was removed"},
		{"a column gets another type", base, integer(), "major", "column rivers.length changed from string to integer"},
		{"a column gets another unit", base, change(func(s *dataset.Schema) { s.Fields[2].Unit = "mi" }), "major", "the unit of column rivers.length changed from km to mi"},
		{"a column may be null now", change(func(s *dataset.Schema) { s.Fields[2].Nullable = false }), base, "major", "column rivers.length may now be null"},
		{"a column is never null now", base, change(func(s *dataset.Schema) { s.Fields[2].Nullable = false }), "patch", "column rivers.length is never null now"},
		{"another key", base, change(func(s *dataset.Schema) { s.PrimaryKey = []string{"name"} }), "major", "the primary key of table rivers changed from (page_id, name) to (name)"},
		{"columns in another order", base, func() *dataset.Table {
			s := riverSchema()
			s.Fields[1], s.Fields[2] = s.Fields[2], s.Fields[1]
			return dataset.NewBuilder(dataset.NewSchema(s)).Str("a").Str("1233").Str("Rhine").Table("rivers")
		}(), "minor", "the columns of table rivers are in another order"},
		{"another title is no change", base, change(func(s *dataset.Schema) { s.Title = "Rivers" }), "none", ""},
		{"a table comes", items([]string{"x"}), base, "minor", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old, new := []*dataset.Table{pagesTable("a"), tt.old}, []*dataset.Table{pagesTable("a"), tt.new}
			if tt.name == "a table comes" {
				old, tt.reason = old[:1], "table rivers was added"
			}
			r := compare(t, save(t, "csv", "1.2.3", old...), save(t, "csv", "", new...), Options{})
			if r.Suggest.Level != tt.level || strings.Join(r.Suggest.Reasons, "; ") != tt.reason {
				t.Errorf("%+v, want %s: %s", r.Suggest, tt.level, tt.reason)
			}
			want := map[string]string{"major": "2.0.0", "minor": "1.3.0", "patch": "1.2.4"}[tt.level]
			if r.Suggest.Version != want {
				t.Errorf("version %s, want %s", r.Suggest.Version, want)
			}
			if r.Total.Differ() {
				t.Errorf("rows differ: %+v, %q", r.Total, lines(r))
			}
		})
	}
}

func TestTablesGo(t *testing.T) {
	x := wide("tables/a/01-x", [2]string{"Rhine", "1"})
	both := save(t, "csv", "", pagesTable("a", "b"), x)
	stays := compare(t, both, save(t, "csv", "", pagesTable("a", "b")), Options{})
	goes := compare(t, both, save(t, "csv", "", pagesTable("b")), Options{})
	if stays.Suggest.Level != "major" || goes.Suggest.Level != "minor" {
		t.Errorf("%+v where the page stays, %+v where it goes", stays.Suggest, goes.Suggest)
	}
}

func TestFindings(t *testing.T) {
	table := func(messages ...string) *dataset.Table {
		b := dataset.NewBuilder(dataset.Findings)
		for i, m := range messages {
			b.Str("a").Int(int64(i + 1)).Str("error").Str("code_" + m[:1]).Str("cell").Null().Null().Null().Null().Null().Null().Str(m).Int(7)
		}
		return b.Table("findings")
	}
	old := save(t, "csv", "", pagesTable("a"), table("x one", "y two", "z three"))
	new := save(t, "csv", "", pagesTable("a"), table("w none", "x one", "z four"))
	r := compare(t, old, new, Options{})
	want := [][]FindingCount{{{"error", "code_w", 1}}, {{"error", "code_y", 1}}, {{"error", "code_z", 1}}}
	if diff := cmp.Diff(want, [][]FindingCount{r.Findings.Appeared, r.Findings.Went, r.Findings.Changed}); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if r.Suggest.Level != "patch" {
		t.Errorf("%+v: findings alone are no other data", r.Suggest)
	}
}

func TestLimit(t *testing.T) {
	var all []string
	for range 50 {
		all = append(all, strings.Repeat("x", len(all)+1))
	}
	old, new := save(t, "csv", "", pagesTable("a"), items(nil)), save(t, "csv", "", pagesTable("a"), items(all))
	for limit, want := range map[int]int{0: 20, 3: 3, -1: 50} {
		r := compare(t, old, new, Options{Limit: limit})
		table := r.Tables[0]
		if len(table.Changes) != want || table.Omitted(Added) != int64(50-want) || table.Counts.Added != 50 {
			t.Errorf("limit %d: %d changes, %d omitted", limit, len(table.Changes), table.Omitted(Added))
		}
	}
}

func TestErrors(t *testing.T) {
	good := save(t, "csv", "", rivers([2]string{"Rhine", "1"}))
	file := func(name, data string) string {
		dir := save(t, "csv", "", rivers([2]string{"Rhine", "2"}))
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	gone := save(t, "csv", "", rivers([2]string{"Rhine", "2"}))
	if err := os.Remove(filepath.Join(gone, "data/rivers.csv")); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct{ dir, want string }{
		"no folder":       {filepath.Join(good, "nowhere"), "does not exist"},
		"no dataset":      {t.TempDir(), "not a dataset: it has no datapackage.json"},
		"no JSON":         {file("datapackage.json", "{"), "datapackage.json"},
		"no file":         {gone, "rivers.csv"},
		"a column less":   {file("data/rivers.csv", "page_id,name\na,Rhine\n"), `no column "length"`},
		"a field less":    {file("data/rivers.csv", "page_id,name,length\na,Rhine\n"), "row 2 has 2 cells, not 3"},
		"a quote is open": {file("data/rivers.csv", "page_id,name,length\na,\"Rhine,1\n"), "a quote that is never closed"},
		"only a workbook": {file("datapackage.json", `{"resources":[{"name":"x","path":"data/x.xlsx","format":"xlsx"}]}`), "csv, json, not xlsx"},
	} {
		for _, order := range [][2]string{{good, tt.dir}, {tt.dir, good}} {
			_, err := Compare(context.Background(), order[0], order[1], Options{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s: error %v, want %q", name, err, tt.want)
			}
		}
	}
}

func TestStops(t *testing.T) {
	old, new := save(t, "csv", "", rivers([2]string{"Rhine", "1"})), save(t, "csv", "", rivers([2]string{"Rhine", "2"}))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compare(ctx, old, new, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	full := errors.New("full")
	_, err := Compare(context.Background(), old, new, Options{Each: func(string, *Change) error { return full }})
	if !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
}

// Other people's packages have no pages and no positions.
func TestOtherPackages(t *testing.T) {
	make := func(rows string) string {
		dir := t.TempDir()
		pkg := `{"name":"x","resources":[{"name":"stations","path":"stations.csv","schema":{"primaryKey":"id",
			"fields":[{"name":"id","type":"integer"},{"name":"line","type":"integer"}],"missingValues":["","-"]}}]}`
		for name, data := range map[string]string{"datapackage.json": pkg, "stations.csv": "id,line\r\n" + rows} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	r := compare(t, make("1,7\r\n2,8\r\n3,-\r\n"), make("3,\r\n1,7\r\n2,9"), Options{})
	if want := []string{"~ 2: line 8 -> 9"}; !cmp.Equal(lines(r), want) {
		t.Errorf("%q, want %q", lines(r), want)
	}
}

// An edition of very many pages does not describe their tables.
func TestUndescribedTables(t *testing.T) {
	edition := func(format, length string, described bool) string {
		s := dataset.Schema{Fields: []dataset.Field{{Name: "name", Type: dataset.String},
			{Name: "length", Type: dataset.Number, Unit: "km", Nullable: true}, {Name: "line", Type: dataset.Integer}}}
		number, err := strconv.ParseFloat(length, 64)
		if err != nil {
			t.Fatal(err)
		}
		x := dataset.NewBuilder(dataset.NewSchema(s)).Str("Rhine").Num(number).Int(4).Table("tables/a/01-x")
		x.Whole = true
		dir := save(t, format, "", pagesTable("a"), x)
		if !described {
			path := filepath.Join(dir, "datapackage.json")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			// A resource without a schema describes no table.
			at := strings.Index(string(data), `"path": "data/tables/a/01-x`)
			data = append(data[:at:at], strings.Replace(string(data[at:]), `"schema"`, `"was"`, 1)...)
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	for _, format := range []string{"csv", "parquet", "arrow", "json"} {
		for _, described := range [][2]bool{{true, true}, {true, false}, {false, true}, {false, false}} {
			old := edition(format, "1233", described[0])
			if r := compare(t, old, edition(format, "1233", described[1]), Options{}); !r.Same || r.Compared != 2 {
				t.Errorf("%s, described %v: %+v, %q", format, described, r.Suggest, lines(r))
			}
			r := compare(t, old, edition(format, "1230.5", described[1]), Options{})
			if want := []string{"~ 4: length 1233 -> 1230.5"}; !cmp.Equal(lines(r), want) || r.Suggest.Level != "patch" {
				t.Errorf("%s, described %v: %+v, %q", format, described, r.Suggest, lines(r))
			}
		}
	}
}
