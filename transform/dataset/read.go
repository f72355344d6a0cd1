package dataset

import (
	"fmt"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// A Column reads the values of one field of a table.
type Column struct {
	Field *Field
	arr   arrow.Array
}

// Column returns the column of that name. It panics if there is none: steps know
// the tables they read.
func (t *Table) Column(name string) Column {
	i := t.Schema.Index(name)
	if i < 0 {
		panic(fmt.Sprintf("dataset: table %q has no column %q", t.Name, name))
	}
	return t.ColumnAt(i)
}

// ColumnAt returns column i.
func (t *Table) ColumnAt(i int) Column {
	return Column{&t.Schema.Fields[i], t.Record.Column(i)}
}

// Null reports whether row i has no value.
func (c Column) Null(i int) bool { return c.arr.IsNull(i) }

// Str returns the string in row i, "" for null.
func (c Column) Str(i int) string {
	if c.arr.IsNull(i) {
		return ""
	}
	return c.arr.(*array.String).Value(i)
}

// Int returns the integer or year in row i, 0 for null.
func (c Column) Int(i int) int64 {
	if c.arr.IsNull(i) {
		return 0
	}
	if a, ok := c.arr.(*array.Int32); ok {
		return int64(a.Value(i))
	}
	return c.arr.(*array.Int64).Value(i)
}

// Value returns row i as string, int64 (integers and years), float64, bool,
// arrow.Date32, decimal128.Num, or nil for null.
func (c Column) Value(i int) any {
	if c.arr.IsNull(i) {
		return nil
	}
	switch a := c.arr.(type) {
	case *array.String:
		return a.Value(i)
	case *array.Int64:
		return a.Value(i)
	case *array.Int32:
		return int64(a.Value(i))
	case *array.Float64:
		return a.Value(i)
	case *array.Boolean:
		return a.Value(i)
	case *array.Date32:
		return a.Value(i)
	case *array.Decimal128:
		return a.Value(i)
	}
	panic(fmt.Sprintf("dataset: column %q holds a %s", c.Field.Name, c.arr.DataType()))
}
