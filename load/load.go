// Package load is the contract of the last stage: a loader writes tables in one
// output format, through a sink that keeps all files or none.
//
//	w, err := csvfile.New(csvfile.Options{}).Open(ctx, sink)
//	err = w.Write(ctx, rivers)        // data/rivers.csv is begun: header and rows
//	err = w.Write(ctx, moreRivers)    // its rows are added
//	err = w.Close()                   // all files are complete; the sink may commit
//
// The table of formats is pipeline/catalog.go.
package load

import (
	"context"
	"io"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Loader writes datasets in one output format.
type Loader interface {
	// Open begins an output. The files are created through out.
	Open(ctx context.Context, out Sink) (Writer, error)
}

// A Writer takes the tables of one run, page after page, from one goroutine.
//
// Write appends the table's rows to the output of that name; the first Write of
// a name fixes its schema, and a later one with other fields is an error. A table
// marked Whole is complete with this Write, and one marked Last with this and those
// before it. A Writer must not retain the table's
// record after Write returns, and memory must not grow with the number of pages.
//
// Close completes all files; Abort gives up and releases what is open. Exactly
// one of the two is called, once.
type Writer interface {
	Write(ctx context.Context, t *dataset.Table) error
	Close() error
	Abort() error
}

// A Noter is a Writer that may have to change a value to fit its format, for
// instance cut a text that is too long for a cell. Notes returns the notes about
// values written since the last call. The other formats have the full value.
type Noter interface {
	Notes() []Note
}

// A Note is about a value or table that a format cannot hold.
type Note struct {
	Format string // "xlsx"
	Table  string // dataset.Table.Name
	Row    int    // 1-based row of that table in this output
	Field  string
	Code   string // see docs/findings.md
	// PageID is the value of the row's page_id.
	PageID  string
	Message string
}

// A Sink receives files. Nobody sees them until the run commits.
type Sink interface {
	// Create begins a file at a slash-separated path below the output folder, such
	// as "data/cells.csv". Folders are made as needed. It is an error to create a
	// path twice or one that leaves the folder.
	Create(path string) (io.WriteCloser, error)
}

// A Compression is the compression of a text file, and the extension of its name.
type Compression string

const (
	Uncompressed Compression = ""
	Gzip         Compression = "gz"  // RFC 1952
	Zstandard    Compression = "zst" // RFC 8878
)

// Compressions lists all compressions, none first.
var Compressions = []Compression{Uncompressed, Gzip, Zstandard}

// A File describes a complete file of a sink. The checksums and the description of
// a dataset are made from it.
type File struct {
	// Path is slash-separated, below the output folder.
	Path   string
	Bytes  int64
	SHA256 [32]byte
}
