package csvfile

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/loadtest"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestRoundTrip(t *testing.T) {
	for name, suite := range map[string]loadtest.Suite{
		"go":     {Read: loadtest.Files(".csv", loadtest.GoCSV), Blur: goBlur},
		"python": {Read: loadtest.Files(".csv", loadtest.PythonCSV), Blur: loadtest.NullIsEmpty},
		"duckdb": {Read: loadtest.Files(".csv", loadtest.DuckDB), Blur: onlyBlur},
	} {
		t.Run(name, func(t *testing.T) {
			suite.Loader = New(Options{})
			suite.RoundTrip(t)
		})
	}
}

func TestRoundTripPacked(t *testing.T) {
	for _, c := range []load.Compression{load.Gzip, load.Zstandard} {
		t.Run(string(c), func(t *testing.T) {
			loadtest.Suite{Loader: New(Options{Compression: c}), Read: loadtest.Files(".csv."+string(c), loadtest.DuckDB), Blur: onlyBlur}.RoundTrip(t)
		})
	}
}

// goBlur is what encoding/csv makes of values.
func goBlur(f dataset.Field, text string) string {
	return strings.ReplaceAll(loadtest.NullIsEmpty(f, text), "\r\n", "\n")
}

// onlyBlur is what the format itself cannot hold: a null that is all of a row.
func onlyBlur(f dataset.Field, text string) string {
	if f.Name == "only" {
		return loadtest.NullIsEmpty(f, text)
	}
	return text
}

func TestContract(t *testing.T) {
	for _, c := range load.Compressions {
		loadtest.Suite{Loader: New(Options{Compression: c})}.Contract(t)
	}
}

func TestBytes(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String}, {Name: "a,b", Type: dataset.String, Nullable: true}, {Name: "x", Type: dataset.Number},
	}})
	b := dataset.NewBuilder(s)
	b.Str("Rhine").Null().Num(26600000000000)
	b.Str("").Str("").Num(0.1)
	b.Str(`say "no"`).Str("two\r\nlines").Num(1e-9)
	b.Str(" Main").Str("a;b").Num(-0.5)
	want := "name,\"a,b\",x\nRhine,,26600000000000\n\"\",\"\",0.1\n" +
		"\"say \"\"no\"\"\",\"two\r\nlines\",1e-9\n\" Main\",a;b,-0.5\n"
	table := b.Table("rivers")
	for bom, o := range map[string]Options{"": {}, "\uFEFF": {BOM: true}} {
		sink := loadtest.Save(t, New(o), table)
		if got := string(sink.Bytes("data/rivers.csv")); got != bom+want {
			t.Errorf("got  %q\nwant %q", got, bom+want)
		}
	}
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "a", `"`, "a,b", "\n", "\r", " x", "x\t", "日本", "a\x00b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := append(appendString([]byte("first,"), s), ",last\n"...)
		got, err := csv.NewReader(bytes.NewReader(line)).ReadAll()
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		// encoding/csv turns CR LF into LF.
		if want := strings.ReplaceAll(s, "\r\n", "\n"); len(got) != 1 || len(got[0]) != 3 || got[0][1] != want {
			t.Errorf("%q is read as %q", line, got)
		}
	})
}

func BenchmarkLoader(b *testing.B) { loadtest.Benchmark(b, New(Options{})) }

// BenchmarkEncodingCSV is the standard library doing the same work.
func BenchmarkEncodingCSV(b *testing.B) {
	for _, columns := range []int{4, 8} {
		b.Run(fmt.Sprintf("rows=1M/columns=%d", columns), func(b *testing.B) {
			loadtest.Measure(b, loadtest.BenchTables(1_000_000, columns), encodingCSV)
		})
	}
}

func encodingCSV(tables []*dataset.Table) error {
	w := csv.NewWriter(io.Discard)
	record := make([]string, len(tables[0].Schema.Fields))
	for _, t := range tables {
		for row := range t.NumRows() {
			for i := range record {
				record[i] = plain(t.ColumnAt(i), row)
			}
			if err := w.Write(record); err != nil {
				return err
			}
		}
	}
	w.Flush()
	return w.Error()
}

// plain shows a value as a program would that uses the standard library.
func plain(c dataset.Column, row int) string {
	switch v := c.Value(row).(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case arrow.Date32:
		return v.ToTime().Format(time.DateOnly)
	case decimal128.Num:
		return strconv.FormatFloat(v.ToFloat64(c.Field.Scale), 'f', 2, 64)
	}
	return ""
}
