package recipe

import (
	"strings"

	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
)

// fit converts a value to the type of a field. Null always fits. ok is false if the value
// does not fit.
func fit(v any, f *dataset.Field) (fitted any, ok bool) {
	if absent(v) {
		return nil, true
	}
	switch f.Type {
	case dataset.String:
		switch v.(type) {
		case []any, record, dictionary:
			return nil, false
		}
		return orNull(text(v)), true
	case dataset.Boolean:
		b, ok := v.(bool)
		return b, ok
	case dataset.Date:
		d, ok := v.(days)
		if !ok || !d.known || d.start != d.end {
			return nil, false
		}
		return oneDay(d.start), true
	}
	return fitNumber(v, f)
}

// fitNumber also accepts numbers in texts, and the year of a date.
func fitNumber(v any, f *dataset.Field) (fitted any, ok bool) {
	d, ok := v.(number.Decimal)
	switch v := v.(type) {
	case string:
		n, isNumber := number.Parse(v, nil)
		d, ok = n.Value, isNumber
	case days:
		if f.Type == dataset.Year && v.known {
			y, _ := yearOf(v)
			d, ok = y.(number.Decimal)
		}
	}
	if !ok {
		return nil, false
	}
	switch f.Type {
	case dataset.Integer:
		n, whole := d.Int64()
		return number.NewDecimal(n, 0), whole
	case dataset.Year:
		n, whole := d.Int64()
		return number.NewDecimal(n, 0), whole && -9999 <= n && n <= 9999
	case dataset.Decimal:
		d = d.Round(int(f.Scale))
		_, _, fits := d.Scaled128(f.Scale)
		return d, fits
	}
	return d, true
}

// table builds the Arrow table of rows.
func (t *Table) table(pageID string, rows []record) *dataset.Table {
	b := dataset.NewBuilder(t.Schema)
	for _, row := range rows {
		b.Str(pageID)
		for _, f := range t.fields {
			if f.kind != nil {
				appendValue(b, f.kind, row[f.name])
			}
		}
	}
	return b.Table(t.Name)
}

func appendValue(b *dataset.Builder, f *dataset.Field, v any) {
	switch v := v.(type) {
	case nil:
		b.Null()
	case string:
		b.Str(strings.ToValidUTF8(v, "\uFFFD"))
	case bool:
		b.Bool(v)
	case days:
		b.Day(v.start)
	case number.Decimal:
		appendNumber(b, f, v)
	}
}

func appendNumber(b *dataset.Builder, f *dataset.Field, d number.Decimal) {
	switch f.Type {
	case dataset.Integer:
		n, _ := d.Int64()
		b.Int(n)
	case dataset.Year:
		n, _ := d.Int64()
		b.Year(int32(n))
	case dataset.Number:
		b.Num(d.Float64())
	case dataset.Decimal:
		hi, lo, _ := d.Scaled128(f.Scale)
		b.Dec(decimal128.New(hi, lo))
	}
}
