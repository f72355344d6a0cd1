package load_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// groupRows is how many rows a row group of Parquet holds.
const groupRows = 122_880

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
func TestParquetFilters(t *testing.T) {
	const rows = 200_000
	path := parquetPath(t, balances(rows))
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
		got := duckDBQuery(t, fmt.Sprintf("SELECT count(*) FROM '%s' WHERE %s", path, where))
		if got.Rows[0][0] != fmt.Sprint(want) {
			t.Errorf("%s: %s rows, want %d", where, got.Rows[0][0], want)
		}
	}
}

// Parts end with the row group that takes them to their size, depend on the rows
// alone, and are together what one file is.
func TestParquetParts(t *testing.T) {
	tables := benchTables(500_000, 8)
	loader := parquetfile.New(parquetfile.Options{PartBytes: 1})
	sink := save(t, loader, tables...)
	name := tables[0].Name
	var want []string
	for i := range 5 { // 500,000 rows in groups of 122,880
		want = append(want, fmt.Sprintf("data/%s/part-%05d.parquet", name, i))
	}
	if got := sink.Paths(); !slices.Equal(got, want) {
		t.Fatalf("files are %q, want %q", got, want)
	}
	again := save(t, loader, benchTables(500_000, 8)...)
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
	all := filepath.Join(saveDir(t, sink), "data", name, "*.parquet")
	got := duckDBQuery(t, fmt.Sprintf("SELECT count(*) FROM '%s'", all))
	if got.Rows[0][0] != "500000" {
		t.Errorf("DuckDB counts %v", got.Rows[0])
	}
}

// A small table, a table of one page and a table without rows are one file each.
func TestParquetPartsOfSmallTables(t *testing.T) {
	sink := save(t, parquetfile.New(parquetfile.Options{PartBytes: 1 << 20}), append(benchTables(100, 3), wideBalances(), balances(0))...)
	want := []string{"data/balances/part-00000.parquet", "data/cells/part-00000.parquet", "data/tables/rivers/01-lengths.parquet"}
	if got := sink.Paths(); !slices.Equal(got, want) {
		t.Errorf("files are %q, want %q", got, want)
	}
}

func wideBalances() *dataset.Table {
	t := balances(3)
	t.Name, t.Whole = "tables/rivers/01-lengths", true
	return t
}

// A column that begins with few different texts has a dictionary, and gives it
// up when there are many, in every row group anew.
func TestParquetDictionary(t *testing.T) {
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
	path := parquetPath(t, table)
	equal(t, readParquet(t, path)[0], wanted(table))
	for i, column := range openParquet(t, table).Metadata().RowGroups[0].Columns {
		if column.MetaData.DictionaryPageOffset == 0 || !slices.Contains(column.MetaData.Encoding, format.Plain) {
			t.Errorf("column %d has no dictionary or kept it", i)
		}
	}
	equal(t, duckDB(t, path)[0], wanted(table)) // last: it may skip
}

func TestParquetLayout(t *testing.T) {
	file := openParquet(t, benchTables(300_000, 8)...)
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

func openParquet(t *testing.T, tables ...*dataset.Table) *parquet.File {
	t.Helper()
	sink := save(t, parquetfile.New(parquetfile.Options{}), tables...)
	data := sink.Bytes(sink.Paths()[0])
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func parquetPath(t *testing.T, table *dataset.Table) string {
	t.Helper()
	dir := saveDir(t, save(t, parquetfile.New(parquetfile.Options{}), table))
	return filepath.Join(dir, "data", table.Name+".parquet")
}
