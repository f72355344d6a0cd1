// Package batch collects the rows of records of any size into batches of a size that
// suits columnar formats. Where a batch ends depends on the rows alone, not on the
// records that they come in: the same rows make the same file however pages are
// grouped.
//
//	b := batch.New(schema, batch.Limit{Rows: 3, Bytes: 1 << 20}, write)
//	b.Add(rec)    // 2 rows: nothing yet
//	b.Add(rec)    // 2 rows: write gets a batch of 3, 1 is held back
//	b.Flush()     // write gets the last one
package batch

import (
	"sort"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Limit is the size of a batch: it ends at Rows rows, or before the row with which its
// values would exceed Bytes. A single row that exceeds Bytes is a batch.
type Limit struct{ Rows, Bytes int }

// A Batcher collects rows. It holds at most one batch.
type Batcher struct {
	limit Limit
	emit  func(arrow.Record) error
	arrow *arrow.Schema
	cols  []column
	rows  int // held back
	bytes int
}

// New returns a batcher that calls emit for each full batch. Emit must not retain the
// batch: its memory is reused.
func New(s *dataset.Schema, limit Limit, emit func(arrow.Record) error) *Batcher {
	b := &Batcher{limit: limit, emit: emit, arrow: s.Arrow(), cols: make([]column, len(s.Fields))}
	for i, f := range b.arrow.Fields() {
		b.cols[i].typ = f.Type
	}
	return b
}

// Add adds the rows of rec, which is not retained.
func (b *Batcher) Add(rec arrow.Record) error {
	for from, end := 0, int(rec.NumRows()); from < end; {
		n, size := b.fit(rec, from)
		full := from+n < end || b.rows+n == b.limit.Rows
		if full && b.rows == 0 {
			if err := b.emit(rec.NewSlice(int64(from), int64(from+n))); err != nil {
				return err
			}
			from += n
			continue
		}
		for i := range b.cols {
			b.cols[i].add(rec.Column(i), from, n)
		}
		b.rows, b.bytes, from = b.rows+n, b.bytes+size, from+n
		if full {
			if err := b.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Flush calls emit for the rows held back, if there are any.
func (b *Batcher) Flush() error {
	if b.rows == 0 {
		return nil
	}
	cols := make([]arrow.Array, len(b.cols))
	for i := range b.cols {
		cols[i] = b.cols[i].take(b.rows)
	}
	rec := array.NewRecord(b.arrow, cols, int64(b.rows))
	b.rows, b.bytes = 0, 0
	return b.emit(rec)
}

// fit returns how many rows of rec, counted from row from, still belong to the current
// batch, and their size.
func (b *Batcher) fit(rec arrow.Record, from int) (n, size int) {
	most := min(int(rec.NumRows())-from, b.limit.Rows-b.rows)
	free := b.limit.Bytes - b.bytes
	if size = Size(rec, from, from+most); size <= free {
		return most, size
	}
	n = sort.Search(most, func(n int) bool { return Size(rec, from, from+n+1) > free })
	if n == 0 && b.rows == 0 {
		n = 1
	}
	return n, Size(rec, from, from+n)
}

// Size returns the size in bytes of the values in the rows [from, to).
func Size(rec arrow.Record, from, to int) int {
	size := 0
	for _, col := range rec.Columns() {
		if s, ok := col.(*array.String); ok {
			size += s.ValueOffset(to) - s.ValueOffset(from) + 4*(to-from)
		} else {
			size += width(col.DataType()) * (to - from)
		}
	}
	return size
}

// width returns the size in bytes of a value of a type other than string. A boolean
// counts as one byte.
func width(t arrow.DataType) int {
	return max(1, t.(arrow.FixedWidthDataType).BitWidth()/8)
}
