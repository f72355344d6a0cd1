package xlsxfile

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// open returns a writer and the sink it writes to.
func open(t testing.TB, o Options) (*writer, *memory.Sink) {
	t.Helper()
	sink := new(memory.Sink)
	w, err := New(o).Open(context.Background(), sink)
	if err != nil {
		t.Fatal(err)
	}
	return w.(*writer), sink
}

func write(t testing.TB, w load.Writer, tables ...*dataset.Table) {
	t.Helper()
	for _, table := range tables {
		if err := w.Write(context.Background(), table); err != nil {
			t.Fatal(err)
		}
	}
}

// workbook opens what was written to a path.
func workbook(t testing.TB, sink *memory.Sink, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(sink.Bytes(path)))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// save closes the writer and opens the dataset's workbook.
func save(t testing.TB, w load.Writer, sink *memory.Sink) *excelize.File {
	t.Helper()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return workbook(t, sink, "data/dataset.xlsx")
}

func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func field(name string, typ dataset.Type, unit string) dataset.Field {
	return dataset.Field{Name: name, Type: typ, Unit: unit, Nullable: true}
}

func schema(fields ...dataset.Field) *dataset.Schema {
	return dataset.NewSchema(dataset.Schema{Fields: append([]dataset.Field{dataset.PageIDField}, fields...)})
}

// manyRows are tables of 1,000 rows, each a page, with texts, numbers and nulls.
func manyRows(rows int) []*dataset.Table {
	b := dataset.NewBuilder(schema(field("text", dataset.String, ""), field("line", dataset.Integer, ""),
		field("number", dataset.Number, "km"), field("header", dataset.String, ""), field("date_start", dataset.Date, ""),
		field("approx", dataset.Boolean, "")))
	var tables []*dataset.Table
	for row := range rows {
		b.Str("rivers-and-lakes-of-country-" + strconv.Itoa(row/200))
		if row%10 == 9 {
			b.Null()
		} else {
			b.Str(fmt.Sprintf("%d km, a river", row))
		}
		b.Int(int64(row)).Num(float64(row%10_000) / 100).Str([]string{"Rank", "River", "Length > km", "Basin"}[row%4])
		b.Day(int32(15_000 + row%1000)).Bool(row%3 == 0)
		if row%1000 == 999 {
			tables = append(tables, b.Table("cells"))
		}
	}
	return tables
}

