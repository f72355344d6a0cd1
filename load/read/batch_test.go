package read

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/internal/codec"
)

// null marks a null in the rows that rest returns.
const null = "\x00null\x00"

// rest reads the rows that are left.
func rest(table Rows) ([][]string, error) {
	rows := [][]string{}
	var b Batch
	for {
		err := table.Next(&b)
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		for i := range b.Rows {
			row := make([]string, len(b.Columns))
			for k := range row {
				text, ok := b.Columns[k].Get(i)
				if row[k] = string(text); !ok {
					row[k] = null
				}
			}
			rows = append(rows, row)
		}
	}
}

func file(t testing.TB, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTexts(t *testing.T) {
	declared := []Column{{Name: "a", Type: "string"}, {Name: "b", Type: "number"}}
	tests := []struct {
		name, format, data string
		want               [][]string
	}{
		{"line ends of Windows", "csv", "a,b\r\nx,1\r\n", [][]string{{"x", "1"}}},
		{"no line end", "csv", "a,b\nx,1", [][]string{{"x", "1"}}},
		{"a byte order mark", "csv", "\uFEFFa,b\nx,1\n", [][]string{{"x", "1"}}},
		{"columns in another order", "csv", "b,a\n1,x\n", [][]string{{"1", "x"}}},
		{"null and empty", "csv", "a,b\n,\n\"\",\"\"\n", [][]string{{null, null}, {"", null}}},
		{"quotes", "csv", "a,b\n\"x \"\"y\"\", z\n\",1\n", [][]string{{"x \"y\", z\n", "1"}}},
		{"words for null", "csv", "a,b\nn/a,n/a\n", [][]string{{null, null}}},
		{"numbers", "csv", "a,b\n1.50,1.50\n1e3,1e3\n-0.0,-0.0\n1000,1000\n", [][]string{{"1.50", "1.5"}, {"1e3", "1000"}, {"-0.0", "-0"}, {"1000", "1000"}}},
		{"empty lines", "csv", "a,b\n\nx,1\n\n", [][]string{{"x", "1"}}},
		{"no rows", "csv", "a,b\n", [][]string{}},
		{"records", "json", `[{"a":"x","b":1.50}, {"b":2,"a":null},{}]`, [][]string{{"x", "1.5"}, {null, "2"}, {null, null}}},
		{"other keys", "json", ` [ { "c" : true , "a" : "x\n\u0041\\" } ] `, [][]string{{"x\nA\\", null}}},
		{"a key twice", "json", `[{"a":"x","a":"y","b":1e3}]`, [][]string{{"x", "1000"}}},
		{"no records", "json", "[]", [][]string{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, err := OpenTable([]string{file(t, "x", tt.data)}, tt.format, Description{Columns: declared, Missing: []string{"", "n/a"}})
			if err != nil {
				t.Fatal(err)
			}
			defer table.Close()
			got, err := rest(table)
			if diff := cmp.Diff(tt.want, got); err != nil || diff != "" {
				t.Errorf("error %v, rows (-want +got):\n%s", err, diff)
			}
		})
	}
}

// What --csv-safe put before formulas is taken off.
func TestDialect(t *testing.T) {
	d := Description{Dialect: datapackage.DefaultDialect()}
	d.Dialect.Delimiter, d.Dialect.FormulaGuard = ";", "'"
	table, err := OpenTable([]string{file(t, "x", "a;'=b\n'=1+1;''x\n\"'-;\";y'\n")}, "csv", d)
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	rows, err := rest(table)
	want := [][]string{{"=1+1", "'x"}, {"-;", "y'"}}
	if diff := cmp.Diff(want, rows); err != nil || diff != "" || table.Columns()[1].Name != "=b" {
		t.Errorf("error %v, columns %v, rows (-want +got):\n%s", err, table.Columns(), diff)
	}
}

// Without a declaration the file says what it can.
func TestUndeclared(t *testing.T) {
	table, err := OpenTable([]string{file(t, "x", `[{"b":1,"a":"x"},{"a":"y"}]`)}, "json", Description{})
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	rows, err := rest(table)
	want := [][]string{{"1", "x"}, {null, "y"}}
	if diff := cmp.Diff(want, rows); err != nil || diff != "" || table.Columns()[0].Name != "b" {
		t.Errorf("error %v, columns %v, rows (-want +got):\n%s", err, table.Columns(), diff)
	}
}

func TestTableErrors(t *testing.T) {
	declared := []Column{{Name: "a", Type: "string"}}
	for _, tt := range []struct{ format, data, want string }{
		{"csv", "", "empty file"}, {"csv", "b\nx\n", `no column "a"`}, {"csv", "a\nx,y\n", "row 2 has 2 cells"},
		{"csv", "a\n\"x", "a quote that is never closed"}, {"csv", "a\n\"x\"y\n", "text after its closing quote"},
		{"json", "", "ends in the middle"}, {"json", `{"a":1}`, "not an array of records"}, {"json", `[1]`, "neither an object nor an array"},
		{"json", `[{"a":{}}]`, "not a table"}, {"json", `[{"a":[1]}]`, "not a table"}, {"json", `[{"a":"x}]`, "ends in the middle"},
		{"json", `[{"a":nul}]`, "\"nul\" is not a value, at byte 9"}, {"json", `[{"a" "x"}]`, "where a colon is expected, at byte 6"}, {"json", `[{"a":"x"}`, "ends in the middle"},
		{"json", `[{"a":"x"} {}]`, "a comma or the end of the array"}, {"json", `[{"a":"x" "b":1}]`, "a comma or the end of the object"}, {"json", `[{"a":"x",}]`, "a key"}, {"json", `[{},]`, "is not a value"},
		{"json", "[{\"a\":\"\n\"}]", "the end of a string"}, {"json", `[{"a":"\x"}]`, "invalid character"}, {"json", `[{"a":01}]`, "is not a value"}, {"json", `[["a"],[{"x":}]]`, "an object or array"},
		{"parquet", "PAR1", "parquet"}, {"arrow", "ARROW1", "arrow"}, {"xlsx", "", "cannot be read"},
	} {
		table, err := OpenTable([]string{file(t, "x", tt.data)}, tt.format, Description{Columns: declared})
		if err == nil {
			_, err = rest(table)
			table.Close()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: error %v, want %q", tt.format, tt.data, err, tt.want)
		}
	}
}

// What encoding/csv reads is read here the same, but for nulls and empty lines.
func FuzzTableCSV(f *testing.F) {
	f.Add("a,b\n1,\"x\"\"y\"\n")
	f.Add("a\r\n\"\r\n\"\r\n")
	f.Fuzz(func(t *testing.T, data string) {
		in := csv.NewReader(strings.NewReader(data))
		want, err := in.ReadAll()
		if err != nil || len(want) == 0 || strings.HasPrefix(data, "\n") || strings.HasPrefix(data, "\r") || strings.ContainsAny(data, "\r\uFEFF") {
			return
		}
		table, err := OpenTable([]string{file(t, "x.csv", data)}, "csv", Description{})
		if err != nil {
			t.Fatal(err)
		}
		defer table.Close()
		rows, err := rest(table)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for i := range row {
				row[i] = strings.ReplaceAll(row[i], null, "")
			}
		}
		if len(want[0]) > 1 && len(rows) != len(want)-1 || len(rows) > 0 && len(want[0]) > 1 && !cmp.Equal(rows, want[1:]) {
			t.Fatalf("%q: %q, want %q", data, rows, want[1:])
		}
	})
}

