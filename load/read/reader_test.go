package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// readAll shows the rows of a reader: labels first, cells in the notation of show.
func readAll(r Reader, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer r.Close()
	var b strings.Builder
	fmt.Fprintf(&b, "%s", strings.Join(r.Labels(), "|"))
	for {
		cells, err := r.Next()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		fmt.Fprintf(&b, "/%d:", r.Row())
		for i, c := range cells {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(show(c))
		}
	}
}

// show writes text as it is, strings in quotes, nulls as ~.
func show(c Cell) string {
	switch c.Kind {
	case Null:
		return "~"
	case Text:
		return fmt.Sprintf("%q", c.Text)
	case Number, Boolean, Nested:
		return "=" + c.Text
	}
	return c.Text
}

func TestCSV(t *testing.T) {
	tests := []struct {
		name, in string
		change   func(*datapackage.Dialect)
		want     string
	}{
		{"plain", "a,b\n1,2\n", nil, "a|b/2:1|2"},
		{"nothing", "", nil, ""},
		{"header only", "a,b", nil, "a|b"},
		{"no end", "a\n1", nil, "a/2:1"},
		{"empty and quoted", "a,b\n,\"\"\n", nil, `a|b/2:|""`},
		{"comma, quote, line end", "a,b\n\"x,y\",\"p\"\"q\nr\"\n", nil, `a|b/2:"x,y"|"p\"q\nr"`},
		{"CR LF within a value", "a\n\"x\r\ny\"\r\n", nil, `a/2:"x\r\ny"`},
		{"a quote in the middle", "a\nx\"y\n", nil, `a/2:x"y`},
		{"ragged", "a,b\n1\n1,2,3\n", nil, "a|b/2:1/3:1|2|3"},
		{"blank rows", "a,b\n\n1,2\n\n", nil, "a|b/2:/3:1|2/4:"},
		{"no header", "1,2\n", func(d *datapackage.Dialect) { d.HeaderRows = nil }, "/1:1|2"},
		{"semicolons", "a;b\n1,5;2\n", func(d *datapackage.Dialect) { d.Delimiter = ";" }, "a|b/2:1,5|2"},
		{"two characters", "a::b\n1:::2\n", func(d *datapackage.Dialect) { d.Delimiter = "::" }, "a|b/2:1|:2"},
		{"guard", "a,b,c\n'=1+1,''x,1\n", func(d *datapackage.Dialect) { d.FormulaGuard = "'" }, "a|b|c/2:=1+1|'x|1"},
		{"comment", "#x\na\n#1\n\"#2\"\n", func(d *datapackage.Dialect) { d.Comment = "#" }, `a/4:"#2"`},
		{"comments between header rows", "a,b\n#\nc,\n1,2\n", func(d *datapackage.Dialect) { d.Comment, d.HeaderRows = "#", []int{1, 3} }, "a c|b/4:1|2"},
		{"escape", `a` + "\n" + `x\,y` + "\n", func(d *datapackage.Dialect) { d.Escape = '\\' }, "a/2:x,y"},
		{"space", "a, b\n1,\t\"2\"\n", func(d *datapackage.Dialect) { d.SkipSpace = true }, `a|b/2:1|"2"`},
		{"BOM", "\uFEFFa\n1\n", nil, "a/2:1"},
	}
	for _, tt := range tests {
		d := datapackage.DefaultDialect()
		if tt.change != nil {
			tt.change(&d)
		}
		// However few bytes come at a time.
		for _, in := range []io.Reader{strings.NewReader(tt.in), oneByte{strings.NewReader(tt.in)}} {
			got, err := readAll(NewCSV(in, d))
			if got != tt.want || err != nil {
				t.Errorf("%s: %q, %v, want %q", tt.name, got, err, tt.want)
			}
		}
	}
}

// partFiles are tables of Parquet with a column of that name.
func partFiles(column string, values ...[]string) [][]byte {
	var all [][]byte
	for _, part := range values {
		b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: column, Type: dataset.String}}}))
		for _, v := range part {
			b.Str(v)
		}
		all = append(all, encoded(parquetfile.New(parquetfile.Options{}), b.Table("t")))
	}
	return all
}

func encoded(l load.Loader, t *dataset.Table) []byte {
	sink, err := memory.Write(context.Background(), l, t)
	if err != nil {
		panic(err)
	}
	return sink.Bytes("data/t.parquet")
}

func readParts(files [][]byte) (string, error) {
	return readAll(NewColumnar("parquet", len(files), func(i int) (RandomAccess, int64) { return bytes.NewReader(files[i]), int64(len(files[i])) }))
}

