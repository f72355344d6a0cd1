package dataset

import (
	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// An arena is the memory of all columns of a table: a page makes a dozen small
// tables, and an allocation for each buffer would cost more than the values.
type arena struct {
	free    []byte
	buffers []memory.Buffer
	lists   []*memory.Buffer
	data    []array.Data
}

// newArena returns an arena of so many bytes, for so many columns.
func newArena(size, columns int) *arena {
	return &arena{free: arrow.Uint64Traits.CastToBytes(make([]uint64, size/8)), buffers: make([]memory.Buffer, buffersEach*columns),
		lists: make([]*memory.Buffer, buffersEach*columns), data: make([]array.Data, columns)}
}

// buffersEach is how many buffers a column has at most: validity, ends, bytes.
const buffersEach = 3

// words is n rounded up to whole words of 8 bytes, to which all buffers are
// aligned.
func words(n int) int { return (n + 7) &^ 7 }

// take returns n bytes that are 0.
func (a *arena) take(n int) []byte {
	b := a.free[:n:n]
	a.free = a.free[words(n):]
	return b
}

// copy returns a buffer with the bytes of b.
func (a *arena) copy(b []byte) *memory.Buffer {
	to := a.take(len(b))
	copy(to, b)
	return a.buffer(to)
}

// buffer returns a buffer of bytes of the arena.
func (a *arena) buffer(bytes []byte) *memory.Buffer {
	b := &a.buffers[0]
	a.buffers = a.buffers[1:]
	b.Reset(bytes)
	return b
}

// list returns the place for the buffers of a column, none of them set.
func (a *arena) list() []*memory.Buffer {
	l := a.lists[:buffersEach:buffersEach]
	a.lists = a.lists[buffersEach:]
	return l
}

// array makes n values of a type of their buffers.
func (a *arena) array(t arrow.DataType, n int, buffers []*memory.Buffer, nulls int) arrow.Array {
	d := &a.data[0]
	a.data = a.data[1:]
	d.Reset(t, n, buffers, nil, nulls, 0)
	d.Retain() // the owner's, as NewData has it
	return array.MakeFromData(d)
}
