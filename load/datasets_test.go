package load_test

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/read"
	"github.com/tidywiki/tidywiki/load/read/validate"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// TestReadersAgree: package read sees the same texts in all formats of all cases.
func TestReadersAgree(t *testing.T) {
	for _, c := range allCases() {
		want := wanted(c.Tables...).Rows
		columns := describe(c.Tables[0].Schema, want)
		for _, format := range read.Formats {
			t.Run(c.Name+"/"+format, func(t *testing.T) {
				dir := saveDir(t, save(t, loaders[format], c.Tables...))
				path := filepath.Join(dir, "data", c.Tables[0].Name+"."+format)
				if diff := cmp.Diff(want, allRows(t, path, format, columns)); diff != "" {
					const most = 3000
					t.Errorf("other values (-written +read):\n%.*s", most, diff)
				}
			})
		}
	}
}

// describe returns the fields as datapackage.json has them. In rows it removes the
// zeros at the end of decimals, which package read does not keep.
func describe(s *dataset.Schema, rows [][]string) []read.Column {
	var columns []read.Column
	for i, f := range s.Fields {
		name := f.Type.String()
		if f.Type == dataset.Decimal {
			name = "number"
			for _, row := range rows {
				if strings.Contains(row[i], ".") {
					row[i] = strings.TrimSuffix(strings.TrimRight(row[i], "0"), ".")
				}
			}
		}
		columns = append(columns, read.Column{Name: f.Name, Type: name, Required: !f.Nullable})
	}
	return columns
}

func allRows(t *testing.T, path, format string, columns []read.Column) [][]string {
	t.Helper()
	table, err := read.OpenTable([]string{path}, format, read.Description{Columns: columns, Missing: []string{""}})
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	rows := [][]string{}
	for b := new(read.Batch); ; {
		if err := table.Next(b); errors.Is(err, io.EOF) {
			return rows
		} else if err != nil {
			t.Fatal(err)
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

// TestDatasetsAreValid: whatever the formats can write is valid, and they agree.
func TestDatasetsAreValid(t *testing.T) {
	for name, dir := range map[string]string{
		"plain": saveDataset(t, release.Info{}, csvfile.Options{}, caseTables()...),
		"safe":  saveDataset(t, release.Info{FormulaGuard: csvfile.Guard}, csvfile.Options{Safe: true, BOM: true}, caseTables()...),
	} {
		errs, rows := validated(t, dir)
		for _, e := range errs {
			t.Errorf("%s: %s: %s", name, e.Type, e.Message)
		}
		if rows < 10_000 {
			t.Errorf("%s: %d rows", name, rows)
		}
	}
	// A guard that is not declared is part of the text.
	errs, _ := validated(t, saveDataset(t, release.Info{}, csvfile.Options{Safe: true}, caseTables()[0:2]...))
	if len(errs) == 0 || slices.ContainsFunc(errs, func(e validate.Error) bool { return e.Type != "format-mismatch" }) {
		t.Errorf("errors %v", errs)
	}
}

// caseTables returns the tables of all cases, without keys to tables that do not exist.
func caseTables() []*dataset.Table {
	var tables []*dataset.Table
	for _, c := range allCases() {
		for _, table := range c.Tables {
			table.Schema.ForeignKeys = nil
			tables = append(tables, table)
		}
	}
	return tables
}

// saveDataset writes tables in all formats, as convert does, and returns the folder.
func saveDataset(t *testing.T, info release.Info, o csvfile.Options, tables ...*dataset.Table) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	out, err := folder.Begin(dir, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer out.Rollback()
	r := release.New(info)
	for _, table := range tables {
		r.Observe(table)
	}
	for _, l := range []load.Loader{csvfile.New(o), loaders["json"], loaders["parquet"], loaders["arrow"], loaders["xlsx"]} {
		if err := write(l, out, tables...); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(r.Write(out, out.Files()), release.WriteRun(out, map[string]int{}), out.Commit()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// validated returns all errors of a dataset, and the number of its rows.
func validated(t *testing.T, dir string) ([]validate.Error, int64) {
	t.Helper()
	r, err := validate.Folder(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	errs := r.Errors
	for _, task := range r.Tasks {
		errs = append(errs, task.Errors...)
	}
	return errs, r.Stats.Rows
}
