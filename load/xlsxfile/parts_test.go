package xlsxfile

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// part returns a file of a workbook. Reading it checks its checksum.
func part(t testing.TB, book []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestPartsAreSoundAndInOrder(t *testing.T) {
	w, sink := open(t, Options{})
	write(t, w, manyRows(5000)...)
	save(t, w, sink)
	book := sink.Bytes("data/dataset.xlsx")
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != contentTypes {
		t.Errorf("the first part is %s", z.File[0].Name)
	}
	seen := map[string]bool{}
	for _, f := range z.File {
		if seen[f.Name] {
			t.Errorf("%s is there twice", f.Name)
		}
		seen[f.Name] = true
		if y := f.Modified.Year(); y != 1980 {
			t.Errorf("%s is of %d", f.Name, y)
		}
		dec := xml.NewDecoder(strings.NewReader(part(t, book, f.Name)))
		for err == nil {
			_, err = dec.Token()
		}
		if err != io.EOF {
			t.Errorf("%s: %v", f.Name, err)
		}
		err = nil
	}
	core := part(t, book, "docProps/core.xml")
	if !strings.Contains(core, ">1980-01-01T00:00:00Z</dcterms:created>") || !strings.Contains(core, ">1980-01-01T00:00:00Z</dcterms:modified>") {
		t.Errorf("properties %s", core)
	}
}

// TestChartsHaveTheSameBytes: excelize writes the types of parts in a random order
// once there is a chart.
func TestChartsHaveTheSameBytes(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{dataset.PageIDField, field("length", dataset.Integer, "")},
		Charts: []*dataset.Chart{{Kind: "stacked-bar", Category: "page_id", Series: []string{"length"}}}})
	var first []byte
	for range 20 {
		w, sink := open(t, Options{})
		write(t, w, dataset.NewBuilder(s).Str("rivers").Int(1233).Table("lengths"))
		save(t, w, sink)
		got := sink.Bytes("data/dataset.xlsx")
		if first == nil {
			first = got
		}
		if !bytes.Equal(got, first) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestStyles(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if err := addStyles(f); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[int]string{styleText: "@", styleDate: "yyyy-mm-dd", styleWhole: "0", styleNumber: "#,##0",
		styleNumber + 2: "#,##0.00", stylePercent: `0"%"`, stylePercent + 2: `0.00"%"`} {
		s, err := f.GetStyle(id)
		if err != nil || s.CustomNumFmt == nil || *s.CustomNumFmt != want {
			t.Errorf("style %d: %+v, %v; want %q", id, s, err, want)
		}
	}
}

func TestAppendText(t *testing.T) {
	tests := []struct {
		in, xml  string
		replaced bool
	}{
		{"", "", false},
		{"plain", "plain", false},
		{`a & b < c > d "e" 'f'`, `a &amp; b &lt; c &gt; d "e" 'f'`, false},
		{"tab\tline\nreturn\r", "tab\tline\nreturn&#13;", false},
		{"中文 é 😀", "中文 é 😀", false},
		{"\u0080\u009f\u2028", "\u0080\u009f\u2028", false},
		{"a\x00b", "a\uFFFDb", true},
		{"\x1f", "\uFFFD", true},
		{"\uFFFE\uFFFF\uFFFD", "\uFFFD\uFFFD\uFFFD", true},
		{"\uFFFD", "\uFFFD", false},
		{"a\xffb\xc3", "a\uFFFDb\uFFFD", true},
		{"snake_case _x", "snake_case _x", false},
		{"_x0041_", "_x005F_x0041_", false},
		{"_X004a_x", "_x005F_X004a_x", false},
		{"_x004_", "_x004_", false},
		{"_x004g_", "_x004g_", false},
		{"_x0041", "_x0041", false},
	}
	for _, tt := range tests {
		got, replaced := appendText(nil, tt.in)
		if string(got) != tt.xml || replaced != tt.replaced {
			t.Errorf("%q: %q, %v; want %q, %v", tt.in, got, replaced, tt.xml, tt.replaced)
		}
	}
}

// FuzzAppendText: XML reads back the text, up to what it cannot hold.
func FuzzAppendText(f *testing.F) {
	for _, s := range []string{"a\x00b", "\xff\xfe", "&<>\r\n\t", "_x0041_", "\uFFFE"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, replaced := appendText([]byte("<t>"), s)
		var got string
		if err := xml.Unmarshal(append(text, "</t>"...), &got); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(got, "_x005F_"); n == 0 && !replaced && got != s {
			t.Errorf("%q became %q", s, got)
		}
		if utf8.RuneCountInString(strings.ReplaceAll(got, "_x005F_", "_")) > utf8.RuneCountInString(s) {
			t.Errorf("%q became %q", s, got)
		}
	})
}

