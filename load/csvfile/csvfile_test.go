package csvfile

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

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
		sink, err := memory.Write(t.Context(), New(o), table)
		if err != nil {
			t.Fatal(err)
		}
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
