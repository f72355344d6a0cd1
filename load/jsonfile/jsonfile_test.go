package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/loadtest"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestRoundTrip(t *testing.T) {
	for name, suite := range map[string]loadtest.Suite{
		"go":     {Read: loadtest.Files(".json", loadtest.GoJSON)},
		"python": {Read: loadtest.Files(".json", loadtest.PythonJSON)},
	} {
		t.Run(name, func(t *testing.T) {
			suite.Loader = New(Options{})
			suite.Skip = []string{"empty"} // an array without records tells no fields
			suite.RoundTrip(t)
		})
	}
}

func TestContract(t *testing.T) {
	for _, c := range load.Compressions {
		loadtest.Suite{Loader: New(Options{Compression: c})}.Contract(t)
	}
}

func TestBytes(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: `a "name"`, Type: dataset.String, Nullable: true}, {Name: "x", Type: dataset.Number},
		{Name: "d", Type: dataset.Decimal, Precision: 38, Scale: 2}, {Name: "day", Type: dataset.Date, Nullable: true},
		{Name: "ok", Type: dataset.Boolean}, {Name: "year", Type: dataset.Year},
	}})
	b := dataset.NewBuilder(s)
	b.Str("<b>&\u2028\u2029\u2026\x01\n\"\\").Num(26600000000000).Dec(decimal128.FromI64(-5)).Day(15769).Bool(true).Year(2013)
	b.Null().Num(math.Inf(-1)).Dec(decimal128.FromI64(1250)).Null().Bool(false).Year(-43)
	b.Str("").Num(math.NaN()).Dec(decimal128.FromI64(0)).Null().Bool(false).Year(0)
	want := `[
{"a \"name\"":"<b>&\u2028\u2029…\u0001\n\"\\","x":26600000000000,"d":-0.05,"day":"2013-03-05","ok":true,"year":2013},
{"a \"name\"":null,"x":null,"d":12.50,"day":null,"ok":false,"year":-43},
{"a \"name\"":"","x":null,"d":0.00,"day":null,"ok":false,"year":0}
]
`
	sink := loadtest.Save(t, New(Options{}), b.Table("all"), b.Table("none"))
	if got := string(sink.Bytes("data/all.json")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string(sink.Bytes("data/none.json")); got != "[\n]\n" {
		t.Errorf("a table without rows is %q", got)
	}
}

// DuckDB is what most people read JSON with.
func TestDuckDB(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String}, {Name: "length", Type: dataset.Integer, Nullable: true},
		{Name: "flow", Type: dataset.Number}, {Name: "day", Type: dataset.Date},
	}})
	b := dataset.NewBuilder(s)
	table := b.Str("Rhine").Int(1233).Num(2300.5).Day(15769).Str("Main").Null().Num(200).Day(-1).Table("rivers")
	for _, c := range load.Compressions {
		dir := loadtest.Save(t, New(Options{Compression: c}), table).Save(t)
		path := load.TablePath{Table: "rivers", Format: "json", Compression: c}.String()
		loadtest.Equal(t, loadtest.DuckDB(t, dir+"/"+path)[0], loadtest.Want(table))
	}
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "a", `"`, `\`, "\n", "\x00", "\u2028", "\u2029\u2030", "\xe2", "日本", "\x7f</script>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		text := appendString(nil, s)
		var got string
		if err := json.Unmarshal(text, &got); err != nil || got != s {
			t.Errorf("%q becomes %s, read as %q, %v", s, text, got, err)
		}
		if bytes.ContainsAny(text, "\u2028\u2029\n") {
			t.Errorf("%q becomes %s, more than a line", s, text)
		}
	})
}

func BenchmarkLoader(b *testing.B) { loadtest.Benchmark(b, New(Options{})) }

// BenchmarkEncodingJSON is the standard library doing the same work.
func BenchmarkEncodingJSON(b *testing.B) {
	for _, columns := range []int{4, 8} {
		b.Run(fmt.Sprintf("rows=1M/columns=%d", columns), func(b *testing.B) {
			loadtest.Measure(b, loadtest.BenchTables(1_000_000, columns), encodingJSON)
		})
	}
}

// A record is the row of the benchmark as a program declares it.
type record struct {
	PageID    string   `json:"page_id"`
	Text      *string  `json:"text"`
	Line      int64    `json:"line"`
	Number    *float64 `json:"number"`
	Header    string   `json:"header,omitempty"`
	DateStart string   `json:"date_start,omitempty"`
	Approx    *bool    `json:"approx,omitempty"`
	Amount    float64  `json:"amount,omitempty"`
}

func encodingJSON(tables []*dataset.Table) error {
	enc := json.NewEncoder(io.Discard)
	enc.SetEscapeHTML(false)
	for _, t := range tables {
		columns := make([]dataset.Column, len(t.Schema.Fields))
		for i := range columns {
			columns[i] = t.ColumnAt(i)
		}
		for row := range t.NumRows() {
			if err := enc.Encode(recordOf(columns, row)); err != nil {
				return err
			}
		}
	}
	return nil
}

func recordOf(columns []dataset.Column, row int) *record {
	r := &record{PageID: columns[0].Str(row), Line: columns[2].Int(row)}
	if text, ok := columns[1].Value(row).(string); ok {
		r.Text = &text
	}
	if number, ok := columns[3].Value(row).(float64); ok {
		r.Number = &number
	}
	if len(columns) == 8 {
		approx := columns[6].Value(row).(bool)
		r.Header, r.Approx = columns[4].Str(row), &approx
		r.DateStart = columns[5].Value(row).(arrow.Date32).FormattedString()
		r.Amount = columns[7].Value(row).(decimal128.Num).ToFloat64(2)
	}
	return r
}
