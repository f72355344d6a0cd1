package dataset

import (
	"fmt"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// A record is an [arrow.Record] whose columns are known to be those of its schema:
// for tables of a few rows, array.NewRecord's look at their types takes longer
// than the rows. Its memory is Go's: Retain and Release do nothing.
type record struct {
	schema *arrow.Schema
	cols   []arrow.Array
	rows   int
}

var _ arrow.Record = (*record)(nil)

// recordOf makes a record of columns that are built.
func recordOf(s *Schema, cols []vector) *record {
	size := 0
	for i := range cols {
		size += cols[i].size(s.Fields[i].Type)
	}
	a := newArena(size, len(cols))
	r := &record{schema: s.arrow, cols: make([]arrow.Array, len(cols))}
	for i := range cols {
		r.rows = cols[i].n
		r.cols[i] = cols[i].array(s.Fields[i].Type, s.arrow.Field(i).Type, a)
	}
	return r
}

func (*record) Retain()  {}
func (*record) Release() {}

// Schema implements [arrow.Record], as the others do.
func (r *record) Schema() *arrow.Schema    { return r.schema }
func (r *record) NumRows() int64           { return int64(r.rows) }
func (r *record) NumCols() int64           { return int64(len(r.cols)) }
func (r *record) Columns() []arrow.Array   { return r.cols }
func (r *record) Column(i int) arrow.Array { return r.cols[i] }
func (r *record) ColumnName(i int) string  { return r.schema.Field(i).Name }

func (r *record) checked() arrow.Record {
	return array.NewRecord(r.schema, r.cols, int64(r.rows))
}

// SetColumn returns a record with another column i; it fails if that is of another
// type or length.
func (r *record) SetColumn(i int, col arrow.Array) (arrow.Record, error) {
	return r.checked().SetColumn(i, col)
}

// NewSlice returns the rows from i up to, not including, j.
func (r *record) NewSlice(i, j int64) arrow.Record { return r.checked().NewSlice(i, j) }

// MarshalJSON writes the rows as array/json does.
func (r *record) MarshalJSON() ([]byte, error) { return r.checked().MarshalJSON() }

// String shows the record, for tests.
func (r *record) String() string { return fmt.Sprint(r.checked()) }
