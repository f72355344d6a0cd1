package collection

import (
	"math"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
)

// isEmpty reports whether a column has no values: texts that mean none do not count.
func isEmpty(a arrow.Array) bool {
	texts, ok := a.(*array.String)
	if !ok || a.NullN() == a.Len() {
		return a.NullN() == a.Len()
	}
	for i := range texts.Len() {
		if texts.IsValid(i) && !column.IsNull(texts.Value(i)) {
			return false
		}
	}
	return true
}

// A stat is what must be known of the values of a field to find a type that holds
// them and those of others.
type stat struct {
	tables int // that have a value
	// least and most are those of whole numbers and years.
	least, most int64
	// digits is how many digits numbers have before the point at most, places how many
	// behind it.
	digits, places int32
}

// observe adds the values of a column.
func (s *stat) observe(f *dataset.Field, a arrow.Array) {
	if isEmpty(a) {
		return
	}
	s.tables++
	switch a := a.(type) {
	case *array.Int64:
		for i := range a.Len() {
			if a.IsValid(i) {
				s.whole(a.Value(i))
			}
		}
	case *array.Int32:
		for i := range a.Len() {
			if a.IsValid(i) {
				s.whole(int64(a.Value(i)))
			}
		}
	case *array.Float64:
		for i := range a.Len() {
			if a.IsValid(i) {
				s.fraction(a.Value(i))
			}
		}
	case *array.Decimal128:
		s.places = max(s.places, f.Scale)
		for i := range a.Len() {
			if a.IsValid(i) {
				n := int32(len(a.Value(i).Abs().BigInt().String()))
				s.digits = max(s.digits, n-f.Scale)
			}
		}
	}
}

func (s *stat) whole(v int64) {
	s.least, s.most = min(s.least, v), max(s.most, v)
	s.digits = max(s.digits, digitsOf(v))
}

func digitsOf(v int64) (n int32) {
	for ; v != 0; v /= 10 {
		n++
	}
	return n
}

func (s *stat) fraction(v float64) {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		s.digits = max(s.digits, digitsOf(int64(v)))
		return
	}
	d := decimalOf(v)
	c, e := d.Big()
	n := int32(len(c.String()))
	s.digits, s.places = max(s.digits, n+e), max(s.places, -e)
}

// decimalOf is the number that the shortest text of a float64 has.
func decimalOf(v float64) number.Decimal {
	var buf [32]byte
	d, _ := number.ParseDecimal(string(strconv.AppendFloat(buf[:0], v, 'g', -1, 64)))
	return d
}

// merge adds what is known of other values.
func (s *stat) merge(o stat) {
	s.tables += o.tables
	s.least, s.most = min(s.least, o.least), max(s.most, o.most)
	s.digits, s.places = max(s.digits, o.digits), max(s.places, o.places)
}

// exactFloats reports whether a float64 holds each of the whole numbers.
func (s *stat) exactFloats() bool {
	const limit = 1 << 53
	return s.least >= -limit && s.most <= limit
}