func FuzzTableJSON(f *testing.F) {
	f.Add(`[{"a":"x","b":1.5},{"a":null}]`)
	f.Fuzz(func(t *testing.T, data string) {
		table, err := OpenTable([]string{file(t, "x.json", data)}, "json", Description{})
		if err != nil {
			return
		}
		defer table.Close()
		rows, _ := rest(table)
		for _, row := range rows {
			if len(row) != len(table.Columns()) {
				t.Fatalf("%q: %d values, %d columns", data, len(row), len(table.Columns()))
			}
		}
	})
}

// Files of text may be packed, also where they are read twice.
func TestPacked(t *testing.T) {
	for _, packed := range load.Compressions {
		for _, tt := range []struct{ format, data string }{
			{"csv", "a,b\nx,1\ny,\n"}, {"json", `[{"a":"x","b":1},{"a":"y","b":null}]`},
		} {
			var buf bytes.Buffer
			w := codec.NewWriter(packed, nopCloser{&buf})
			if _, err := io.WriteString(w, tt.data); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			table, err := OpenTable([]string{file(t, "x", buf.String())}, tt.format, Description{Packed: packed})
			if err != nil {
				t.Fatal(err)
			}
			rows, err := rest(table)
			if diff := cmp.Diff([][]string{{"x", "1"}, {"y", null}}, rows); err != nil || diff != "" {
				t.Errorf("%s, packed as %q: error %v, rows (-want +got):\n%s", tt.format, packed, err, diff)
			}
			if err := table.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	for _, packed := range []load.Compression{load.Gzip, load.Zstandard, "rar"} {
		if table, err := OpenTable([]string{file(t, "x", "a,b\nx,1\n")}, "csv", Description{Packed: packed}); err == nil {
			table.Close()
			t.Errorf("what is not packed is read as %s", packed)
		}
	}
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// The parts of a table are read one after another.
func TestParts(t *testing.T) {
	a, empty, b := file(t, "a", `[{"n":1},{"n":2}]`), file(t, "b", "[]"), file(t, "c", `[{"n":3}]`)
	d := Description{Columns: []Column{{Name: "n", Type: "integer"}}}
	table, err := OpenTable([]string{a, empty, b}, "json", d)
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	rows, err := rest(table)
	if diff := cmp.Diff([][]string{{"1"}, {"2"}, {"3"}}, rows); err != nil || diff != "" {
		t.Errorf("error %v, rows (-want +got):\n%s", err, diff)
	}
	for _, tt := range []struct {
		paths []string
		want  string
	}{{nil, "without files"}, {[]string{file(t, "a", "x\n1\n"), file(t, "b", "y\n1\n")}, "other columns"}, {[]string{file(t, "a", "x\n1\n"), "nowhere"}, "nowhere"}} {
		table, err := OpenTable(tt.paths, "csv", Description{})
		if err == nil {
			_, err = rest(table)
			table.Close()
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: error %v, want %q", tt.paths, err, tt.want)
		}
	}
}

// Wide tables have few rows in a batch.
func TestRowsFor(t *testing.T) {
	for columns, want := range map[int]int{0: batchRows, 1: batchRows, 256: 4096, 16_384: 64, 1 << 20: 16} {
		if got := rowsFor(columns); got != want {
			t.Errorf("%d columns: %d rows, want %d", columns, got, want)
		}
	}
}
