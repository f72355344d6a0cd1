package pipeline

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tidywiki/tidywiki/load/loadtest"
)

// readings are the readers of a dataset's files that are at hand: those in Go
// always, the independent ones where TIDYWIKI_READERS names them.
func readings(t *testing.T, out string) map[string]reading {
	t.Helper()
	file := func(ext string, read func(testing.TB, ...string) []loadtest.Content) reading {
		return func(t *testing.T, table string) []record {
			return contentRecords(read(t, filepath.Join(out, "data", table+ext))[0])
		}
	}
	found := map[string]reading{
		"csv":     file(".csv", loadtest.GoCSV),
		"json":    file(".json", loadtest.GoJSON),
		"parquet": file(".parquet", loadtest.GoParquet),
		"arrow":   file(".arrow", loadtest.GoArrow),
	}
	if os.Getenv("TIDYWIKI_READERS") == "" {
		t.Log("TIDYWIKI_READERS is not set: only readers in Go are used, and no workbook is read")
		return found
	}
	found["csv by Python"] = file(".csv", loadtest.PythonCSV)
	found["json by Python"] = file(".json", loadtest.PythonJSON)
	found["parquet by DuckDB"] = file(".parquet", loadtest.DuckDB)
	found["parquet by hyparquet"] = file(".parquet", loadtest.Hyparquet)
	found["arrow by JavaScript"] = file(".arrow", loadtest.ArrowJS)
	sheets := map[string]loadtest.Content{}
	for _, c := range loadtest.OpenPyXL(t, filepath.Join(out, "data", "dataset.xlsx")) {
		sheets[c.Name] = c
	}
	found["xlsx by openpyxl"] = func(t *testing.T, table string) []record {
		c, ok := sheets[table]
		if !ok {
			t.Fatalf("the workbook has no sheet %s", table)
		}
		return contentRecords(c)
	}
	return found
}

func contentRecords(c loadtest.Content) []record {
	rows := make([][]string, len(c.Rows))
	for i, row := range c.Rows {
		rows[i] = make([]string, len(row))
		for j, v := range row {
			if v != loadtest.Null {
				rows[i][j] = v
			}
		}
	}
	return records(c.Header, rows)
}
