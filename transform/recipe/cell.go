package recipe

import (
	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
)

// ownText reads a string column of a wide table that is not a column of the page.
func ownText(t *dataset.Table, row int, name string) string {
	if f := t.Schema.Index(name); f >= 0 && t.Origin.Fields[f] < 0 {
		return t.ColumnAt(f).Str(row)
	}
	return ""
}

// allColumns has the values of a row by the column names of the wide table.
func (p *view) allColumns(t *dataset.Table, row int) dictionary {
	d := dictionary{}
	for f := range t.Schema.Fields {
		if t.Origin.Fields[f] >= 0 {
			d[fold(t.Schema.Fields[f].Name)], _ = p.cell(t, row, f, asAny)
		}
	}
	return d
}

// cell returns a value of a wide table and its text. Numbers keep their printed digits.
func (p *view) cell(t *dataset.Table, row, field int, as roleKind) (value, text any) {
	r, c := p.data.Place(t, row, field)
	text = orNull(p.data.Sheets[t.Origin.Table-1].Grid.At(r-1, c-1).Plain)
	if as == asText {
		return text, text
	}
	_, decimal := p.data.Written(t, row, field)
	if d, ok := number.ParseDecimal(decimal); ok && (as == asNumber || t.Schema.Fields[field].Type != dataset.String) {
		return d, text
	}
	if as == asNumber {
		return nil, text
	}
	switch v := t.ColumnAt(field).Value(row).(type) {
	case string:
		return orNull(v), text
	case bool:
		return v, text
	case arrow.Date32:
		return oneDay(int32(v)), text
	case int64:
		return number.NewDecimal(v, 0), text
	}
	return nil, text
}
