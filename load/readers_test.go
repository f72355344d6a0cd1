package load_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// readersVar is the environment variable that names the folder of the
// independent readers, testdata/readers, once its setup has run.
const readersVar = "TIDYWIKI_READERS"

// duckDB reads Parquet, CSV and JSON files. CSV comes as text, in which nulls
// differ from empty strings; JSON with the types that DuckDB finds.
func duckDB(t testing.TB, paths ...string) []content { return node(t, "duckdb.mjs", paths...) }

// duckDBQuery answers a query, which may name files: SELECT count(*) FROM 'x.parquet'.
func duckDBQuery(t testing.TB, query string) content {
	return node(t, "duckdb.mjs", "--sql", query)[0]
}

// hyparquet reads Parquet files.
func hyparquet(t testing.TB, paths ...string) []content { return node(t, "hyparquet.mjs", paths...) }

// arrowJS reads Arrow IPC files.
func arrowJS(t testing.TB, paths ...string) []content { return node(t, "arrow.mjs", paths...) }

// pythonCSV reads CSV files. Nulls are empty strings: see [nullIsEmpty].
func pythonCSV(t testing.TB, paths ...string) []content { return python(t, "csvread.py", paths...) }

// pythonJSON reads JSON files, numbers as they are written. A file without
// records has no header.
func pythonJSON(t testing.TB, paths ...string) []content { return python(t, "jsonread.py", paths...) }

// openPyXL reads all sheets of all the workbooks; the header is the first row.
func openPyXL(t testing.TB, paths ...string) []content { return python(t, "xlsxread.py", paths...) }

// libreOffice reads all sheets of all the workbooks, as it would save them.
func libreOffice(t testing.TB, paths ...string) []content {
	return python(t, "libreoffice.py", paths...)
}

func node(t testing.TB, script string, args ...string) []content {
	t.Helper()
	return runScript(t, "node", script, args...)
}

func python(t testing.TB, script string, args ...string) []content {
	t.Helper()
	// Debian's packages are for its own Python, which need not be the first in PATH.
	interpreter := "/usr/bin/python3"
	if _, err := os.Stat(interpreter); err != nil {
		interpreter = "python3"
	}
	return runScript(t, interpreter, script, args...)
}

// runScript runs a script of the readers' folder and returns the tables it prints.
func runScript(t testing.TB, interpreter, script string, args ...string) []content {
	t.Helper()
	dir := os.Getenv(readersVar)
	if dir == "" {
		t.Skipf("%s is not set: no independent reader (testdata/readers/setup installs them)", readersVar)
	}
	cmd := exec.Command(interpreter, append([]string{filepath.Join(dir, script)}, args...)...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", script, err, &stderr)
	}
	contents, err := parse(out)
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return contents
}

// parse reads the output of the scripts, which testdata/readers/canonical.mjs describes.
func parse(out []byte) ([]content, error) {
	var all []content
	lines := bufio.NewReader(bytes.NewReader(out))
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return all, nil
		}
		var head struct {
			Sheet        string
			Names, Types []string
			Rows         int
		}
		if err := json.Unmarshal(line, &head); err != nil {
			return nil, err
		}
		c := content{Name: head.Sheet, Header: head.Names, Types: head.Types, Rows: make([][]string, head.Rows)}
		for i := range c.Rows {
			if line, err = lines.ReadBytes('\n'); err != nil {
				return nil, fmt.Errorf("row %d of %d: %w", i+1, head.Rows, err)
			}
			if c.Rows[i], err = parseRow(line); err != nil {
				return nil, err
			}
		}
		all = append(all, c)
	}
}

func parseRow(line []byte) ([]string, error) {
	var values []*string
	if err := json.Unmarshal(line, &values); err != nil {
		return nil, err
	}
	row := make([]string, len(values))
	for i, v := range values {
		row[i] = null
		if v != nil {
			row[i] = *v
		}
	}
	return row, nil
}
