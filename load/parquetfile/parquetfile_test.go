package parquetfile

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/apache/arrow/go/v15/arrow/ipc"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/tidywiki/tidywiki/load/loadtest"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestRoundTrip(t *testing.T) {
	for name, read := range map[string]func(testing.TB, ...string) []loadtest.Content{
		"go": loadtest.GoParquet, "duckdb": loadtest.DuckDB, "hyparquet": loadtest.Hyparquet,
	} {
		t.Run(name, func(t *testing.T) {
			loadtest.Suite{Loader: New(Options{}), Read: loadtest.Files(".parquet", read)}.RoundTrip(t)
		})
	}
}

func TestContract(t *testing.T) {
	for _, part := range []int64{0, 1} {
		loadtest.Suite{Loader: New(Options{PartBytes: part})}.Contract(t)
	}
}

// balances has two row groups; row i has a name of its own and i-rows/2 as its
// length and as its amounts, decimals of every width, of which a tenth are null.
func balances(rows int) *dataset.Table {
	fields := []dataset.Field{{Name: "name", Type: dataset.String}, {Name: "length", Type: dataset.Integer}}
	for _, precision := range []int32{9, 18, 38} {
		fields = append(fields, dataset.Field{Name: fmt.Sprint("amount", precision), Type: dataset.Decimal,
			Precision: precision, Nullable: true})
	}
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: fields}))
	for i := range rows {
		b.Str(nameOf(i)).Int(int64(i - rows/2))
		for range 3 {
			if i%10 == 0 {
				b.Null()
			} else {
				b.Dec(decimal128.FromI64(int64(i - rows/2)))
			}
		}
	}
	return b.Table("balances")
}

func nameOf(i int) string { return fmt.Sprint("row ", i, " of many different ones") }

// Bounds in the wrong order make DuckDB skip rows without a word.
func TestFilters(t *testing.T) {
	const rows = 200_000
	path := save(t, balances(rows))
	for where, keep := range map[string]func(i, length int) bool{
		"length < -10":               func(_, length int) bool { return length < -10 },
		"length = 99999":             func(_, length int) bool { return length == 99999 },
		"amount9 < -10":              func(i, length int) bool { return length < -10 && i%10 != 0 },
		"amount18 < -10":             func(i, length int) bool { return length < -10 && i%10 != 0 },
		"amount38 < -10":             func(i, length int) bool { return length < -10 && i%10 != 0 },
		"amount38 > 0":               func(i, length int) bool { return length > 0 && i%10 != 0 },
		"amount38 = -1":              func(_, length int) bool { return length == -1 },
		"amount18 IS NULL":           func(i, _ int) bool { return i%10 == 0 },
		"name > 'row 9'":             func(i, _ int) bool { return nameOf(i) > "row 9" },
		"name < 'row 1'":             func(i, _ int) bool { return nameOf(i) < "row 1" },
		"name = '" + nameOf(7) + "'": func(i, _ int) bool { return i == 7 },
	} {
		want := 0
		for i := range rows {
			if keep(i, i-rows/2) {
				want++
			}
		}
		got := loadtest.DuckDBQuery(t, fmt.Sprintf("SELECT count(*) FROM '%s' WHERE %s", path, where))
		if got.Rows[0][0] != fmt.Sprint(want) {
			t.Errorf("%s: %s rows, want %d", where, got.Rows[0][0], want)
		}
	}
}

