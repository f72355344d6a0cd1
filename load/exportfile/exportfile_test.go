package exportfile

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
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
