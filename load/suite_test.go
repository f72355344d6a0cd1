// Tests of all output formats: what a loader writes is read back by other programs
// and compared, and each writer keeps the contract of package load. Readers in Go
// always run. The independent ones (DuckDB, hyparquet, Arrow's JavaScript, Python,
// openpyxl, LibreOffice) are installed by testdata/readers/setup and run if
// TIDYWIKI_READERS names that folder.
package load_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A suite tests one loader with one reader.
type suite struct {
	loader load.Loader
	// read returns what a reader sees of tables in a folder the loader has
	// written to.
	read func(t testing.TB, dir string, tables ...string) []content
	// lossy maps a value to what the format or the reader keeps of it; nil if it
	// keeps all.
	lossy lossy
	// skip names cases that the format or the reader cannot do at all.
	skip []string
}

// files returns a suite's read function for formats with one file per table.
func files(ext string, read func(t testing.TB, paths ...string) []content) func(testing.TB, string, ...string) []content {
	return func(t testing.TB, dir string, tables ...string) []content {
		t.Helper()
		paths := make([]string, len(tables))
		for i, name := range tables {
			paths[i] = filepath.Join(dir, "data", filepath.FromSlash(name)+ext)
		}
		return read(t, paths...)
	}
}

// roundTrip writes all cases in one run, reads them back and compares.
func (s suite) roundTrip(t *testing.T) {
	cases := s.cases()
	names := make([]string, len(cases))
	for i, c := range cases {
		names[i] = c.Tables[0].Name
	}
	sink := save(t, s.loader, interleave(cases)...)
	got := s.read(t, saveDir(t, sink), names...)
	for i, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			want := s.lossy.apply(wanted(c.Tables...), c.Tables[0].Schema.Fields)
			equal(t, got[i], want)
		})
	}
}

// cases returns the cases of the suite; a short test leaves out the largest one.
func (s suite) cases() []testCase {
	var cases []testCase
	for _, c := range allCases() {
		skip := testing.Short() && c.Name == "many_columns"
		for _, name := range s.skip {
			skip = skip || name == c.Name
		}
		if !skip {
			cases = append(cases, c)
		}
	}
	return cases
}

// interleave takes the tables of the cases in turn, so that several files are
// open at once.
func interleave(cases []testCase) []*dataset.Table {
	var all []*dataset.Table
	for i, more := 0, true; more; i++ {
		more = false
		for _, c := range cases {
			if i < len(c.Tables) {
				all, more = append(all, c.Tables[i]), true
			}
		}
	}
	return all
}

// save writes tables with l and returns the sink they are in.
func save(t testing.TB, l load.Loader, tables ...*dataset.Table) *memory.Sink {
	t.Helper()
	sink, err := memory.Write(context.Background(), l, tables...)
	if err != nil {
		t.Fatal(err)
	}
	return sink
}

// saveDir writes all files of a sink below a new folder, which it returns.
func saveDir(t testing.TB, sink *memory.Sink) string {
	t.Helper()
	dir := t.TempDir()
	if err := sink.Save(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// write makes one run of l: it aborts after an error and closes otherwise.
func write(l load.Loader, sink load.Sink, tables ...*dataset.Table) error {
	ctx := context.Background()
	w, err := l.Open(ctx, sink)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := w.Write(ctx, t); err != nil {
			w.Abort()
			return err
		}
	}
	return w.Close()
}