// TestPartsOfReader: rows are counted over all parts, with one header.
func TestPartsOfReader(t *testing.T) {
	for want, files := range map[string][][]byte{
		`a/2:"1"`:                   partFiles("a", []string{"1"}),
		`a/2:"1"/3:"3"/4:"5"`:       partFiles("a", []string{"1", "3"}, []string{"5"}),
		`a/2:"1"/3:"3"/4:"5"/5:"7"`: partFiles("a", []string{"1"}, nil, []string{"3", "5"}, []string{"7"}),
	} {
		if got, err := readParts(files); got != want || err != nil {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
	broken := partFiles("a", []string{"1", "2"}, []string{"3"}, []string{"4"})
	broken[2] = broken[2][:len(broken[2])-9]
	for row, files := range map[int][][]byte{3: append(partFiles("a", []string{"1"}), partFiles("b", []string{"2"})...), 5: broken} {
		_, err := readParts(files)
		var e *Error
		if !errors.As(err, &e) || e.Row != row {
			t.Errorf("error %v, want one in row %d", err, row)
		}
	}
}

// oneByte gives one byte at a time.
type oneByte struct{ io.Reader }

func (r oneByte) Read(p []byte) (int, error) { return r.Reader.Read(p[:min(1, len(p))]) }

func TestCSVErrors(t *testing.T) {
	for in, row := range map[string]int{"a\n\"1": 2, "a\n\"1\"\"": 2, "a\n1\n\"1\"x\"": 3, "a\nx\xff": 2, "\xff\n": 1} {
		_, err := readAll(NewCSV(strings.NewReader(in), datapackage.DefaultDialect()))
		var broken *Error
		if !errors.As(err, &broken) || broken.Row != row {
			t.Errorf("%q: error %v, want one in row %d", in, err, row)
		}
	}
}

func TestJSON(t *testing.T) {
	tests := []struct{ in, want string }{
		{`[]`, ""},
		{`[{"a": 1, "b": "x"}]`, `a|b/2:=1|"x"`},
		{`[{"b": 1, "a": 2}, {"a": 3, "b": null}]`, `a|b/2:=2|=1/3:=3|~`},
		{`[{"a": 1}, {"b": 2}, {}]`, `a/2:=1/3:~|=2/4:~`},
		{`[{"a": {"x": [1, "}"]}, "b": [ ]}]`, `a|b/2:={"x": [1, "}"]}|=[ ]`},
		{`[{"\u0061": "\"\\\n", "b": true}]`, `a|b/2:"\"\\\n"|=true`},
		{"[ {\n\"a\" :\t-1.5e3 , \"b\" : false } ]\n", `a|b/2:=-1.5e3|=false`},
		{`[["a", "b"], [1, null], ["x"]]`, `a|b/2:=1|~/3:"x"`},
		{`[{}]`, "/2:"},
	}
	for _, tt := range tests {
		got, err := readAll(NewJSON(strings.NewReader(tt.in), "", []string{"a", "b"}))
		if got != tt.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", tt.in, got, err, tt.want)
		}
	}
	for _, in := range []string{"", "{", "{}", "1", "[1]", "[{}", `[{"a"}]`, `[{"a": 1} {"a": 2}]`, `[{"a": 1}, 2]`, "nul"} {
		_, err := readAll(NewJSON(strings.NewReader(in), "", nil))
		var broken *Error
		if !errors.As(err, &broken) {
			t.Errorf("%q: error %v", in, err)
		}
	}
}

func TestLines(t *testing.T) {
	got, err := readAll(NewLines(strings.NewReader("{\"a\": 1}\n\n{\"a\": 2}"), nil))
	if want := "a/2:=1/3:=2"; got != want || err != nil {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestBinary(t *testing.T) {
	for _, in := range []string{"", "PAR1", "PAR1....PAR1", "ARROW1\x00\x00", "ARROW1\x00\x00\x10\x00\x00\x00ARROW1", "PK\x05\x06"} {
		r := strings.NewReader(in)
		open := func(int) (RandomAccess, int64) { return r, r.Size() }
		_, parquet := NewColumnar("parquet", 1, open)
		_, arrow := NewColumnar("arrow", 1, open)
		_, excel := OpenWorkbook(r, r.Size())
		for _, err := range []error{parquet, arrow, excel} {
			var broken *Error
			if !errors.As(err, &broken) {
				t.Errorf("%q: error %v", in, err)
			}
		}
	}
}

func TestColumnOf(t *testing.T) {
	for ref, want := range map[string]int{"A1": 0, "Z9": 25, "AA1": 26, "XFD1": 16383, "": -1, "1": -1} {
		if got := columnOf(ref); got != want {
			t.Errorf("%s: %d, want %d", ref, got, want)
		}
	}
}

// FuzzCSV: rows of any bytes end, and those of text have all of it.
func FuzzCSV(f *testing.F) {
	f.Add("a,b\n\"x\"\"y\",\n", ",", "\"")
	f.Add("a;b\r\n'x", ";", "'")
	f.Fuzz(func(t *testing.T, text, delimiter, quote string) {
		d := datapackage.DefaultDialect()
		if d.HeaderRows = nil; delimiter != "" {
			d.Delimiter = delimiter
		}
		if quote != "" {
			d.Quote = quote[0]
		}
		r, err := NewCSV(strings.NewReader(text), d)
		for err == nil {
			_, err = r.Next()
		}
		var broken *Error
		if !errors.Is(err, io.EOF) && !errors.As(err, &broken) {
			t.Errorf("error %v", err)
		}
	})
}

// FuzzJSON: no member of valid JSON is lost in the middle.
func FuzzJSON(f *testing.F) {
	f.Add(`[{"a": 1, "b": [{"c": "}"}]}, {"a": "\\"}]`)
	f.Fuzz(func(t *testing.T, text string) {
		r, err := NewJSON(strings.NewReader(text), "", nil)
		if err != nil {
			return
		}
		keyed := r.Labels()
		for {
			cells, err := r.Next()
			if err != nil {
				return
			}
			if slices.ContainsFunc(cells, func(c Cell) bool { return c.Kind != Text && c.Kind != Null && c.Text == "" }) {
				t.Fatalf("labels %q: an empty value in %v", keyed, cells)
			}
		}
	})
}
