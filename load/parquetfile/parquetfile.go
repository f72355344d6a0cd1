// Package parquetfile writes tables as Parquet: data/<table>.parquet, compressed
// with ZSTD, with statistics and page index, so that a reader can skip what a
// query does not need.
//
//	SELECT name, length FROM 'data/rivers.parquet' WHERE length > 1000     -- DuckDB
//	SELECT name, length FROM 'data/rivers/*.parquet'                       -- with Options.PartBytes
//
//	field      Parquet
//	string     BYTE_ARRAY, STRING
//	integer    INT64
//	number     DOUBLE
//	decimal    DECIMAL on INT32, INT64 or, over 18 digits, 16 bytes
//	boolean    BOOLEAN
//	date       INT32, DATE
//	year       INT32
//
// The file's key-value metadata hold title, description and origin of the table,
// the titles and units of its fields as JSON under "fields", and the Arrow schema
// under "ARROW:schema", from which pyarrow, polars and R restore the metadata of
// fields.
//
// A row group holds up to 122,880 rows (a unit of work in DuckDB) or 32 MB of
// values; it stays in memory, compressed, until it is complete. The bytes depend on
// the rows alone, not on how many of them came with each Write.
package parquetfile

import (
	"context"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Options are the settings of a [Loader].
type Options struct {
	// PartBytes splits a table that grows from page to page into a folder of files:
	// data/<table>/part-00000.parquet and so on. A file ends with the row group that
	// reaches PartBytes, so it may be larger by up to one row group. The default, 0,
	// is one file per table.
	PartBytes int64
}

// A Loader writes Parquet.
type Loader struct{ options Options }

var _ load.Loader = (*Loader)(nil)

// New returns a loader.
func New(o Options) *Loader { return &Loader{o} }

// Open implements [load.Loader].
func (l *Loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	scratch := new(scratch) // shared by all tables of a run: they are written one at a time
	begin := func(out *tablefile.Output, s *dataset.Schema) (tablefile.Encoder, error) {
		return newEncoder(out, s, scratch, l.options.PartBytes)
	}
	return tablefile.Format{Name: "parquet", Parts: l.options.PartBytes > 0, Begin: begin}.Open(ctx, out)
}
