package read

import (
	"errors"
	"io"
	"os"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/tidywiki/tidywiki/load/internal/text"
)

// A parquetTable reads a Parquet file without nested columns, some rows of each
// column at a time.
type parquetTable struct {
	file    *os.File
	columns []Column
	leaves  []*leaf
	groups  []parquet.RowGroup // not begun
	left    int64              // rows of the group that is being read
}

// A leaf is one column and how its values become text.
type leaf struct {
	kind    parquet.Kind
	logical any
	pages   parquet.Pages
	values  parquet.ValueReader
	buf     []parquet.Value
	digits  []byte
}

func openParquet(f *os.File) (Table, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	in, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, err
	}
	t := &parquetTable{file: f, groups: in.RowGroups()}
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
	return t, nil
}

func (l *leaf) typeName() string {
	switch l.logical.(type) {
	case *format.DecimalType:
		return "number"
	case *format.DateType:
		return "date"
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

func (t *parquetTable) Close() error {
	err := t.endGroup()
	return errors.Join(err, t.file.Close())
}

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
	b.Rows = int(min(t.left, batchRows))
	t.left -= int64(b.Rows)
	for i, l := range t.leaves {
		if err := l.read(&b.Columns[i], b.Rows); err != nil {
			return err
		}
	}
	return nil
}

// read adds the next n values of the column.
func (l *leaf) read(v *Values, n int) error {
	if l.buf == nil {
		l.buf = make([]parquet.Value, batchRows)
	}
	for n > 0 {
		if l.values == nil {
			page, err := l.pages.ReadPage()
			if isEOF(err) {
				return io.ErrUnexpectedEOF
			}
			if err != nil {
				return err
			}
			l.values = page.Values()
		}
		got, err := l.values.ReadValues(l.buf[:n])
		for i := range l.buf[:got] {
			l.add(v, &l.buf[i])
		}
		n -= got
		if isEOF(err) {
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
	default:
		v.text = append(v.text, value.ByteArray()...)
	}
	v.end()
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
