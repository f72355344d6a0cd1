package batch

import (
	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/bitutil"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// A column holds the values of one field in Arrow's layout.
type column struct {
	typ    arrow.DataType
	n      int
	nulls  int
	valid  []byte  // bitmap; unused while there are no nulls
	ends   []int32 // of strings, the first being 0
	values []byte  // a bitmap for booleans
}

// add appends n values of a, beginning with value from.
func (c *column) add(a arrow.Array, from, n int) {
	c.addValid(a, from, n)
	at := a.Data().Offset() + from
	raw := a.Data().Buffers()[1]
	switch a := a.(type) {
	case *array.String:
		c.addStrings(a, from, n)
	case *array.Boolean:
		c.values = grow(c.values, c.n+n)
		bitutil.CopyBitmap(raw.Bytes(), at, n, c.values, c.n)
	default:
		w := width(c.typ)
		c.values = append(c.values, raw.Bytes()[at*w:(at+n)*w]...)
	}
	c.n += n
}

func (c *column) addStrings(a *array.String, from, n int) {
	if len(c.ends) == 0 {
		c.ends = append(c.ends, 0)
	}
	ends, text := a.ValueOffsets(), a.ValueBytes()
	shift := int32(len(c.values)) - ends[from]
	for _, end := range ends[from+1 : from+n+1] {
		c.ends = append(c.ends, end+shift)
	}
	c.values = append(c.values, text[ends[from]-ends[0]:ends[from+n]-ends[0]]...)
}

func (c *column) addValid(a arrow.Array, from, n int) {
	if a.NullN() == 0 && c.nulls == 0 {
		return
	}
	if c.nulls == 0 {
		c.valid = grow(c.valid, c.n)
		bitutil.SetBitsTo(c.valid, 0, int64(c.n), true)
	}
	c.valid = grow(c.valid, c.n+n)
	if a.NullN() == 0 {
		bitutil.SetBitsTo(c.valid, int64(c.n), int64(n), true)
		return
	}
	at := a.Data().Offset() + from
	bitutil.CopyBitmap(a.NullBitmapBytes(), at, n, c.valid, c.n)
	c.nulls += n - bitutil.CountSetBits(a.NullBitmapBytes(), at, n)
}

// take returns the values as an array that is valid until the next add.
func (c *column) take(n int) arrow.Array {
	bufs := []*memory.Buffer{nil, memory.NewBufferBytes(c.values)}
	if c.nulls > 0 {
		bufs[0] = memory.NewBufferBytes(c.valid)
	}
	if c.typ.ID() == arrow.STRING {
		bufs = []*memory.Buffer{bufs[0], memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(c.ends)), bufs[1]}
	}
	a := array.MakeFromData(array.NewData(c.typ, n, bufs, nil, c.nulls, 0))
	*c = column{typ: c.typ, valid: c.valid[:0], ends: c.ends[:0], values: c.values[:0]}
	return a
}

// grow lengthens a bitmap to hold n bits.
func grow(bits []byte, n int) []byte {
	for len(bits) < (n+7)/8 {
		bits = append(bits, 0)
	}
	return bits
}
