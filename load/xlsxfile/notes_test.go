package xlsxfile

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestNotes(t *testing.T) {
	w, sink := open(t, Options{})
	s := schema(field("text", dataset.String, ""), field("n", dataset.Integer, ""), field("day", dataset.Date, ""))
	b := dataset.NewBuilder(s)
	b.Str("a").Str("fine").Int(1).Day(15769)
	b.Str("b").Str(strings.Repeat("x", maxUnits)).Null().Day(-30000)
	b.Str("b").Str(strings.Repeat("x", maxUnits+1)).Int(math.MaxInt64).Null()
	b.Str("c").Str("a\x00b").Int(math.MinInt64).Day(-30001)
	b.Str("c").Str("\x01" + strings.Repeat("x", maxUnits)).Null().Null()
	write(t, w, b.Table("values"))
	want := []load.Note{
		{Row: 2, PageID: "b", Field: "day", Code: "excel_date"},
		{Row: 3, PageID: "b", Field: "text", Code: "too_long"},
		{Row: 3, PageID: "b", Field: "n", Code: "excel_precision"},
		{Row: 4, PageID: "c", Field: "text", Code: "control_character"},
		{Row: 5, PageID: "c", Field: "text", Code: "too_long"},
		{Row: 5, PageID: "c", Field: "text", Code: "control_character"},
	}
	for i := range want {
		want[i].Format, want[i].Table = "xlsx", "values"
	}
	got := w.Notes()
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(load.Note{}, "Message")); diff != "" {
		t.Error(diff)
	}
	for i, words := range []string{"text now: 2", "32767", "text now: 2", "U+FFFD", "32767", "U+FFFD"} {
		if !strings.Contains(got[i].Message, words) {
			t.Errorf("message %q, want one with %q", got[i].Message, words)
		}
	}
	if again := w.Notes(); len(again) != 0 {
		t.Errorf("the notes come again: %v", again)
	}

	write(t, w, dataset.NewBuilder(s).Str("d").Null().Int(math.MaxInt64).Null().Table("values"))
	if got := w.Notes(); len(got) != 1 || got[0].Row != 6 || !strings.Contains(got[0].Message, "text now: 1") {
		t.Errorf("notes of the second Write: %v", got)
	}
	rows := rowsOf(t, save(t, w, sink), "values")
	if len(rows[3][1]) != maxUnits || rows[3][2] != "9223372036854775807" || rows[4][1] != "a\uFFFDb" {
		t.Errorf("rows %.60v", rows[3:])
	}
}

func TestNothingToNote(t *testing.T) {
	w, _ := open(t, Options{})
	write(t, w, manyRows(1000)...)
	if got := w.Notes(); len(got) != 0 {
		t.Errorf("notes %v", got)
	}
}

func TestCut(t *testing.T) {
	tests := []struct {
		text  string
		units int
		isCut bool
	}{
		{"", 0, false},
		{strings.Repeat("x", maxUnits), maxUnits, false},
		{strings.Repeat("x", maxUnits+1), maxUnits, true},
		{strings.Repeat("é", maxUnits), maxUnits, false},
		{strings.Repeat("中", maxUnits), maxUnits, false},
		{strings.Repeat("中", maxUnits+1), maxUnits, true},
		{strings.Repeat("😀", maxUnits/2) + "x", maxUnits, false},
		{strings.Repeat("😀", maxUnits/2) + "xx", maxUnits, true},
		{strings.Repeat("😀", maxUnits/2+1), maxUnits - 1, true}, // the last has two units
	}
	for _, tt := range tests {
		got, isCut := cut(tt.text)
		units := 0
		for _, r := range got {
			units++
			if r > 0xFFFF {
				units++
			}
		}
		if units != tt.units || isCut != tt.isCut || !strings.HasPrefix(tt.text, got) {
			t.Errorf("%.10q...: %d units, cut %v, want %d, %v", tt.text, units, isCut, tt.units, tt.isCut)
		}
	}
}

// rivers are tables of one row each.
func rivers(n int) []*dataset.Table {
	b := dataset.NewBuilder(schema(field("n", dataset.Integer, "")))
	var tables []*dataset.Table
	for i := range n {
		tables = append(tables, b.Str(fmt.Sprint("page-", i)).Int(int64(i)).Table("rivers"))
	}
	return tables
}

// TestSplit uses a worksheet of ten rows in place of one with a million.
func TestSplit(t *testing.T) {
	w, sink := open(t, Options{})
	for i, table := range rivers(25) {
		write(t, w, table)
		if i == 0 {
			w.sheets[0].limit = 10
		}
	}
	notes := w.Notes()
	if len(notes) != 2 || notes[0].Code != "sheet_split" || notes[0].Row != 10 || notes[0].PageID != "page-9" || notes[1].Row != 19 ||
		!strings.Contains(notes[0].Message, `"rivers (2)"`) || !strings.Contains(notes[1].Message, `"rivers (3)"`) {
		t.Errorf("notes %v", notes)
	}
	f := save(t, w, sink)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"about", "rivers", "rivers (2)", "rivers (3)", "fields"}) {
		t.Errorf("sheets %v", got)
	}
	next := 0
	for i, sheet := range f.GetSheetList()[1:4] {
		rows := rowsOf(t, f, sheet)
		if want := []int{10, 10, 8}[i]; len(rows) != want || rows[0][1] != "n" {
			t.Errorf("%s: %d rows, want %d", sheet, len(rows), want)
		}
		for _, row := range rows[1:] {
			if row[1] != fmt.Sprint(next) {
				t.Fatalf("%s: row %v, want %d", sheet, row, next)
			}
			next++
		}
	}
}

func TestSplitOfAWholeTable(t *testing.T) {
	w, sink := open(t, Options{})
	own := &store{}
	s := newSheet("tables/rivers/01-lengths", rivers(1)[0].Schema, own)
	s.limit = 10
	for _, table := range rivers(15) {
		if err := s.write(table); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.save("data/x.xlsx", func(a *archive) error { return tableBook(w.options, s).write(a, own) }); err != nil {
		t.Fatal(err)
	}
	f := workbook(t, sink, "data/x.xlsx")
	if got := f.GetSheetList(); !slices.Equal(got, []string{"01-lengths", "01-lengths (2)"}) {
		t.Errorf("sheets %v", got)
	}
	if got := rowsOf(t, f, "01-lengths (2)"); len(got) != 7 || got[6][1] != "14" {
		t.Errorf("rows %v", got)
	}
}

func TestTooManyColumns(t *testing.T) {
	fields := make([]dataset.Field, maxColumns+3)
	for i := range fields {
		fields[i] = field(fmt.Sprint("c", i), dataset.Integer, "")
	}
	b := dataset.NewBuilder(schema(fields...))
	b.Str("page")
	for i := range fields {
		b.Int(int64(i))
	}
	w, sink := open(t, Options{})
	write(t, w, b.Table("wide"))
	notes := w.Notes()
	if len(notes) != 1 || notes[0].Code != "too_many_columns" || !strings.HasPrefix(notes[0].Message, "4 of 16388 ") {
		t.Errorf("notes %v", notes)
	}
	rows := rowsOf(t, save(t, w, sink), "wide")
	if last := rows[1][maxColumns-1]; len(rows[1]) != maxColumns || last != "16,382" {
		t.Errorf("%d columns, the last is %q", len(rows[1]), last)
	}
}