func FuzzJoinCRC(f *testing.F) {
	f.Add("", "")
	f.Add("a", "")
	f.Add("", "b")
	f.Add("rivers", "and lakes")
	f.Fuzz(func(t *testing.T, a, b string) {
		got := joinCRC(crc32.ChecksumIEEE([]byte(a)), crc32.ChecksumIEEE([]byte(b)), int64(len(b)))
		if want := crc32.ChecksumIEEE([]byte(a + b)); got != want {
			t.Errorf("%08x, want %08x", got, want)
		}
	})
}

func TestSheetNames(t *testing.T) {
	tests := []struct{ tables, want []string }{
		{[]string{"cells", "Cells", "CELLS"}, []string{"cells", "Cells (2)", "CELLS (3)"}},
		{[]string{"a/b:c", `[x]*?\`}, []string{"a-b-c", "-x----"}},
		{[]string{"", "''", " ' "}, []string{"table", "table (2)", "table (3)"}},
		{[]string{"history", "History of"}, []string{"history (2)", "History of"}},
		{[]string{strings.Repeat("a", 40), strings.Repeat("a", 41)}, []string{strings.Repeat("a", 31), strings.Repeat("a", 27) + " (2)"}},
		{[]string{strings.Repeat("😀", 20)}, []string{strings.Repeat("😀", 15)}},
		{[]string{strings.Repeat("a", 30) + "' x"}, []string{strings.Repeat("a", 30)}},
		{[]string{"a\x00b\xff"}, []string{"a b-"}},
	}
	for _, tt := range tests {
		names := sheetNames{}
		var got []string
		for _, table := range tt.tables {
			got = append(got, names.unique(table))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.tables, got, tt.want)
		}
		for _, name := range got {
			if n := len(utf16.Encode([]rune(name))); n > maxSheetName {
				t.Errorf("%q has %d units", name, n)
			}
			if _, err := excelize.NewFile().NewSheet(name); err != nil {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
}

func TestColumnName(t *testing.T) {
	for i := range maxColumns {
		want, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := columnName(i); got != want {
			t.Fatalf("column %d is %s, want %s", i, got, want)
		}
	}
}

func TestMeasure(t *testing.T) {
	tests := []struct {
		text        string
		width, high int
	}{
		{"", 0, 1},
		{"abc", 3, 1},
		{strings.Repeat("a", 10), 10, 1},
		{strings.Repeat("a", 11), 11, 2},
		{"中文字", 6, 1},
		{"é😀", 3, 1},
		{"ab\nabcd", 4, 2},
		{"\n", 0, 2},
		{strings.Repeat("a", 25) + "\nb", 25, 4},
	}
	for _, tt := range tests {
		if width, high := measure(tt.text, 10); width != tt.width || high != tt.high {
			t.Errorf("%q: %d, %d; want %d, %d", tt.text, width, high, tt.width, tt.high)
		}
	}
	if _, high := measure(strings.Repeat("a\n", 1000), 10); high < maxHigh {
		t.Errorf("%d lines of a thousand", high)
	}
}

func TestUnknownShape(t *testing.T) {
	if _, err := newEmptySheet([]byte("<worksheet/>")); err == nil {
		t.Error("a worksheet without a place for rows returned no error")
	}
}