// TestShown tells how values look to a person, in their cell and in its bytes.
func TestShown(t *testing.T) {
	amount := field("amount", dataset.Decimal, "EUR")
	amount.Precision, amount.Scale = 38, 2
	rate := field("rate", dataset.Decimal, "%")
	rate.Precision, rate.Scale = 9, 1
	tests := []struct {
		field dataset.Field
		add   func(*dataset.Builder)
		shown string
		raw   string
	}{
		{field("n", dataset.Integer, ""), func(b *dataset.Builder) { b.Int(2952) }, "2,952", "2952"},
		{field("n", dataset.Integer, ""), func(b *dataset.Builder) { b.Int(-2952) }, "-2,952", "-2952"},
		{field("line", dataset.Integer, ""), func(b *dataset.Builder) { b.Int(2952) }, "2952", "2952"},
		{field("revision_id", dataset.Integer, ""), func(b *dataset.Builder) { b.Int(2952) }, "2952", "2952"},
		{field("share", dataset.Integer, "%"), func(b *dataset.Builder) { b.Int(95) }, "95%", "95"},
		{field("n", dataset.Integer, ""), func(b *dataset.Builder) { b.Int(999_999_999_999_999) }, "999,999,999,999,999", "999999999999999"},
		{field("n", dataset.Integer, ""), func(b *dataset.Builder) { b.Int(1_000_000_000_000_000) }, "1000000000000000", "1000000000000000"},
		{field("year", dataset.Year, ""), func(b *dataset.Builder) { b.Year(2013) }, "2013", "2013"},
		{field("x", dataset.Number, ""), func(b *dataset.Builder) { b.Num(1234.5) }, "1,234.5", "1234.5"},
		{field("x", dataset.Number, ""), func(b *dataset.Builder) { b.Num(0.1234567) }, "0.1234567", "0.1234567"},
		{field("x", dataset.Number, ""), func(b *dataset.Builder) { b.Num(1e21) }, "1E+21", "1e+21"},
		{field("x", dataset.Number, "%"), func(b *dataset.Builder) { b.Num(95.07) }, "95.07%", "95.07"},
		{field("x", dataset.Number, "%"), func(b *dataset.Builder) { b.Num(78.6995) }, "78.6995%", "78.6995"},
		{field("x", dataset.Number, "%"), func(b *dataset.Builder) { b.Num(50) }, "50.00%", "50"},
		{field("x", dataset.Number, ""), func(b *dataset.Builder) { b.Num(26600000000000) }, "26,600,000,000,000", "26600000000000"},
		{amount, func(b *dataset.Builder) { b.Dec(decimal128.FromI64(123450)) }, "1,234.50", "1234.50"},
		{amount, func(b *dataset.Builder) { b.Dec(decimal128.FromI64(math.MaxInt64)) }, "92233720368547758.07", "92233720368547758.07"},
		{rate, func(b *dataset.Builder) { b.Dec(decimal128.FromI64(951)) }, "95.10%", "95.1"},
		{field("d", dataset.Date, ""), func(b *dataset.Builder) { b.Day(15769) }, "2013-03-05", "41338"},
		{field("d", dataset.Date, ""), func(b *dataset.Builder) { b.Day(-25508) }, "1900-03-01", "61"},
		{field("d", dataset.Date, ""), func(b *dataset.Builder) { b.Day(-25509) }, "1900-02-28", "1900-02-28"},
		{field("d", dataset.Date, ""), func(b *dataset.Builder) { b.Day(2932896) }, "9999-12-31", "2958465"},
		{field("d", dataset.Date, ""), func(b *dataset.Builder) { b.Day(2932897) }, "10000-01-01", "10000-01-01"},
		{field("f", dataset.Boolean, ""), func(b *dataset.Builder) { b.Bool(true) }, "TRUE", "1"},
		{field("s", dataset.String, ""), func(b *dataset.Builder) { b.Str("=1+1") }, "=1+1", "=1+1"},
		{field("s", dataset.String, ""), func(b *dataset.Builder) { b.Str("007") }, "007", "007"},
		{field("s", dataset.String, ""), func(b *dataset.Builder) { b.Str("3/4") }, "3/4", "3/4"},
	}
	for _, tt := range tests {
		t.Run(tt.field.Type.String()+" "+tt.shown, func(t *testing.T) {
			w, sink := open(t, Options{})
			b := dataset.NewBuilder(schema(tt.field))
			tt.add(b.Str("page"))
			write(t, w, b.Table("values"))
			f := save(t, w, sink)
			if got := rowsOf(t, f, "values")[1][1]; got != tt.shown {
				t.Errorf("shown %q, want %q", got, tt.shown)
			}
			raw, err := f.GetCellValue("values", "B2", excelize.Options{RawCellValue: true})
			if err != nil || raw != tt.raw {
				t.Errorf("raw %q, want %q (%v)", raw, tt.raw, err)
			}
			if formula, _ := f.GetCellFormula("values", "B2"); formula != "" {
				t.Errorf("formula %q", formula)
			}
		})
	}
}

