package text

import (
	"fmt"
	"strconv"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/bitutil"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Column formats the values of one column of a record, without allocating.
type Column struct {
	Type  dataset.Type
	scale int32
	valid []byte // bitmap of the values that are not null; nil if there are no nulls
	at    int    // index of the first value in it

	strings  *array.String
	booleans *array.Boolean
	integers []int64
	numbers  []float64
	decimals []decimal128.Num
	dates    []arrow.Date32
	years    []int32
}

// Columns returns a column for each field of s; [Column.Bind] gives it values.
func Columns(s *dataset.Schema) []Column {
	cols := make([]Column, len(s.Fields))
	for i, f := range s.Fields {
		cols[i] = Column{Type: f.Type, scale: f.Scale}
	}
	return cols
}

// Bind makes c format the values of a, until the next Bind.
func (c *Column) Bind(a arrow.Array) {
	c.valid = nil
	if a.NullN() > 0 {
		c.valid, c.at = a.NullBitmapBytes(), a.Data().Offset()
	}
	switch a := a.(type) {
	case *array.String:
		c.strings = a
	case *array.Boolean:
		c.booleans = a
	case *array.Int64:
		c.integers = a.Int64Values()
	case *array.Float64:
		c.numbers = a.Float64Values()
	case *array.Decimal128:
		c.decimals = a.Values()
	case *array.Date32:
		c.dates = a.Date32Values()
	case *array.Int32:
		c.years = a.Int32Values()
	default:
		panic(fmt.Sprintf("text: a column of %s", a.DataType()))
	}
}

// Null reports whether row i has no value.
func (c *Column) Null(i int) bool { return c.valid != nil && !bitutil.BitIsSet(c.valid, c.at+i) }

// Str returns the string in row i of a column of strings.
func (c *Column) Str(i int) string { return c.strings.Value(i) }

// Append appends the value in row i, which must not be null, of a column of any type
// except string.
func (c *Column) Append(buf []byte, i int) []byte {
	switch c.Type {
	case dataset.Integer:
		return strconv.AppendInt(buf, c.integers[i], 10)
	case dataset.Number:
		return AppendNumber(buf, c.numbers[i])
	case dataset.Decimal:
		return AppendDecimal(buf, c.decimals[i], c.scale)
	case dataset.Boolean:
		return strconv.AppendBool(buf, c.booleans.Value(i))
	case dataset.Date:
		return AppendDate(buf, int32(c.dates[i]))
	case dataset.Year:
		return strconv.AppendInt(buf, int64(c.years[i]), 10)
	}
	panic("text: Append of a string")
}

// AppendDate appends the day that many days after 1970-01-01 in the proleptic
// Gregorian calendar, ISO 8601 with astronomical years: 0000 is 1 BC. Years have
// at least four digits.
func AppendDate(buf []byte, days int32) []byte {
	year, month, day := time.Unix(int64(days)*24*60*60, 0).UTC().Date()
	buf = appendYear(buf, year)
	buf = append(buf, '-', byte('0'+month/10), byte('0'+month%10))
	return append(buf, '-', byte('0'+day/10), byte('0'+day%10))
}

func appendYear(buf []byte, year int) []byte {
	if year < 0 {
		buf, year = append(buf, '-'), -year
	}
	for limit := 1000; limit > year && limit > 1; limit /= 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, int64(year), 10)
}