func TestMetadata(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Title: "Rivers", Description: "Long ones",
		Fields: []dataset.Field{{Name: "length", Title: "Length > 1", Unit: "km", Type: dataset.Integer, Nullable: true}},
		Meta:   []dataset.Meta{{Key: "source", Value: "rivers.txt"}}})
	file := open(t, dataset.NewBuilder(s).Table("rivers"))
	for key, want := range map[string]string{
		"title": "Rivers", "description": "Long ones", "source": "rivers.txt",
		"fields": `[{"name":"length","type":"integer","title":"Length > 1","unit":"km"}]`,
	} {
		if got, _ := file.Lookup(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	text, _ := file.Lookup("ARROW:schema")
	message, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := ipc.NewReader(bytes.NewReader(message))
	if err != nil {
		t.Fatal(err)
	}
	if unit, _ := r.Schema().Field(0).Metadata.GetValue("unit"); unit != "km" || !r.Schema().Equal(s.Arrow()) {
		t.Errorf("the Arrow schema is\n%s\nwant\n%s", r.Schema(), s.Arrow())
	}
}

// Bounds of wide decimals must be ordered as numbers, and the index must have a
// place for every page, those without values included.
func TestWideDecimals(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Fields: []dataset.Field{{Name: "amount", Type: dataset.Decimal, Precision: 38, Nullable: true}}}))
	least, most := decimal128.FromI64(-1<<62).Mul(decimal128.FromI64(1<<40)), decimal128.FromI64(1<<62).Mul(decimal128.FromI64(1<<40))
	for i := range 60_000 {
		switch {
		case i == 7:
			b.Dec(least)
		case i == 8:
			b.Dec(most)
		case i < 30_000:
			b.Dec(decimal128.FromI64(int64(i%100 - 50)))
		default:
			b.Null()
		}
	}
	file := open(t, b.Table("balances"))
	stats := file.Metadata().RowGroups[0].Columns[0].MetaData.Statistics
	if !bytes.Equal(stats.MinValue, wideBytes(least)) || !bytes.Equal(stats.MaxValue, wideBytes(most)) {
		t.Errorf("bounds are %x and %x", stats.MinValue, stats.MaxValue)
	}
	index, pages := file.ColumnIndexes()[0], len(file.OffsetIndexes()[0].PageLocations)
	if pages < 3 || len(index.NullPages) != pages || len(index.MinValues) != pages || len(index.MaxValues) != pages {
		t.Errorf("%d pages, index of %d, %d and %d", pages, len(index.NullPages), len(index.MinValues), len(index.MaxValues))
	}
	if last := pages - 1; !index.NullPages[last] || len(index.MinValues[last]) != 0 || index.NullPages[0] {
		t.Errorf("pages without values are %v", index.NullPages)
	}
}

func wideBytes(n decimal128.Num) []byte {
	b := binary.BigEndian.AppendUint64(nil, uint64(n.HighBits()))
	return binary.BigEndian.AppendUint64(b, n.LowBits())
}

// Parts end with the row group that takes them to their size, depend on the rows
// alone, and are together what one file is.
func TestParts(t *testing.T) {
	tables := loadtest.BenchTables(500_000, 8)
	loader := New(Options{PartBytes: 1})
	sink := loadtest.Save(t, loader, tables...)
	name := tables[0].Name
	var want []string
	for i := range 5 { // 500,000 rows in groups of 122,880
		want = append(want, fmt.Sprintf("data/%s/part-%05d.parquet", name, i))
	}
	if got := sink.Paths(); !slices.Equal(got, want) {
		t.Fatalf("files are %q, want %q", got, want)
	}
	again := loadtest.Save(t, loader, loadtest.BenchTables(500_000, 8)...)
	var rows int64
	for i, path := range want {
		data := sink.Bytes(path)
		if !bytes.Equal(data, again.Bytes(path)) {
			t.Errorf("%s differs the second time", path)
		}
		file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if rows += file.NumRows(); i < 4 && file.NumRows() != groupRows {
			t.Errorf("%s has %d rows, want %d", path, file.NumRows(), groupRows)
		}
		if title, _ := file.Lookup("ARROW:schema"); title == "" {
			t.Errorf("%s has no metadata", path)
		}
	}
	if rows != 500_000 {
		t.Errorf("%d rows, want 500000", rows)
	}
	all := filepath.Join(sink.Save(t), "data", name, "*.parquet")
	got := loadtest.DuckDBQuery(t, fmt.Sprintf("SELECT count(*) FROM '%s'", all))
	if got.Rows[0][0] != "500000" {
		t.Errorf("DuckDB counts %v", got.Rows[0])
	}
}