func TestSheetsOfADataset(t *testing.T) {
	w, sink := open(t, Options{Generator: "tidywiki 1.2.3"})
	for _, name := range dataset.CoreNames {
		write(t, w, dataset.NewBuilder(dataset.CoreSchema(name)).Table(name))
	}
	lengths := dataset.NewSchema(dataset.Schema{Title: "Lengths", Description: "Rivers & their lengths.",
		Fields: []dataset.Field{dataset.PageIDField, field("river", dataset.String, ""), {Name: "length", Title: "Length", Type: dataset.Integer, Unit: "km", Nullable: true, Description: "how long it is"}},
		Charts: []*dataset.Chart{{Kind: "bar", Category: "river", Series: []string{"length", "nowhere", "river"}, Title: "Rivers"}}})
	write(t, w,
		onePage("rivers", "Rivers").Table("pages"),
		dataset.NewBuilder(lengths).Str("rivers").Str("Rhine").Int(1233).Str("rivers").Str("Main").Null().Table("lengths"),
		finding("error", 1).Table("findings"), finding("info", 2).Table("findings"), finding("info", 3).Table("findings"),
		dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{dataset.PageIDField}})).Str("rivers").Table("collections/all-rivers"))
	f := save(t, w, sink)

	want := []string{"about", "charts", "all-rivers", "lengths", "findings", "pages", "sections", "paragraphs", "items", "infobox",
		"tables", "columns", "cells", "quantities", "changes", "parameters",
		"references", "citations", "links", "collections", "fields"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %v, want %v", got, want)
	}
	about := rowsOf(t, f, "about")
	text := fmt.Sprint(about)
	for _, s := range []string{"[Rivers]", "1 wiki page", "[lengths 2 Rivers & their lengths.]", "[findings 3 ", "[sections 0 ",
		"[Rivers CC-BY-SA-4.0 rivers.txt, revision 17 of 2024-01-02T03:04:05Z]", "1 error, 0 warnings, 2 infos.", "tidywiki 1.2.3"} {
		if !strings.Contains(text, s) {
			t.Errorf("about does not say %q:\n%s", s, text)
		}
	}
	for i, row := range about {
		if len(row) > 0 && row[0] == "lengths" {
			if is, target, _ := f.GetCellHyperLink("about", fmt.Sprintf("A%d", i+1)); !is || target != "'lengths'!A1" {
				t.Errorf("link %q", target)
			}
		}
	}
	if diff := cmp.Diff([][]string{{"page_id", "river", "length"}, {"rivers", "Rhine", "1,233"}, {"rivers", "Main"}}, rowsOf(t, f, "lengths")); diff != "" {
		t.Error(diff)
	}
	panes, err := f.GetPanes("lengths")
	if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.TopLeftCell != "A2" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	formats, err := f.GetConditionalFormats("findings")
	if err != nil || len(formats["A2:M4"]) != 3 {
		t.Errorf("conditional formats %v, %v", formats, err)
	}
	fields := rowsOf(t, f, "fields")
	if want := []string{"lengths", "length", "Length", "integer", "km", "yes", "how long it is"}; !slices.Equal(fields[4], want) {
		t.Errorf("fields %v, want %v", fields[4], want)
	}
	chart := part(t, sink.Bytes("data/dataset.xlsx"), "xl/charts/chart1.xml")
	if !strings.Contains(chart, "&#39;lengths&#39;!$C$2:$C$3") || strings.Contains(chart, "$B$1<") || !strings.Contains(chart, "Rivers") {
		t.Errorf("chart %s", chart)
	}
}

// onePage is one row of the table pages.
func onePage(id, title string) *dataset.Builder {
	return dataset.NewBuilder(dataset.Pages).Str(id).Str(title).Str("plain").Str(id + ".txt").Null().Null().Null().Null().Int(17).
		Str("2024-01-02T03:04:05Z").Str("CC-BY-SA-4.0").Str("00").Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1)
}

func finding(severity string, n int64) *dataset.Builder {
	return dataset.NewBuilder(dataset.Findings).Str("rivers").Int(n).Str(severity).Str("mixed_column").Str("column").
		Null().Null().Null().Null().Null().Null().Str("a message").Null()
}

func TestManyPages(t *testing.T) {
	w, sink := open(t, Options{})
	for i := range 1000 {
		write(t, w, onePage(fmt.Sprint("page-", i), "A page").Table("pages"))
	}
	if n := len(w.facts.sources); n != maxSources {
		t.Errorf("%d sources are held", n)
	}
	text := fmt.Sprint(rowsOf(t, save(t, w, sink), "about"))
	for _, s := range []string{"[1000 wiki pages]", "and 950 more: see the sheet pages"} {
		if !strings.Contains(text, s) {
			t.Errorf("about does not say %q:\n%s", s, text)
		}
	}
}

