package dataset

import (
	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// An arena is the memory of all columns of a table: a page makes a dozen small
// tables, and an allocation for each buffer would cost more than the values.
type arena struct {
	free []byte
	bufs []*memory.Buffer
}

// newArena returns an arena of so many bytes, for the buffers of so many columns.
func newArena(size, columns int) *arena {
	return &arena{free: arrow.Uint64Traits.CastToBytes(make([]uint64, size/8)), bufs: make([]*memory.Buffer, 3*columns)}
}

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
	return memory.NewBufferBytes(to)
}

// buffers returns a slice of n buffers, none of them set.
func (a *arena) buffers(n int) []*memory.Buffer {
	b := a.bufs[:n:n]
	a.bufs = a.bufs[n:]
	return b
}
