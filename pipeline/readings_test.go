package pipeline

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/ipc"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// readersVar names the folder of the independent readers, testdata/readers, once its
// setup has run.
const readersVar = "TIDYWIKI_READERS"

// A sheet is a table as a reader sees it: each value as text, nulls as "".
type sheet struct {
	name   string // of a worksheet
	header []string
	rows   [][]string
}

func (s sheet) records() []record { return records(s.header, s.rows) }

// readings are the available readers of a dataset's files: those in Go always, the
// independent ones if TIDYWIKI_READERS names them.
func readings(t *testing.T, out string) map[string]reading {
	t.Helper()
	found := map[string]reading{}
	add := func(name, ext string, read func(*testing.T, string) []record) {
		found[name] = func(t *testing.T, table string) []record {
			return read(t, filepath.Join(out, "data", table+ext))
		}
	}
	add("csv", ".csv", readCSV)
	add("json", ".json", readJSON)
	add("parquet", ".parquet", func(t *testing.T, path string) []record { return readParquet(t, path).records() })
	add("arrow", ".arrow", func(t *testing.T, path string) []record { return readArrow(t, path).records() })
	if os.Getenv(readersVar) == "" {
		t.Logf("%s is not set: only readers in Go are used, and no workbook is read", readersVar)
		return found
	}
	by := func(script string) func(*testing.T, string) []record {
		return func(t *testing.T, path string) []record { return readBy(t, script, path)[0].records() }
	}
	add("csv by Python", ".csv", by("csvread.py"))
	add("json by Python", ".json", by("jsonread.py"))
	add("parquet by DuckDB", ".parquet", by("duckdb.mjs"))
	add("parquet by hyparquet", ".parquet", by("hyparquet.mjs"))
	add("arrow by JavaScript", ".arrow", by("arrow.mjs"))
	sheets := readBy(t, "xlsxread.py", filepath.Join(out, "data", "dataset.xlsx"))
	found["xlsx by openpyxl"] = func(t *testing.T, table string) []record {
		i := slices.IndexFunc(sheets, func(s sheet) bool { return s.name == table })
		if i < 0 {
			t.Fatalf("the workbook has no sheet %s", table)
		}
		return sheets[i].records()
	}
	return found
}

// queryDuckDB answers a query, which may name files.
func queryDuckDB(t *testing.T, query string) sheet { return readBy(t, "duckdb.mjs", "--sql", query)[0] }

// readBy runs one of the independent readers and returns the tables that it prints in
// the form that testdata/readers/canonical.mjs describes. It skips the test if they are
// not installed.
func readBy(t *testing.T, script string, args ...string) []sheet {
	t.Helper()
	dir := os.Getenv(readersVar)
	if dir == "" {
		t.Skipf("%s is not set: no independent reader (testdata/readers/setup installs them)", readersVar)
	}
	interpreter := "node"
	if strings.HasSuffix(script, ".py") {
		interpreter = debianPython
		if _, err := os.Stat(interpreter); err != nil {
			interpreter = "python3"
		}
	}
	cmd := exec.Command(interpreter, append([]string{filepath.Join(dir, script)}, args...)...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, &stderr)
	}
	var all []sheet
	for lines := json.NewDecoder(bufio.NewReader(bytes.NewReader(out))); ; {
		var head struct {
			Sheet string
			Names []string
			Rows  int
		}
		if err := lines.Decode(&head); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatalf("%s: %v", script, err)
		}
		s := sheet{head.Sheet, head.Names, make([][]string, head.Rows)}
		for i := range s.rows {
			if err := lines.Decode(&s.rows[i]); err != nil { // null leaves ""
				t.Fatalf("%s: row %d of %d: %v", script, i+1, head.Rows, err)
			}
		}
		all = append(all, s)
	}
}

func readJSON(t *testing.T, path string) []record {
	t.Helper()
	var all []map[string]any
	dec := json.NewDecoder(bytes.NewReader(readFile(t, path)))
	dec.UseNumber()
	if err := dec.Decode(&all); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	rows := make([]record, len(all))
	for i, values := range all {
		rows[i] = record{}
		for key, v := range values {
			rows[i][key] = ""
			if v != nil {
				rows[i][key] = fmt.Sprint(v)
			}
		}
	}
	return rows
}

func readArrow(t *testing.T, path string) sheet {
	t.Helper()
	r, err := ipc.NewFileReader(bytes.NewReader(readFile(t, path)))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var s sheet
	for _, f := range r.Schema().Fields() {
		s.header = append(s.header, f.Name)
	}
	for i := range r.NumRecords() {
		batch, err := r.Record(i)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for row := range int(batch.NumRows()) {
			texts := make([]string, batch.NumCols())
			for k, column := range batch.Columns() {
				if number, ok := column.(*array.Float64); ok && !column.IsNull(row) {
					texts[k] = numberText(number.Value(row))
				} else if !column.IsNull(row) {
					texts[k] = column.ValueStr(row)
				}
			}
			s.rows = append(s.rows, texts)
		}
	}
	return s
}

func readParquet(t *testing.T, path string) sheet {
	t.Helper()
	data := readFile(t, path)
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var s sheet
	fields := file.Schema().Fields()
	for _, f := range fields {
		s.header = append(s.header, f.Name())
	}
	rows := parquet.NewReader(file)
	defer rows.Close()
	buffer := make([]parquet.Row, 256)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			texts := make([]string, len(row))
			for i, v := range row {
				if !v.IsNull() {
					texts[i] = parquetText(v, fields[i])
				}
			}
			s.rows = append(s.rows, texts)
		}
		if err == io.EOF {
			return s
		} else if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
}

func parquetText(v parquet.Value, f parquet.Field) string {
	if logical := f.Type().LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.DateType:
			return arrow.Date32(v.Int32()).FormattedString()
		case *format.DecimalType:
			n := big.NewInt(v.Int64())
			if v.Kind() == parquet.Int32 {
				n = big.NewInt(int64(v.Int32()))
			} else if v.Kind() == parquet.FixedLenByteArray {
				if n.SetBytes(v.ByteArray()); n.Bit(127) == 1 {
					n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
				}
			}
			scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(l.Scale)), nil)
			return new(big.Rat).SetFrac(n, scale).FloatString(int(l.Scale))
		}
	}
	if v.Kind() == parquet.Double {
		return numberText(v.Double())
	}
	return v.String()
}

// numberText writes a number as JavaScript does.
func numberText(v float64) string {
	text, err := json.Marshal(v)
	if err != nil {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return string(text)
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
