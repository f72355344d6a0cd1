package exportfile

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/internal/schematest"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

func name(s string) dataset.Template {
	return dataset.Template{Value: strings.TrimSuffix(s, "?"), Optional: strings.HasSuffix(s, "?")}
}

func fixed(s string) dataset.Template { return dataset.Template{Text: s} }

func each(t dataset.Template) dataset.Template { return dataset.Template{Rows: &t} }

// members makes an object of names and forms in turn.
func members(pairs ...any) dataset.Template {
	var t dataset.Template
	for i := 0; i < len(pairs); i += 2 {
		t.Members = append(t.Members, dataset.Member{Name: pairs[i].(string), Form: pairs[i+1].(dataset.Template)})
	}
	return t
}

// gauges is a table whose rows are readings at rivers.
func gauges(e dataset.Export) *dataset.Table {
	if e.File == "" {
		e.File, e.List = "stations.json", "stations"
	}
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Export: &e, Fields: []dataset.Field{dataset.PageIDField,
		{Name: "river", Type: dataset.String}, {Name: "gauge", Type: dataset.String, Nullable: true},
		{Name: "height", Type: dataset.Number, Nullable: true}, {Name: "day", Type: dataset.Date, Nullable: true}}}))
	b.Str("a").Str("Rhine").Str("Köln <1>").Num(3.25).Day(0)
	b.Str("a").Str("Main").Str("Hanau").Null().Null()
	b.Str("a").Str("Rhine").Null().Num(1.5).Null()
	b.Str("b").Str("Rhine").Str("\"Basel\"\n").Num(2).Null()
	return b.Table("gauges")
}

func pagesTable() *dataset.Table {
	b := dataset.NewBuilder(dataset.Pages)
	b.Str("a").Str("Rivers").Str("html").Str("https://example.org/a").Null().Null().Null().Null().Int(17).Null().Null().Str("").Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1)
	b.Str("b").Null().Str("plain").Str("b.txt").Null().Null().Null().Null().Null().Null().Null().Str("").Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1)
	return b.Table("pages")
}

func save(t *testing.T, tables ...*dataset.Table) *memory.Sink {
	t.Helper()
	sink, err := memory.Write(t.Context(), New(), tables...)
	if err != nil {
		t.Fatal(err)
	}
	return sink
}

