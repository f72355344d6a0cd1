package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// sheetRows is what a worksheet holds, its header included.
const sheetRows = 1_048_576

// TestMoreRowsThanASheet writes one row more than Excel has, in all formats, and
// reads them with programs of others.
func TestMoreRowsThanASheet(t *testing.T) {
	if testing.Short() || os.Getenv(readersVar) == "" {
		t.Skipf("%s is not set, or the test is a short one", readersVar)
	}
	dir := longTable(t, sheetRows+1)
	for _, from := range []string{"long.parquet", "long.csv", "long.json"} {
		query := "SELECT count(*) AS n, CAST(sum(n) AS BIGINT) AS s, min(n) AS a, max(n) AS z FROM '" + filepath.Join(dir, from) + "'"
		want := [][]string{{"1048577", "549756338176", "0", "1048576"}}
		if diff := cmp.Diff(want, queryDuckDB(t, query).rows); diff != "" {
			t.Errorf("%s: %s", from, diff)
		}
	}
	arrow := readArrow(t, filepath.Join(dir, "long.arrow")).rows
	if n := len(arrow); n != sheetRows+1 || arrow[n-1][0] != "1048576" {
		t.Errorf("Arrow has %d rows", n)
	}
	var long [][]string
	for _, sheet := range readBy(t, "xlsxends.py", filepath.Join(dir, "dataset.xlsx")) {
		if sheet.header[1] == "n" {
			long = append(long, append(sheet.rows[0], sheet.rows[1]...))
		}
	}
	want := [][]string{
		{"1048575", "0", "1048575", "1048574"},
		{"2", "1048575", "2", "1048576"},
	}
	if diff := cmp.Diff(want, long); diff != "" {
		t.Errorf("the workbook: %s", diff)
	}
}

// longTable writes a table of that many rows in all formats and returns its folder.
func longTable(t *testing.T, rows int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	out, err := folder.Begin(dir, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer out.Rollback()
	ctx := context.Background()
	var writers []load.Writer
	for _, o := range Outputs {
		w, err := o.New(WriteOptions{}).Open(ctx, out)
		if err != nil {
			t.Fatal(err)
		}
		writers = append(writers, w)
	}
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "n", Type: dataset.Integer}}}))
	for row := range rows {
		b.Int(int64(row))
		if row%50_000 < 49_999 && row < rows-1 {
			continue
		}
		table := b.Table("long")
		for _, w := range writers {
			if err := w.Write(ctx, table); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, w := range writers {
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Commit(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "data")
}