// Small tables, tables of one page and those without rows are one file each.
func TestPartsOfSmallTables(t *testing.T) {
	sink := loadtest.Save(t, New(Options{PartBytes: 1 << 20}), append(loadtest.BenchTables(100, 3), wide(), balances(0))...)
	want := []string{"data/balances/part-00000.parquet", "data/cells/part-00000.parquet", "data/tables/rivers/01-lengths.parquet"}
	if got := sink.Paths(); !slices.Equal(got, want) {
		t.Errorf("files are %q, want %q", got, want)
	}
}

func wide() *dataset.Table {
	t := balances(3)
	t.Name, t.Whole = "tables/rivers/01-lengths", true
	return t
}

func TestRoundTripInParts(t *testing.T) {
	read := loadtest.Files("/*.parquet", loadtest.DuckDB)
	loadtest.Suite{Loader: New(Options{PartBytes: 1}), Read: read, Skip: []string{"wide_table"}}.RoundTrip(t)
}

// A column that begins with few different texts has a dictionary, and gives it
// up when there are many, in every row group anew.
func TestDictionary(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String}, {Name: "maybe", Type: dataset.String, Nullable: true}}}))
	for i := range 2*groupRows + 10 {
		name := "the same again"
		if i%groupRows > 20_000 {
			name = nameOf(i)
		}
		b.Str(name)
		if i%7 == 0 {
			b.Null()
		} else {
			b.Str(name)
		}
	}
	table := b.Table("names")
	path := save(t, table)
	loadtest.Equal(t, loadtest.GoParquet(t, path)[0], loadtest.Want(table))
	for i, column := range open(t, table).Metadata().RowGroups[0].Columns {
		if column.MetaData.DictionaryPageOffset == 0 || !slices.Contains(column.MetaData.Encoding, format.Plain) {
			t.Errorf("column %d has no dictionary or kept it", i)
		}
	}
	loadtest.Equal(t, loadtest.DuckDB(t, path)[0], loadtest.Want(table)) // last: it may skip
}

func TestLayout(t *testing.T) {
	file := open(t, loadtest.BenchTables(300_000, 8)...)
	var rows []int64
	for _, group := range file.RowGroups() {
		rows = append(rows, group.NumRows())
	}
	if len(rows) != 3 || rows[0] != groupRows || rows[1] != groupRows {
		t.Errorf("row groups have %d rows", rows)
	}
	for i, column := range file.Metadata().RowGroups[0].Columns {
		stats := column.MetaData.Statistics
		if stats.MinValue == nil || stats.MaxValue == nil {
			t.Errorf("column %d has no bounds", i)
		}
		if column.ColumnIndexOffset == 0 || column.OffsetIndexOffset == 0 {
			t.Errorf("column %d has no page index", i)
		}
	}
	if got, want := file.Metadata().CreatedBy, "tidywiki version 1 (build parquet-go)"; got != want {
		t.Errorf("created by %q, want %q", got, want)
	}
}

// Long texts end a row group before its rows do.
func TestLongTexts(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{{Name: "text", Type: dataset.String}}}))
	for i := range 700 {
		b.Str(fmt.Sprint(i) + string(bytes.Repeat([]byte("long "), 20_000)))
	}
	if groups := open(t, b.Table("texts")).RowGroups(); len(groups) != 3 {
		t.Errorf("70 MB are %d row groups, want 3", len(groups))
	}
}

func open(t *testing.T, tables ...*dataset.Table) *parquet.File {
	t.Helper()
	sink := loadtest.Save(t, New(Options{}), tables...)
	data := sink.Bytes(sink.Paths()[0])
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func save(t *testing.T, table *dataset.Table) string {
	t.Helper()
	dir := loadtest.Save(t, New(Options{}), table).Save(t)
	return filepath.Join(dir, "data", table.Name+".parquet")
}

func BenchmarkLoader(b *testing.B) { loadtest.Benchmark(b, New(Options{})) }