func TestExport(t *testing.T) {
	tests := []struct {
		name   string
		export dataset.Export
		want   []string
	}{
		{"a row, an object", dataset.Export{Object: members("river", name("river"))},
			[]string{`{"river":"Rhine"}`, `{"river":"Main"}`, `{"river":"Rhine"}`, `{"river":"Rhine"}`}},
		{"groups within a page", dataset.Export{By: []string{"river"}, Object: members("id", name("object.id"), "gauges", each(name("gauge")))},
			[]string{`{"id":"a/gauges/1","gauges":["Köln <1>"]}`, `{"id":"a/gauges/2","gauges":["Hanau"]}`, `{"id":"b/gauges/1","gauges":["\"Basel\"\n"]}`}},
		{"types", dataset.Export{Object: members("gauge", name("gauge"), "m", name("height"), "day", name("day"))},
			[]string{`{"gauge":"Köln <1>","m":3.25,"day":"1970-01-01"}`}},
		{"optional", dataset.Export{Object: members("day", name("day?"), "gauge", name("gauge"), "m", name("height?"))},
			[]string{`{"day":"1970-01-01","gauge":"Köln <1>","m":3.25}`, `{"gauge":"Hanau"}`, `{"gauge":"\"Basel\"\n","m":2}`}},
		{"missing within", dataset.Export{By: []string{"river"}, Object: members("readings", each(members("at", name("gauge"), "m", name("height"))))},
			[]string{`{"readings":[{"at":"Köln <1>","m":3.25}]}`, `{"readings":[]}`, `{"readings":[{"at":"\"Basel\"\n","m":2}]}`}},
		{"items", dataset.Export{Object: members("tags", dataset.Template{Items: []dataset.Template{name("gauge"), fixed("x"), members("d", name("day"))}})},
			[]string{`{"tags":["Köln <1>","x",{"d":"1970-01-01"}]}`, `{"tags":["Hanau","x"]}`, `{"tags":["x"]}`, `{"tags":["\"Basel\"\n","x"]}`}},
		{"the page", dataset.Export{By: []string{"page_id"}, Object: members("t", name("page.title"), "u", name("page.url"), "r", name("page.revision"), "p", name("page_id"))},
			[]string{`{"t":"Rivers","u":"https://example.org/a","r":"17","p":"a"}`}},
		{"missing far within", dataset.Export{Object: members("n", members("h", members("d", name("day"))))}, []string{`{"n":{"h":{"d":"1970-01-01"}}}`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sink := save(t, pagesTable(), gauges(tt.export))
			got, want := string(sink.Bytes("stations.json")), "{\"stations\":[\n"+strings.Join(tt.want, ",\n")+"\n]}\n"
			if got != want || !json.Valid([]byte(got)) {
				t.Errorf("%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestFiles(t *testing.T) {
	one := dataset.Export{Object: members("river", name("river"))}
	sink := save(t, pagesTable(), gauges(one), gauges(one))
	if got := strings.Count(string(sink.Bytes("stations.json")), "Rhine"); got != 6 {
		t.Errorf("%d objects of two tables", got)
	}
	none := save(t, pagesTable(), dataset.NewBuilder(gauges(one).Schema).Table("gauges"))
	if len(none.Paths()) > 0 || none.Open() > 0 {
		t.Errorf("files %v", none.Paths())
	}
	other := one
	other.File, other.List = "stations.json", "rivers"
	w, err := New().Open(context.Background(), new(memory.Sink))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(context.Background(), gauges(one)); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(context.Background(), gauges(other)); err == nil || !strings.Contains(err.Error(), "needs a file of its own") {
		t.Errorf("error %v", err)
	}
	if err := w.Abort(); err != nil {
		t.Error(err)
	}
}

func TestErrors(t *testing.T) {
	for limit := 1; limit < 80; limit += 20 {
		sink := &memory.Sink{Limit: limit}
		w, err := New().Open(context.Background(), sink)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(context.Background(), gauges(dataset.Export{Object: members("river", name("river"))})); err != nil {
			t.Fatal(err) // it is buffered
		}
		if err := w.Close(); err == nil || sink.Open() != 0 {
			t.Errorf("room for %d bytes: error %v, %d files open", limit, err, sink.Open())
		}
	}
}

// TestBuiltin: what the recipes export.
func TestBuiltin(t *testing.T) {
	data := save(t, append([]*dataset.Table{pagesTable()}, builtin(t)...)...).Bytes("popolo.json")
	const want = `{"vote_events":[
{"id":"a/elections/1","legislative_session_id":"a","classification":"election","motion":{"text":"Chair","classification":"Chair"},"counts":[{"option":"Ann","value":20,"against":1,"abstain":2},{"option":"Bob","value":3}],"sources":[{"url":"https://example.org/a","note":"Rivers"}]},
{"id":"a/resolutions/1","legislative_session_id":"a","classification":"resolution","motion":{"text":"The bridge"},"counts":[{"option":"yes","value":20},{"option":"no","value":3}],"sources":[{"url":"https://example.org/a","note":"Rivers"}]}
]}
`
	if string(data) != want {
		t.Errorf("%s", data)
	}
	files, changes := [][]byte{data}, []string{"nothing"}
	for from, to := range map[string]string{`"value":20`: `"value":"20"`, `"option":"Ann",`: ``, `"text":"Chair"`: `"text":5`, `"id":"a/elections/1"`: `"id":1`, `"counts":[`: `"counts":5,"x":[`} {
		bad := strings.Replace(string(data), from, to, 1)
		if bad == want {
			t.Errorf("no %s", from)
		}
		files, changes = append(files, []byte(bad)), append(changes, to)
	}
	for i, valid := range popolo(t, files) {
		if valid != (i == 0) {
			t.Errorf("with %s changed it is valid: %v", changes[i], valid)
		}
	}
}

// popolo reports of each file whether all its events are valid by that standard.
func popolo(t *testing.T, files [][]byte) []bool {
	t.Helper()
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: Popolo's schemas are not at hand")
	}
	schemas, err := filepath.Glob(filepath.Join(corpus, "schemas", "popolo", "*.json"))
	if err != nil || len(schemas) < 10 {
		t.Fatal(err, schemas)
	}
	var valid []bool
	for _, data := range files {
		var doc map[string][]json.RawMessage
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		var events [][]byte
		for _, e := range doc["vote_events"] {
			events = append(events, e)
		}
		faults := schematest.Check(t, "http://www.popoloproject.com/schemas/vote_event.json#", schemas, events...)
		valid = append(valid, !slices.ContainsFunc(faults, func(fault string) bool { return fault != "" }))
	}
	return valid
}

// builtin are tables of the recipes that come with the program, with a few rows.
func builtin(t *testing.T) []*dataset.Table {
	t.Helper()
	rows := map[string][]map[string]any{
		"elections": {{"table": 1, "contest": "Chair", "office": "Chair", "candidate": "Ann", "for": 20, "against": 1, "abstain": 2, "line": 1},
			{"table": 1, "contest": "Chair", "office": "Chair", "candidate": "Bob", "for": 3, "line": 2}},
		"resolutions": {{"table": 2, "topic": "The bridge", "for": 20, "against": 3, "line": 9}},
	}
	var tables []*dataset.Table
	for _, r := range recipe.Builtin() {
		for _, table := range r.Tables {
			if len(rows[table.Name]) == 0 {
				continue
			}
			b := dataset.NewBuilder(table.Schema)
			for _, row := range rows[table.Name] {
				row["page_id"] = "a"
				for _, f := range table.Schema.Fields {
					switch v := row[f.Name].(type) {
					case string:
						b.Str(v)
					case int:
						b.Int(int64(v))
					default:
						b.Null()
					}
				}
			}
			tables = append(tables, b.Table(table.Name))
		}
	}
	if len(tables) != len(rows) {
		t.Fatalf("%d tables", len(tables))
	}
	return tables
}
