// Package loadtest is the test suite that every loader passes: what it writes is
// read back and compared, and it keeps the contract of package load.
//
//	func TestRoundTrip(t *testing.T) {
//		loadtest.Suite{
//			Loader: csvfile.New(csvfile.Options{}),
//			Read:   loadtest.Files(".csv", loadtest.PythonCSV),
//			Blur:   loadtest.NullIsEmpty,
//		}.RoundTrip(t)
//	}
//
// [GoCSV], [GoJSON], [GoArrow] and [GoParquet] read files with what the module has
// anyway. Readers that others wrote ([DuckDB], [Hyparquet], [ArrowJS], [PythonCSV],
// [PythonJSON], [OpenPyXL], [LibreOffice]) are installed by testdata/readers/setup and used where
// TIDYWIKI_READERS names that folder; tests that need them are skipped elsewhere.
// All return a [Content], so that one format can be compared with another:
//
//	loadtest.DuckDB(t, "out/data/rivers.parquet")[0].Rows[0]    [rivers Rhine 1233]
package loadtest

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Suite tests one loader.
type Suite struct {
	Loader load.Loader
	// Read returns what a reader sees of tables in a folder the loader has
	// written to. [Contract] needs none.
	Read func(t testing.TB, dir string, tables ...string) []Content
	// Blur says what the format or the reader cannot hold; nil if it holds all.
	Blur Blur
	// Skip names cases that the format or the reader cannot do at all.
	Skip []string
}

// Files returns a Suite's Read for formats with one file a table.
func Files(ext string, read func(t testing.TB, paths ...string) []Content) func(testing.TB, string, ...string) []Content {
	return func(t testing.TB, dir string, tables ...string) []Content {
		t.Helper()
		paths := make([]string, len(tables))
		for i, name := range tables {
			paths[i] = filepath.Join(dir, "data", filepath.FromSlash(name)+ext)
		}
		return read(t, paths...)
	}
}

// RoundTrip writes all cases in one run, reads them back and compares.
func (s Suite) RoundTrip(t *testing.T) {
	cases := s.cases()
	names := make([]string, len(cases))
	for i, c := range cases {
		names[i] = c.Tables[0].Name
	}
	sink := Save(t, s.Loader, interleave(cases)...)
	got := s.Read(t, sink.Save(t), names...)
	for i, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			want := s.Blur.apply(Want(c.Tables...), c.Tables[0].Schema.Fields)
			Equal(t, got[i], want)
		})
	}
}

// cases are those of the suite; a short test leaves out the one that is only large.
func (s Suite) cases() []Case {
	var cases []Case
	for _, c := range Cases() {
		skip := testing.Short() && c.Name == "many_columns"
		for _, name := range s.Skip {
			skip = skip || name == c.Name
		}
		if !skip {
			cases = append(cases, c)
		}
	}
	return cases
}

// interleave takes the tables of the cases in turn, so that files of several
// are open at a time.
func interleave(cases []Case) []*dataset.Table {
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

// Save writes tables with l and returns the sink they are in.
func Save(t testing.TB, l load.Loader, tables ...*dataset.Table) *Sink {
	t.Helper()
	sink := new(Sink)
	if err := write(l, sink, tables...); err != nil {
		t.Fatal(err)
	}
	return sink
}

// write does a run: it aborts after an error and closes otherwise.
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
