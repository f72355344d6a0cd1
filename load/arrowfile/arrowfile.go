// Package arrowfile writes tables in the Arrow IPC file format, also known as
// Feather version 2: data/<table>.arrow.
//
//	pyarrow.feather.read_table("data/rivers.arrow")     Python
//	polars.read_ipc("data/rivers.arrow")                Python, without copying
//	arrow::read_feather("data/rivers.arrow")            R
//	tableFromIPC(readFileSync("data/rivers.arrow"))     JavaScript
//
// Title, description and unit of a field are metadata of the Arrow field; title,
// description and origin of the table are metadata of the schema. Batches hold up
// to 16,384 rows or 4 MB, however small the pages are. They are not compressed:
// Arrow's JavaScript needs further packages to read compressed files, and an
// uncompressed file can be mapped into memory.
package arrowfile

import (
	"context"
	"io"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/batch"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// limit is the size of a batch.
var limit = batch.Limit{Rows: 16384, Bytes: 4 << 20}

// Options are the settings of a [Loader]. There are none so far.
type Options struct{}

// A Loader writes Arrow IPC files.
type Loader struct{}

var _ load.Loader = (*Loader)(nil)

// New returns a loader.
func New(Options) *Loader { return &Loader{} }

// Open implements [load.Loader].
func (l *Loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	return tablefile.Format{Name: "arrow", Begin: begin}.Open(ctx, out)
}

// An encoder writes the rows of one table.
type encoder struct {
	batches *batch.Batcher
	file    *ipc.FileWriter
}

func begin(out *tablefile.Output, s *dataset.Schema) (tablefile.Encoder, error) {
	file, err := ipc.NewFileWriter(&seeker{w: out}, ipc.WithSchema(s.Arrow()))
	if err != nil {
		return nil, err
	}
	return &encoder{batch.New(s, limit, file.Write), file}, nil
}

// Write implements [tablefile.Encoder].
func (e *encoder) Write(rec arrow.Record) error { return e.batches.Add(rec) }

// Close implements [tablefile.Encoder].
func (e *encoder) Close() error {
	if err := e.batches.Flush(); err != nil {
		return err
	}
	return e.file.Close()
}

// A seeker returns the current offset, the only reason for which the file writer
// seeks.
type seeker struct {
	w  io.Writer
	at int64
}

func (s *seeker) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.at += int64(n)
	return n, err
}

func (s *seeker) Seek(int64, int) (int64, error) { return s.at, nil }
