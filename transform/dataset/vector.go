package dataset

import (
	"slices"
	"sync"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// A vector is one column being built. Only the slice of the column's type is used: bytes for strings (with
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

// size is how many bytes the column takes in Arrow's layout, as the arena counts
// them.
func (v *vector) size(t Type) int {
	n := 0
	if len(v.nulls) > 0 {
		n = words((v.n + 7) / 8)
	}
	switch t {
	case String:
		n += words(4*(v.n+1)) + words(len(v.bytes))
	case Integer, Number:
		n += 8 * v.n
	case Decimal:
		n += 16 * v.n
	case Boolean:
		n += words((v.n + 7) / 8)
	case Date, Year:
		n += words(4 * v.n)
	}
	return n
}

// array copies the column into memory of the arena.
func (v *vector) array(t Type, as arrow.DataType, a *arena) arrow.Array {
	bufs := a.list()
	if len(v.nulls) > 0 {
		bufs[0] = v.validity(a)
	}
	switch t {
	case String:
		ends := a.take(4 * (v.n + 1))
		copy(ends[4:], arrow.Int32Traits.CastToBytes(v.i32))
		bufs[1], bufs[2] = a.buffer(ends), a.copy(v.bytes)
		return a.array(as, v.n, bufs, len(v.nulls))
	case Integer:
		bufs[1] = a.copy(arrow.Int64Traits.CastToBytes(v.i64))
	case Number:
		bufs[1] = a.copy(arrow.Float64Traits.CastToBytes(v.f64))
	case Decimal:
		bufs[1] = a.copy(arrow.Decimal128Traits.CastToBytes(v.dec))
	case Boolean:
		bufs[1] = v.bits(a)
	case Date, Year:
		bufs[1] = a.copy(arrow.Int32Traits.CastToBytes(v.i32))
	}
	return a.array(as, v.n, bufs[:2], len(v.nulls))
}

// validity is Arrow's bitmap with a 1 for each value.
func (v *vector) validity(a *arena) *memory.Buffer {
	bits := a.take((v.n + 7) / 8)
	for i := range bits {
		bits[i] = 0xFF
	}
	for _, i := range v.nulls {
		bits[i/8] &^= 1 << (i % 8)
	}
	return a.buffer(bits)
}

// bits packs booleans.
func (v *vector) bits(a *arena) *memory.Buffer {
	bits := a.take((v.n + 7) / 8)
	for i, b := range v.bytes {
		bits[i/8] |= b << (i % 8)
	}
	return a.buffer(bits)
}

// reset empties the vector and keeps its memory, unless that is large.
func (v *vector) reset() {
	const most = 256 << 10 // values, or bytes of strings
	v.n = 0
	v.nulls, v.bytes = emptied(v.nulls, most), emptied(v.bytes, most)
	v.i32, v.i64 = emptied(v.i32, most), emptied(v.i64, most)
	v.f64, v.dec = emptied(v.f64, most), emptied(v.dec, most)
}

func emptied[T any](s []T, most int) []T {
	if cap(s) > most {
		return nil
	}
	return s[:0]
}

// spare are the vectors that no builder has at the moment. What they hold is
// copied when a table is made of them, so that a table takes no more memory than
// its values, however its rows came.
var spare = sync.Pool{New: func() any { return new([]vector) }}

func takeVectors(n int) []vector {
	p := spare.Get().(*[]vector)
	v := *p
	if len(v) < n {
		v = append(v, make([]vector, n-len(v))...)
	}
	return v[:n]
}

func giveBack(v []vector) {
	for i := range v {
		v[i].reset()
	}
	v = v[:cap(v)]
	spare.Put(&v)
}
