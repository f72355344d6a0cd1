package column

import (
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A Beside is the value that each text of a column of strings begins with, where most
// say the same once more in parentheses:
//
//	Length                  length           length_value (km)
//	50 km (31 mi)      ->   50 km (31 mi)    50
//	8.5 km (5.3 mi)         8.5 km (5.3 mi)  8.5
//
// Two values in a cell are a text, so that the column stays one of strings; a wide
// table has the first of them in a field of its own.
type Beside struct {
	// Type is Integer, Number or Date.
	Type Type
	// Unit is the one that all numbers have, or empty.
	Unit string
	// Storage is the type of the field; Precision and Scale are set where it is a
	// decimal.
	Storage          dataset.Type
	Precision, Scale int32
}

// beside finds the values that are before an aside: all texts must begin with one
// of the same type, and at least half must have the aside. nil is none.
func (in *inference) beside(unit string) *Beside {
	all, asides, count := ^set(0), 0, 0
	for i := range in.values {
		v := &in.values[i]
		if v.is(nothing | remark) {
			continue
		}
		if v.is(misfit) {
			return nil
		}
		if count++; v.is(aside) {
			asides++
		}
		all &= v.fits
	}
	if count == 0 || 2*asides < count {
		return nil
	}
	c := Column{Type: all.best(false), Values: in.values}
	switch c.Type {
	case Integer, Number:
		in.store(&c)
	case Date:
		c.Storage, unit = dataset.Date, ""
	}
	if c.Storage == dataset.String {
		return nil
	}
	return &Beside{c.Type, unit, c.Storage, c.Precision, c.Scale}
}

// field is the further field of a column of that name.
func (b *Beside) field(name string) dataset.Field {
	f := dataset.Field{Name: name + "_value", Description: "number that the text begins with", Type: b.Storage, Unit: b.Unit,
		Precision: b.Precision, Scale: b.Scale, Nullable: true}
	if b.Type == Date {
		f.Name, f.Description = name+"_date", "date that the text begins with"
	}
	return f
}

// append fills the field.
func (b *Beside) append(to *dataset.Builder, v *Value) {
	if v.Null || v.is(nothing|remark) {
		to.Null()
		return
	}
	switch b.Storage {
	case dataset.Integer:
		n, _ := v.Number.Int64()
		to.Int(n)
	case dataset.Number:
		to.Num(v.Number.Float64())
	case dataset.Decimal:
		hi, lo, _ := v.Number.Scaled128(b.Scale)
		to.Dec(decimal128.New(hi, lo))
	default:
		to.Day(v.Start)
	}
}