func TestChartsAreLeftOut(t *testing.T) {
	fields := []dataset.Field{dataset.PageIDField, field("river", dataset.String, ""), field("length", dataset.Integer, "")}
	tests := []struct {
		name  string
		chart *dataset.Chart
		rows  int
	}{
		{"not asked for", nil, 1},
		{"no rows", &dataset.Chart{Kind: "bar", Category: "river", Series: []string{"length"}}, 0},
		{"no such category", &dataset.Chart{Kind: "bar", Category: "lake", Series: []string{"length"}}, 1},
		{"no such series", &dataset.Chart{Kind: "bar", Category: "river", Series: []string{"depth"}}, 1},
		{"no numbers", &dataset.Chart{Kind: "bar", Category: "river", Series: []string{"river"}}, 1},
		{"no series", &dataset.Chart{Kind: "bar", Category: "river"}, 1},
		{"no chart of Excel", &dataset.Chart{Kind: "hemicycle", Category: "river", Series: []string{"length"}}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, sink := open(t, Options{})
			charts := []*dataset.Chart{}
			if tt.chart != nil {
				charts = append(charts, tt.chart)
			}
			b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: fields, Charts: charts}))
			for range tt.rows {
				b.Str("rivers").Str("Rhine").Int(1233)
			}
			write(t, w, b.Table("lengths"))
			if got := save(t, w, sink).GetSheetList(); !slices.Equal(got, []string{"about", "lengths", "fields"}) {
				t.Errorf("sheets %v", got)
			}
		})
	}
}

func TestWholeTables(t *testing.T) {
	w, sink := open(t, Options{})
	s := schema(field("length", dataset.Integer, ""))
	names := []string{"tables/rivers/01-lengths", "tables/rivers/02-o'brien & <sons>", "tables/rivers/03-" + strings.Repeat("long", 10)}
	for i, name := range names {
		table := dataset.NewBuilder(s).Str("rivers").Int(int64(i)).Table(name)
		table.Whole = true
		write(t, w, table)
		f := workbook(t, sink, "data/"+name+".xlsx")
		want := lastName(name)
		if got := f.GetSheetList(); len(got) != 1 || got[0] != want[:min(len(want), maxSheetName)] {
			t.Errorf("sheets %v", got)
		}
		if got := rowsOf(t, f, f.GetSheetList()[0]); len(got) != 2 || got[1][1] != fmt.Sprint(i) {
			t.Errorf("rows %v", got)
		}
	}
	if sink.Open() != 0 {
		t.Errorf("%d files are open", sink.Open())
	}
	if got := save(t, w, sink).GetSheetList(); !slices.Equal(got, []string{"about", "fields"}) {
		t.Errorf("sheets %v", got)
	}
}

func TestCanBeAborted(t *testing.T) {
	dir := t.TempDir()
	w, sink := open(t, Options{TempDir: dir})
	w.store.Limit = 1
	write(t, w, manyRows(5000)...)
	if err := w.Abort(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 || len(sink.Paths()) > 0 {
		t.Errorf("left %v, %v", left, sink.Paths())
	}
}

// TestTemporaryFile: where rows wait does not show.
func TestTemporaryFile(t *testing.T) {
	tables := manyRows(8000)
	inMemory, want := open(t, Options{})
	write(t, inMemory, tables...)
	save(t, inMemory, want)

	dir := t.TempDir()
	disk, got := open(t, Options{TempDir: dir})
	disk.store.Limit = 20_000
	write(t, disk, tables...)
	if !disk.store.Used() {
		t.Fatal("all rows fit into memory: the test is too small")
	}
	if f := save(t, disk, got); len(rowsOf(t, f, "cells")) != 8001 {
		t.Error("rows were lost")
	}
	if !bytes.Equal(got.Bytes("data/dataset.xlsx"), want.Bytes("data/dataset.xlsx")) {
		t.Error("the bytes differ")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("left %v", left)
	}

	nowhere, _ := open(t, Options{TempDir: filepath.Join(dir, "nowhere")})
	nowhere.store.Limit = 1
	err := error(nil)
	for _, table := range tables {
		if err == nil {
			err = nowhere.Write(context.Background(), table)
		}
	}
	if err == nil || !strings.Contains(err.Error(), "temporary file") {
		t.Errorf("error %v", err)
	}
}
