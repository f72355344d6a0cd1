package read

import (
	"errors"
	"io"
	"strconv"
	"time"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/tidywiki/tidywiki/load/internal/text"
)

// A parquetTable reads a Parquet file without nested columns, some rows of each
// column at a time.
type parquetTable struct {
	columns []Column
	leaves  []*leaf
	buf     []parquet.Value    // of one column
	groups  []parquet.RowGroup // not begun
	left    int64              // rows of the group that is being read
}

// A leaf is one column and how its values become text.
type leaf struct {
	kind    parquet.Kind
	logical any
	pages   parquet.Pages
	values  parquet.ValueReader
	digits  []byte
}

func openParquet(f RandomAccess, size int64) (Rows, error) {
	in, err := parquet.OpenFile(f, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, err
	}
	t := &parquetTable{groups: in.RowGroups()}
	for _, field := range in.Schema().Fields() {
		if !field.Leaf() || field.Repeated() {
			return nil, errShape
		}
		l := &leaf{kind: field.Type().Kind()}
		if logical := field.Type().LogicalType(); logical != nil {
			l.logical = logical.Value
		}
		t.leaves = append(t.leaves, l)
		t.columns = append(t.columns, Column{Name: field.Name(), Type: l.typeName(), Required: !field.Optional()})
	}
	t.buf = make([]parquet.Value, rowsFor(len(t.leaves)))
	return t, nil
}

func (l *leaf) typeName() string {
	switch l.logical.(type) {
	case *format.DecimalType:
		return "number"
	case *format.DateType:
		return "date"
	case *format.TimestampType:
		return "datetime"
	}
	switch l.kind {
	case parquet.Boolean:
		return "boolean"
	case parquet.Int32:
		return "year"
	case parquet.Int64:
		return "integer"
	case parquet.Float, parquet.Double:
		return "number"
	}
	return "string"
}

func (t *parquetTable) Columns() []Column { return t.columns }

func (t *parquetTable) Close() error { return t.endGroup() }

func (t *parquetTable) endGroup() error {
	var errs []error
	for _, l := range t.leaves {
		if l.pages != nil {
			errs = append(errs, l.pages.Close())
			l.pages, l.values = nil, nil
		}
	}
	return errors.Join(errs...)
}

func (t *parquetTable) Next(b *Batch) error {
	b.reset(len(t.leaves))
	for t.left == 0 {
		if err := t.endGroup(); err != nil {
			return err
		}
		if len(t.groups) == 0 {
			return io.EOF
		}
		group := t.groups[0]
		t.groups, t.left = t.groups[1:], group.NumRows()
		for i, chunk := range group.ColumnChunks() {
			t.leaves[i].pages = chunk.Pages()
		}
	}
	b.Rows = int(min(t.left, int64(len(t.buf))))
	t.left -= int64(b.Rows)
	for i, l := range t.leaves {
		if err := l.read(&b.Columns[i], t.buf[:b.Rows]); err != nil {
			return err
		}
	}
	return nil
}

// read adds as many of the next values of the column as fit into buf.
func (l *leaf) read(v *Values, buf []parquet.Value) error {
	for n := len(buf); n > 0; {
		if l.values == nil {
			page, err := l.pages.ReadPage()
			if err == io.EOF {
				return io.ErrUnexpectedEOF
			}
			if err != nil {
				return err
			}
			l.values = page.Values()
		}
		got, err := l.values.ReadValues(buf[:n])
		for i := range buf[:got] {
			l.add(v, &buf[i])
		}
		n -= got
		if err == io.EOF {
			l.values = nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

func (l *leaf) add(v *Values, value *parquet.Value) {
	if value.IsNull() {
		v.addNull()
		return
	}
	switch logical := l.logical.(type) {
	case *format.DecimalType:
		l.digits = text.AppendDecimal(l.digits[:0], unscaled(value), logical.Scale)
		v.text = append(v.text, trimZeros(l.digits)...)
		v.end()
		return
	case *format.DateType:
		v.text = text.AppendDate(v.text, value.Int32())
		v.end()
		return
	case *format.TimestampType:
		v.text = appendStamp(v.text, value.Int64(), logical.Unit.Value)
		v.end()
		return
	}
	switch l.kind {
	case parquet.Boolean:
		v.text = strconv.AppendBool(v.text, value.Boolean())
	case parquet.Int32:
		v.text = strconv.AppendInt(v.text, int64(value.Int32()), 10)
	case parquet.Int64:
		v.text = strconv.AppendInt(v.text, value.Int64(), 10)
	case parquet.Float:
		v.text = text.AppendNumber(v.text, float64(value.Float()))
	case parquet.Double:
		v.text = text.AppendNumber(v.text, value.Double())
	case parquet.ByteArray, parquet.FixedLenByteArray:
		v.text = append(v.text, value.ByteArray()...)
	default:
		v.text = append(v.text, value.String()...)
	}
	v.end()
}

// appendStamp appends a point in time, given since 1970-01-01 in a unit, as RFC 3339
// has it.
func appendStamp(buf []byte, n int64, unit any) []byte {
	var at time.Time
	switch unit.(type) {
	case *format.MilliSeconds:
		at = time.UnixMilli(n)
	case *format.MicroSeconds:
		at = time.UnixMicro(n)
	default:
		at = time.Unix(0, n)
	}
	return at.UTC().AppendFormat(buf, time.RFC3339Nano)
}

// unscaled is the integer that a decimal of any width is stored as.
func unscaled(v *parquet.Value) decimal128.Num {
	switch v.Kind() {
	case parquet.Int32:
		return decimal128.FromI64(int64(v.Int32()))
	case parquet.Int64:
		return decimal128.FromI64(v.Int64())
	}
	bytes := v.ByteArray()
	hi, lo := uint64(0), uint64(0)
	if len(bytes) > 0 && bytes[0] >= 0x80 {
		hi, lo = ^uint64(0), ^uint64(0)
	}
	for _, b := range bytes {
		hi, lo = hi<<8|lo>>56, lo<<8|uint64(b)
	}
	return decimal128.New(int64(hi), lo)
}
