package parquetfile

import (
	"encoding/binary"
	"slices"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/parquet-go/parquet-go"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// scratch is memory for the values of one column of one batch.
type scratch struct {
	values []parquet.Value
	bytes  []byte
}

// column returns the values of column col as Parquet takes them. They are valid
// until the next call.
func (s *scratch) column(a arrow.Array, f *dataset.Field, col int) []parquet.Value {
	s.values = slices.Grow(s.values[:0], a.Len())[:a.Len()]
	s.fill(a, f)
	if !f.Nullable {
		return s.values
	}
	null := parquet.NullValue().Level(0, 0, col)
	nulls := a.NullN() > 0
	for i := range s.values {
		if nulls && a.IsNull(i) {
			s.values[i] = null
		} else {
			s.values[i] = s.values[i].Level(0, 1, col)
		}
	}
	return s.values
}

// fill sets the values to those of a. The values of nulls are undefined.
func (s *scratch) fill(a arrow.Array, f *dataset.Field) {
	switch a := a.(type) {
	case *array.String:
		s.fillStrings(a)
	case *array.Int64:
		for i, v := range a.Int64Values() {
			s.values[i] = parquet.Int64Value(v)
		}
	case *array.Float64:
		for i, v := range a.Float64Values() {
			s.values[i] = parquet.DoubleValue(v)
		}
	case *array.Int32:
		for i, v := range a.Int32Values() {
			s.values[i] = parquet.Int32Value(v)
		}
	case *array.Date32:
		for i, v := range a.Date32Values() {
			s.values[i] = parquet.Int32Value(int32(v))
		}
	case *array.Boolean:
		for i := range s.values {
			s.values[i] = parquet.BooleanValue(a.Value(i))
		}
	case *array.Decimal128:
		s.fillDecimals(a.Values(), f)
	}
}

func (s *scratch) fillStrings(a *array.String) {
	ends, text := a.ValueOffsets(), a.ValueBytes()
	for i := range s.values {
		s.values[i] = parquet.ByteArrayValue(text[ends[i]-ends[0] : ends[i+1]-ends[0]])
	}
}

func (s *scratch) fillDecimals(values []decimal128.Num, f *dataset.Field) {
	switch {
	case f.Precision <= 9:
		for i, v := range values {
			s.values[i] = parquet.Int32Value(int32(v.LowBits()))
		}
	case f.Precision <= 18:
		for i, v := range values {
			s.values[i] = parquet.Int64Value(int64(v.LowBits()))
		}
	default:
		s.fillWide(values)
	}
}

// fillWide writes decimals as arrays of 16 bytes, the highest first.
func (s *scratch) fillWide(values []decimal128.Num) {
	s.bytes = slices.Grow(s.bytes[:0], 16*len(values)) // the values share it: it must not move
	for i, v := range values {
		s.bytes = binary.BigEndian.AppendUint64(s.bytes, uint64(v.HighBits()))
		s.bytes = binary.BigEndian.AppendUint64(s.bytes, v.LowBits())
		s.values[i] = parquet.FixedLenByteArrayValue(s.bytes[16*i:])
	}
}
