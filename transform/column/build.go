package column

import (
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Fields are the fields of a wide table that show the column: one, and beside
// partial dates the days they cover, beside durations their seconds, beside texts their
// companions.
func (c *Column) Fields(name string) []dataset.Field {
	fields := make([]dataset.Field, 1, 3+len(c.Companions))
	fields[0] = dataset.Field{Name: name, Type: c.Storage, Unit: c.Unit, Precision: c.Precision, Scale: c.Scale, Nullable: true}
	switch c.Type {
	case EDTF:
		fields = append(fields,
			dataset.Field{Name: name + "_start", Description: "first day it covers", Type: dataset.Date, Nullable: true},
			dataset.Field{Name: name + "_end", Description: "last day it covers", Type: dataset.Date, Nullable: true})
	case Duration:
		fields = append(fields, dataset.Field{Name: name + "_seconds", Description: "the duration in seconds", Unit: "s", Type: dataset.Number, Nullable: true})
	}
	for i := range c.Companions {
		fields = append(fields, c.Companions[i].field(name))
	}
	return fields
}

// Append adds value i to a row of a wide table: a value for each of Fields. text
// is the cell's.
func (c *Column) Append(b *dataset.Builder, i int, text string) {
	v := &c.Values[i]
	switch {
	case v.Null:
		b.Null()
	case c.Storage == dataset.Integer:
		n, _ := v.Number.Int64()
		b.Int(n)
	case c.Storage == dataset.Number:
		b.Num(v.Number.Float64())
	case c.Storage == dataset.Decimal:
		hi, lo, _ := v.Number.Scaled128(c.Scale)
		b.Dec(decimal128.New(hi, lo))
	case c.Storage == dataset.Boolean:
		b.Bool(v.Bool)
	case c.Storage == dataset.Date:
		b.Day(v.Start)
	case c.Storage == dataset.Year:
		n, _ := v.Number.Int64()
		b.Year(int32(n))
	case c.Type == EDTF:
		b.Str(v.EDTF)
	default:
		b.Str(text)
	}
	c.appendBeside(b, v)
	for k := range c.Companions {
		c.Companions[k].append(b, i)
	}
}

// appendBeside fills the fields beside the first.
func (c *Column) appendBeside(b *dataset.Builder, v *Value) {
	switch c.Type {
	case EDTF:
		if v.Null || !v.Dated {
			b.Null().Null()
		} else {
			b.Day(v.Start).Day(v.End)
		}
	case Duration:
		if !v.HasNumber() {
			b.Null()
		} else {
			b.Num(v.Number.Float64())
		}
	}
}
