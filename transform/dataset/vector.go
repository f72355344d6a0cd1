package dataset

import (
	"slices"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// A vector is one column being built. Its slices become Arrow buffers without a
// copy. Only the slice of the column's type is used: bytes for strings (with
// their ends in i32) and booleans, i32 for dates and years.
type vector struct {
	n     int
	nulls []int32 // rows without a value, ascending
	bytes []byte
	i32   []int32
	i64   []int64
	f64   []float64
	dec   []decimal128.Num
}

// grow makes room for n further rows of a type.
func (v *vector) grow(t Type, n int) {
	switch t {
	case String, Date, Year:
		v.i32 = slices.Grow(v.i32, n)
	case Integer:
		v.i64 = slices.Grow(v.i64, n)
	case Number:
		v.f64 = slices.Grow(v.f64, n)
	case Decimal:
		v.dec = slices.Grow(v.dec, n)
	case Boolean:
		v.bytes = slices.Grow(v.bytes, n)
	}
}

// null marks the row just begun.
func (v *vector) null() { v.nulls = append(v.nulls, int32(v.n-1)) }

func (v *vector) array(f *Field, t arrow.DataType) arrow.Array {
	bufs := []*memory.Buffer{v.validity(), nil}
	switch f.Type {
	case String:
		offsets := make([]int32, 1, v.n+1)
		bufs[1] = memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(append(offsets, v.i32...)))
		bufs = append(bufs, memory.NewBufferBytes(v.bytes))
	case Integer:
		bufs[1] = memory.NewBufferBytes(arrow.Int64Traits.CastToBytes(v.i64))
	case Number:
		bufs[1] = memory.NewBufferBytes(arrow.Float64Traits.CastToBytes(v.f64))
	case Decimal:
		bufs[1] = memory.NewBufferBytes(arrow.Decimal128Traits.CastToBytes(v.dec))
	case Boolean:
		bufs[1] = memory.NewBufferBytes(packBits(v.bytes))
	case Date, Year:
		bufs[1] = memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(v.i32))
	}
	return array.MakeFromData(array.NewData(t, v.n, bufs, nil, len(v.nulls), 0))
}

// validity is Arrow's bitmap with a 1 for each value, nil where all are there.
func (v *vector) validity() *memory.Buffer {
	if len(v.nulls) == 0 {
		return nil
	}
	bits := make([]byte, (v.n+7)/8)
	for i := range bits {
		bits[i] = 0xFF
	}
	for _, i := range v.nulls {
		bits[i/8] &^= 1 << (i % 8)
	}
	return memory.NewBufferBytes(bits)
}

func packBits(bools []byte) []byte {
	bits := make([]byte, (len(bools)+7)/8)
	for i, b := range bools {
		bits[i/8] |= b << (i % 8)
	}
	return bits
}
