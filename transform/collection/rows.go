package collection

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// batchRows is how many rows of a collection are written at a time, or some more.
const batchRows = 4096

// write gives the rows of a collection to do, in the order of the pages.
func (c *collection) write(from io.ReaderAt, do func(*dataset.Table) error) error {
	var all []location
	for _, s := range c.shapes {
		all = append(all, s.list()...)
	}
	slices.SortFunc(all, func(a, b location) int { return cmp.Compare(a.at, b.at) })
	b, rows := dataset.NewBuilder(c.schema), 0
	var piece []byte
	for i, l := range all {
		piece = slices.Grow(piece[:0], int(l.size))[:l.size]
		if _, err := from.ReadAt(piece, l.at); err != nil {
			return fmt.Errorf("the temporary file of collections cannot be read: %w", err)
		}
		n, err := c.addTable(b, l.shape, piece)
		if err != nil {
			return err
		}
		last := i == len(all)-1
		if rows += n; rows >= batchRows || last {
			t := b.Table(c.name())
			t.Last = last
			if err := do(t); err != nil {
				return err
			}
			rows = 0
		}
	}
	return nil
}

// addTable adds the rows of a table.
func (c *collection) addTable(b *dataset.Builder, s *shape, piece []byte) (rows int, err error) {
	r := bytes.NewReader(piece)
	head := byteReader{from: r}
	m := head.member()
	if head.err != nil {
		return 0, head.err
	}
	columns, printed, err := partfile.ReadRows(piece[len(piece)-r.Len():], s.schema, m.rows)
	if err != nil {
		return 0, fmt.Errorf("the temporary file of collections: %w", err)
	}
	values := make([]value, len(c.fields))
	for i := range c.fields {
		values[i] = c.fields[i].value(s, columns, printed)
	}
	lines := columns[len(columns)-1].(*array.Int64)
	for row := range m.rows {
		b.Str(m.pageID).Str(m.pageTitle).Int(int64(m.table)).Opt(m.section).Opt(m.caption)
		switch {
		case c.year && m.year != 0:
			b.Year(int32(m.year))
		case c.year:
			b.Null()
		}
		for i := range values {
			values[i].add(b, row)
		}
		b.Int(lines.Value(row))
	}
	return m.rows, nil
}

// A value is where the rows of a table have the values of a field.
type value struct {
	to      *field
	from    *dataset.Field // nil if the table has none
	column  arrow.Array
	printed *array.String // nil if texts are as the values
	take    take
	buf     []byte
}

func (f *field) value(s *shape, columns, printed []arrow.Array) value {
	o, has := f.from[s]
	if !has || s.schema.Fields[o.index].Type == dataset.String && f.Type != dataset.String { // or it has no values
		return value{to: f}
	}
	v := value{to: f, from: &s.schema.Fields[o.index], column: columns[o.index], take: o.take}
	if printed != nil && printed[o.index] != nil && !f.kinds.isDated() {
		v.printed = printed[o.index].(*array.String)
	}
	return v
}

// add adds the value of a row.
func (v *value) add(b *dataset.Builder, row int) {
	switch {
	case v.from == nil && !v.to.Nullable: // which only the kind of a row is
		b.Str("data")
	case v.from == nil:
		b.Null()
	case v.take == takeValue && v.to.Type == dataset.String:
		v.addText(b, row)
	case v.column.IsNull(row):
		b.Null()
	case v.take == takeUnit:
		b.Str(v.from.Unit)
	case v.take == takeStart || v.take == takeEnd:
		v.addDay(b, row)
	default:
		v.addValue(b, row)
	}
}

// addText adds the text that the page has.
func (v *value) addText(b *dataset.Builder, row int) {
	if v.printed != nil && v.printed.IsValid(row) {
		b.Str(v.printed.Value(row))
		return
	}
	if v.column.IsNull(row) {
		b.Null()
		return
	}
	v.buf = dataset.AppendText(v.buf[:0], v.from, v.column, row)
	b.Bytes(v.buf)
}

// addDay adds the first or last day of a year or day.
func (v *value) addDay(b *dataset.Builder, row int) {
	if d, ok := v.column.(*array.Date32); ok {
		b.Day(int32(d.Value(row)))
		return
	}
	month, of := 1, 1
	if v.take == takeEnd {
		month, of = 12, 31
	}
	if days, ok := date.Days(int(v.column.(*array.Int32).Value(row)), month, of); ok {
		b.Day(days)
	} else {
		b.Null()
	}
}

// addValue adds a value as the type of the field, which holds it.
func (v *value) addValue(b *dataset.Builder, row int) {
	switch a := v.column.(type) {
	case *array.Int64:
		v.addInteger(b, a.Value(row))
	case *array.Int32:
		if v.to.Type == dataset.Year {
			b.Year(a.Value(row))
		} else {
			v.addInteger(b, int64(a.Value(row)))
		}
	case *array.Float64:
		if v.to.Type == dataset.Number {
			b.Num(a.Value(row))
		} else {
			v.addDecimal(b, decimalOf(a.Value(row)))
		}
	case *array.Decimal128:
		n := a.Value(row)
		if v.from.Scale != v.to.Scale {
			n = n.IncreaseScaleBy(v.to.Scale - v.from.Scale)
		}
		b.Dec(n)
	case *array.Boolean:
		b.Bool(a.Value(row))
	case *array.Date32:
		b.Day(int32(a.Value(row)))
	}
}

func (v *value) addInteger(b *dataset.Builder, n int64) {
	switch v.to.Type {
	case dataset.Integer:
		b.Int(n)
	case dataset.Number:
		b.Num(float64(n))
	default:
		v.addDecimal(b, number.NewDecimal(n, 0))
	}
}

func (v *value) addDecimal(b *dataset.Builder, d number.Decimal) {
	hi, lo, _ := d.Scaled128(v.to.Scale)
	b.Dec(decimal128.New(hi, lo))
}
