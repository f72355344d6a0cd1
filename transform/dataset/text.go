package dataset

import (
	"strconv"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// AppendText appends value i of a column as text: digits without separators, decimals
// with all their places, days as 2006-01-02, true or false, nothing for null.
func AppendText(buf []byte, f *Field, a arrow.Array, i int) []byte {
	if a.IsNull(i) {
		return buf
	}
	switch a := a.(type) {
	case *array.String:
		return append(buf, a.Value(i)...)
	case *array.Int64:
		return strconv.AppendInt(buf, a.Value(i), 10)
	case *array.Int32:
		return strconv.AppendInt(buf, int64(a.Value(i)), 10)
	case *array.Float64:
		return strconv.AppendFloat(buf, a.Value(i), 'f', -1, 64)
	case *array.Decimal128:
		return append(buf, a.Value(i).ToString(f.Scale)...)
	case *array.Boolean:
		return strconv.AppendBool(buf, a.Value(i))
	case *array.Date32:
		return append(buf, a.Value(i).FormattedString()...)
	}
	panic("dataset: a column holds a " + a.DataType().String())
}
