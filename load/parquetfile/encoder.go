package parquetfile

import (
	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"github.com/tidywiki/tidywiki/load/internal/batch"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

const (
	// A row group ends with the batch that takes it to one of these.
	groupRows  = 30 * 4096
	groupBytes = 32 << 20
	// pageBytes is the size of a page before compression. Each column of each
	// open table has one in memory.
	pageBytes = 64 << 10
	// dictionaryBytes is the size at which a column stops using its dictionary.
	dictionaryBytes = 64 << 10
)

// limit is the size of a batch, which is added to the pages at once.
var limit = batch.Limit{Rows: 4096, Bytes: 1 << 20}

var (
	// codec is shared so that its encoders are reused.
	codec = &zstd.Codec{Level: zstd.SpeedFastest}
	// pages is the pool of memory for compressed pages until their row group is
	// complete.
	pages = parquet.NewChunkBufferPool(4 << 10)
)

// An encoder writes the rows of one table.
type encoder struct {
	out      *tablefile.Output
	schema   *dataset.Schema
	metadata map[string]string
	scratch  *scratch
	batches  *batch.Batcher
	last     bool                        // no further batch will come
	writer   *parquet.GenericWriter[any] // nil before the first batch
	// rows and bytes of the current row group
	rows, bytes int
	// part is the size at which a file ends, or 0; ended is true when it has.
	part  int64
	ended bool
}

func newEncoder(out *tablefile.Output, s *dataset.Schema, scratch *scratch, part int64) (*encoder, error) {
	metadata, err := metadataOf(s)
	if err != nil {
		return nil, err
	}
	e := &encoder{out: out, schema: s, metadata: metadata, scratch: scratch, part: part}
	e.batches = batch.New(s, limit, e.add)
	return e, nil
}

// Write implements [tablefile.Encoder].
func (e *encoder) Write(rec arrow.Record) error { return e.batches.Add(rec) }

// Close implements [tablefile.Encoder].
func (e *encoder) Close() error {
	e.last = true
	if err := e.batches.Flush(); err != nil {
		return err
	}
	if e.writer == nil {
		e.begin(nil, 0)
	}
	return e.writer.Close()
}

// add adds a batch to the current row group.
func (e *encoder) add(rec arrow.Record) error {
	rows := int(rec.NumRows())
	size := batch.Size(rec, 0, rows)
	if err := e.nextPart(); err != nil {
		return err
	}
	if e.writer == nil {
		e.begin(rec, size)
	}
	for i, column := range e.writer.ColumnWriters() {
		values := e.scratch.column(rec.Column(i), &e.schema.Fields[i], i)
		if _, err := column.WriteRowValues(values); err != nil {
			return err
		}
	}
	e.rows, e.bytes = e.rows+rows, e.bytes+size
	if e.rows < groupRows && e.bytes < groupBytes {
		return nil
	}
	e.rows, e.bytes = 0, 0
	err := e.writer.Flush()
	e.ended = e.part > 0 && e.out.Size() >= e.part
	return err
}

// nextPart begins the next file if the last one has ended. It must be called only
// when there are rows for it, so that no file is empty except a single one.
func (e *encoder) nextPart() error {
	if !e.ended {
		return nil
	}
	if err := e.writer.Close(); err != nil {
		return err
	}
	e.writer, e.ended = nil, false
	return e.out.Next()
}

// begin makes the writer of a file that begins with the batch rec, or nil if there
// are no rows. Each column reserves a page and keeps a dictionary, which takes
// longer than to write a small table: a table of one batch reserves less and has
// none.
func (e *encoder) begin(rec arrow.Record, size int) {
	page, repeats := pageBytes, make([]bool, len(e.schema.Fields))
	if e.last {
		page = min(max(size/len(repeats), 64), page)
	} else {
		for i := range repeats {
			repeats[i] = repeating(rec.Column(i))
		}
	}
	e.writer = parquet.NewGenericWriter[any](e.out, schemaOf(e.schema, repeats), &parquet.WriterConfig{
		CreatedBy:          "tidywiki version 1 (build parquet-go)",
		ColumnPageBuffers:  pages,
		PageBufferSize:     page,
		WriteBufferSize:    -1, // out is a buffer
		Compression:        codec,
		DictionaryMaxBytes: dictionaryBytes,
		KeyValueMetadata:   e.metadata,
		// The page index has the statistics of pages, with long values cut.
	}, parquet.DataPageStatistics(false))
}

// repeating reports whether a column of strings has each value at least twice on
// average, so that a dictionary is worth its memory.
func repeating(a arrow.Array) bool {
	s, ok := a.(*array.String)
	if !ok {
		return false
	}
	seen := make(map[string]bool)
	for i := range s.Len() {
		seen[s.Value(i)] = true
	}
	return 2*len(seen) <= s.Len()
}
