package parquetfile

import (
	"reflect"

	"github.com/parquet-go/parquet-go"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// schemaOf returns the Parquet schema of a table, with a dictionary for each column
// that repeats.
func schemaOf(s *dataset.Schema, repeats []bool) *parquet.Schema {
	g := group{fields: make([]parquet.Field, len(s.Fields))}
	for i, f := range s.Fields {
		n := node(f)
		if repeats[i] {
			n = parquet.Encoded(n, &parquet.RLEDictionary)
		}
		if f.Nullable {
			n = parquet.Optional(n)
		}
		g.fields[i] = field{n, f.Name}
	}
	return parquet.NewSchema("table", g)
}

// node returns the column of a field that may not be null.
func node(f dataset.Field) parquet.Node {
	switch f.Type {
	case dataset.Integer:
		return parquet.Int(64)
	case dataset.Number:
		return parquet.Leaf(parquet.DoubleType)
	case dataset.Decimal:
		return parquet.Decimal(int(f.Scale), int(f.Precision), decimalType(f))
	case dataset.Boolean:
		return parquet.Leaf(parquet.BooleanType)
	case dataset.Date:
		return parquet.Date()
	case dataset.Year:
		return parquet.Int(32)
	}
	return parquet.String()
}

// decimalType is the smallest type that holds the digits of a decimal.
func decimalType(f dataset.Field) parquet.Type {
	switch {
	case f.Precision <= 9:
		return parquet.Int32Type
	case f.Precision <= 18:
		return parquet.Int64Type
	}
	return newWideType()
}

// A group keeps the columns in their order; [parquet.Group] sorts them by name.
type group struct {
	parquet.Group
	fields []parquet.Field
}

// Fields implements [parquet.Node].
func (g group) Fields() []parquet.Field { return g.fields }

// A field is a column with its name.
type field struct {
	parquet.Node
	name string
}

// Name implements [parquet.Field].
func (f field) Name() string { return f.name }

// Value implements [parquet.Field]. It is for rows of Go values, which are never
// written here.
func (f field) Value(row reflect.Value) reflect.Value { return row.FieldByName(f.name) }
