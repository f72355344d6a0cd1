package parquetfile

import (
	"bytes"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// A wideType holds decimals of more than 18 digits in 16 bytes, the highest
// first, in two's complement. The library compares such bytes without their
// sign: with such bounds in the file, DuckDB would skip rows for which
// amount < -10 is true.
type wideType struct{ parquet.Type }

func newWideType() parquet.Type { return wideType{parquet.FixedLenByteArrayType(16)} }

// Compare implements [parquet.Type].
func (t wideType) Compare(a, b parquet.Value) int { return compareWide(a.ByteArray(), b.ByteArray()) }

// NewColumnBuffer implements [parquet.Type].
func (t wideType) NewColumnBuffer(column, values int) parquet.ColumnBuffer {
	return wideBuffer{t.Type.NewColumnBuffer(column, values)}
}

// NewColumnIndexer implements [parquet.Type].
func (t wideType) NewColumnIndexer(int) parquet.ColumnIndexer { return new(wideIndexer) }

func compareWide(a, b []byte) int {
	if sign := int(int8(a[0])) - int(int8(b[0])); sign != 0 {
		return sign
	}
	return bytes.Compare(a, b)
}

// A wideBuffer makes pages with bounds in numeric order.
type wideBuffer struct{ parquet.ColumnBuffer }

// Page implements [parquet.ColumnBuffer].
func (b wideBuffer) Page() parquet.Page { return widePage{b.ColumnBuffer.Page()} }

type widePage struct{ parquet.Page }

// Bounds implements [parquet.Page].
func (p widePage) Bounds() (least, most parquet.Value, ok bool) {
	values := p.Data()
	data, size := values.FixedLenByteArray()
	if len(data) == 0 {
		return least, most, false
	}
	low, high := data[:size], data[:size]
	for v := range slices.Chunk(data, size) {
		if compareWide(v, low) < 0 {
			low = v
		} else if compareWide(v, high) > 0 {
			high = v
		}
	}
	return parquet.FixedLenByteArrayValue(low), parquet.FixedLenByteArrayValue(high), true
}

// A wideIndexer collects the bounds of pages. It does not look for an order among
// them, which would help only with sorted tables.
type wideIndexer struct{ index format.ColumnIndex }

// Reset implements [parquet.ColumnIndexer]. It does not change the last index.
func (x *wideIndexer) Reset() { x.index = format.ColumnIndex{} }

// IndexPage implements [parquet.ColumnIndexer].
func (x *wideIndexer) IndexPage(values, nulls int64, least, most parquet.Value) {
	x.index.NullPages = append(x.index.NullPages, values == nulls)
	x.index.NullCounts = append(x.index.NullCounts, nulls)
	x.index.MinValues = append(x.index.MinValues, bytes.Clone(least.ByteArray()))
	x.index.MaxValues = append(x.index.MaxValues, bytes.Clone(most.ByteArray()))
}

// ColumnIndex implements [parquet.ColumnIndexer].
func (x *wideIndexer) ColumnIndex() format.ColumnIndex { return x.index }
