package partfile

import (
	"bytes"
	"fmt"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/bitutil"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/apache/arrow/go/v15/arrow/memory"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// How the values of a column follow.
const (
	everyRow = iota // a value for each row
	someRows        // the validity bitmap, then a value for each row that has one
	noRow           // nothing: all are null
	sameText        // the text of all rows
)

// column writes the values of one column.
func (s *encoder) column(a arrow.Array) {
	switch text, _ := a.(*array.String); {
	case a.NullN() == a.Len() && a.Len() > 0:
		s.byte(noRow)
		return
	case text != nil && allSame(text):
		s.byte(sameText)
		s.text(text.Value(0))
		return
	case a.NullN() > 0:
		s.byte(someRows)
		s.validity(a)
	default:
		s.byte(everyRow)
	}
	s.values(a)
}

// validity writes Arrow's bitmap: a 1 for each value.
func (s *encoder) validity(a arrow.Array) {
	bits := make([]byte, bitutil.CeilByte(a.Len())/8)
	for i := range a.Len() {
		if a.IsValid(i) {
			bitutil.SetBit(bits, i)
		}
	}
	s.bytes(bits)
}

// values writes those of the rows that have one.
func (s *encoder) values(a arrow.Array) {
	switch a := a.(type) {
	case *array.String:
		each(a, func(i int) { s.text(a.Value(i)) })
	case *array.Int64:
		each(a, func(i int) { s.int(a.Value(i)) })
	case *array.Float64:
		each(a, func(i int) { s.float(a.Value(i)) })
	case *array.Decimal128:
		each(a, func(i int) {
			v := a.Value(i)
			s.word(uint64(v.HighBits()))
			s.word(v.LowBits())
		})
	case *array.Boolean:
		each(a, func(i int) { s.bool(a.Value(i)) })
	case *array.Date32:
		each(a, func(i int) { s.int(int64(a.Value(i))) })
	case *array.Int32:
		each(a, func(i int) { s.int(int64(a.Value(i))) })
	default:
		panic(fmt.Sprintf("partfile: a column holds a %s", a.DataType()))
	}
}

// each calls do for the rows that have a value.
func each(a arrow.Array, do func(i int)) {
	if a.NullN() == 0 {
		for i := range a.Len() {
			do(i)
		}
		return
	}
	for i := range a.Len() {
		if a.IsValid(i) {
			do(i)
		}
	}
}

// allSame reports whether a column of two rows or more has one text in all of them.
func allSame(a *array.String) bool {
	if a.Len() < 2 || a.NullN() > 0 {
		return false
	}
	first := a.Value(0)
	for i := 1; i < a.Len(); i++ {
		if a.Value(i) != first {
			return false
		}
	}
	return true
}

// column reads the values of one column of n rows.
func (d *decoder) column(field *dataset.Field, t arrow.DataType, n int) arrow.Array {
	kind := d.byte()
	valid, nulls := d.valid(kind, n)
	if !d.claim(n, widthOf(field.Type)) || nulls > 0 && !field.Nullable || kind == sameText && field.Type != dataset.String || kind > sameText {
		d.fail()
		return nil
	}
	bufs := []*memory.Buffer{nil, nil}
	if nulls > 0 {
		bufs[0] = memory.NewBufferBytes(valid)
	}
	has := func(i int) bool { return nulls == 0 || bitutil.BitIsSet(valid, i) }
	switch field.Type {
	case dataset.String:
		offsets, text := d.strings(n, kind, has)
		bufs[1] = memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(offsets))
		bufs = append(bufs, memory.NewBufferBytes(text))
	case dataset.Integer:
		bufs[1] = memory.NewBufferBytes(arrow.Int64Traits.CastToBytes(values(n, has, d.int)))
	case dataset.Number:
		bufs[1] = memory.NewBufferBytes(arrow.Float64Traits.CastToBytes(values(n, has, d.float)))
	case dataset.Decimal:
		bufs[1] = memory.NewBufferBytes(arrow.Decimal128Traits.CastToBytes(values(n, has, d.decimal)))
	case dataset.Boolean:
		bufs[1] = memory.NewBufferBytes(d.bits(n, has))
	case dataset.Date, dataset.Year:
		bufs[1] = memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(values(n, has, d.int32)))
	}
	if d.damaged {
		return nil
	}
	return array.MakeFromData(array.NewData(t, n, bufs, nil, nulls, 0))
}

// widthOf is what a value takes in memory, the bytes of a text apart.
func widthOf(t dataset.Type) int {
	switch t {
	case dataset.Decimal:
		return arrow.Decimal128SizeBytes
	case dataset.Boolean:
		return 1
	}
	return 8
}

// valid reads which rows have a value: the bitmap, and how many have none.
func (d *decoder) valid(kind byte, n int) (bits []byte, nulls int) {
	switch kind {
	case noRow:
		if !d.claim(n, 1) {
			return nil, 0
		}
		return make([]byte, bitutil.CeilByte(n)/8), n
	case someRows:
		if bits = d.take(bitutil.CeilByte(max(n, 0)) / 8); bits == nil {
			d.fail()
			return nil, 0
		}
		bits = bytes.Clone(bits)
		return bits, n - bitutil.CountSetBits(bits, 0, n)
	}
	return nil, 0
}

func values[T any](n int, has func(int) bool, read func() T) []T {
	all := make([]T, n)
	for i := range all {
		if has(i) {
			all[i] = read()
		}
	}
	return all
}

func (d *decoder) decimal() decimal128.Num {
	high, low := d.word(), d.word()
	return decimal128.New(int64(high), low)
}

func (d *decoder) bits(n int, has func(int) bool) []byte {
	bits := make([]byte, bitutil.CeilByte(n)/8)
	for i := range n {
		if has(i) && d.bool() {
			bitutil.SetBit(bits, i)
		}
	}
	return bits
}

// strings reads texts as Arrow keeps them: their offsets, and their bytes.
func (d *decoder) strings(n int, kind byte, has func(int) bool) ([]int32, []byte) {
	offsets := make([]int32, n+1)
	if kind == sameText {
		text := d.take(d.uint())
		if !d.claim(n, len(text)) || n*len(text) > maxText {
			d.fail()
			return nil, nil
		}
		for i := range n {
			offsets[i+1] = int32((i + 1) * len(text))
		}
		return offsets, bytes.Repeat(text, n)
	}
	size := 0
	for ahead, i := *d, 0; i < n; i++ { // to have their bytes in one piece
		if has(i) {
			size += len(ahead.take(ahead.uint()))
		}
	}
	if !d.claim(size, 1) || size > maxText {
		d.fail()
		return nil, nil
	}
	text := make([]byte, 0, size)
	for i := range n {
		if has(i) {
			text = append(text, d.take(d.uint())...)
		}
		offsets[i+1] = int32(len(text))
	}
	return offsets, text
}

// maxText is how many bytes the texts of one column of a record can have in Arrow.
const maxText = 1<<31 - 1
