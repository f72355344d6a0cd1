package jsonfile

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

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
	sink, err := memory.Write(t.Context(), New(Options{}), b.Table("all"), b.Table("none"))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(sink.Bytes("data/all.json")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := string(sink.Bytes("data/none.json")); got != "[\n]\n" {
		t.Errorf("a table without rows is %q", got)
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
