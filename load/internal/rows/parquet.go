package rows

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

// A parquetReader reads the row groups one after another.
type parquetReader struct {
	columns []parquetColumn
	groups  []parquet.RowGroup
	rows    parquet.Rows
	buffer  []parquet.Row
	held    int // rows in buffer
	at      int // of them, the next one
	row     int
	cells   []Cell
	labels  []string
	scratch []byte
}

type parquetColumn struct {
	kind    parquet.Kind
	decimal bool
	scale   int32
	date    bool
	stamp   time.Duration // the unit of a timestamp, 0 for none
	text    bool
}

// NewParquet returns a reader of a Parquet file of flat columns.
func NewParquet(f File, size int64) (Reader, error) {
	return guard(func() (Reader, error) {
		file, err := parquet.OpenFile(f, size)
		if err != nil {
			return nil, failed(0, "no Parquet file: %v", err)
		}
		p := &parquetReader{groups: file.RowGroups(), buffer: make([]parquet.Row, 256), row: 1, labels: []string{}}
		for _, column := range file.Schema().Fields() {
			if !column.Leaf() || column.Repeated() {
				return nil, failed(0, "column %q is nested: only flat tables can be read", column.Name())
			}
			p.labels = append(p.labels, column.Name())
			p.columns = append(p.columns, parquetColumnOf(column))
		}
		return p, nil
	})
}

func parquetColumnOf(field parquet.Field) parquetColumn {
	c := parquetColumn{kind: field.Type().Kind()}
	logical := field.Type().LogicalType()
	if logical == nil {
		return c
	}
	switch l := logical.Value.(type) {
	case *format.DecimalType:
		c.decimal, c.scale = true, l.Scale
	case *format.DateType:
		c.date = true
	case *format.StringType, *format.EnumType, *format.JsonType:
		c.text = true
	case *format.TimestampType:
		switch l.Unit.Value.(type) {
		case *format.MilliSeconds:
			c.stamp = time.Millisecond
		case *format.MicroSeconds:
			c.stamp = time.Microsecond
		default:
			c.stamp = time.Nanosecond
		}
	}
	return c
}

// Labels implements [Reader].
func (p *parquetReader) Labels() []string { return p.labels }

// Row implements [Reader].
func (p *parquetReader) Row() int { return p.row }

// Close implements [Reader].
func (p *parquetReader) Close() error {
	if p.rows != nil {
		return p.rows.Close()
	}
	return nil
}

// Next implements [Reader].
func (p *parquetReader) Next() ([]Cell, error) {
	p.row++
	for p.at == p.held {
		if err := p.fill(); err != nil {
			return nil, err
		}
	}
	p.cells = p.cells[:0]
	for i, v := range p.buffer[p.at] {
		p.cells = append(p.cells, p.cell(v, &p.columns[i]))
	}
	p.at++
	return p.cells, nil
}

// fill reads the next rows; there may be none at the end of a group.
func (p *parquetReader) fill() error {
	if p.rows == nil {
		if len(p.groups) == 0 {
			return io.EOF
		}
		p.rows, p.groups = p.groups[0].Rows(), p.groups[1:]
	}
	n, err := p.rows.ReadRows(p.buffer)
	p.held, p.at = n, 0
	if errors.Is(err, io.EOF) {
		err = p.rows.Close()
		p.rows = nil
	}
	if err != nil {
		return failed(p.row, "no Parquet file: %v", err)
	}
	return nil
}

func (p *parquetReader) cell(v parquet.Value, c *parquetColumn) Cell {
	kind := Number
	b := p.scratch[:0]
	switch {
	case v.IsNull():
		return Cell{}
	case c.decimal:
		b = text.AppendDecimal(b, unscaled(v), c.scale)
	case c.date:
		kind, b = Text, text.AppendDate(b, v.Int32())
	case c.stamp != 0:
		kind, b = Text, time.Unix(0, 0).UTC().Add(time.Duration(v.Int64())*c.stamp).AppendFormat(b, time.RFC3339Nano)
	case c.kind == parquet.Boolean:
		kind, b = Boolean, strconv.AppendBool(b, v.Boolean())
	case c.kind == parquet.Int32:
		b = strconv.AppendInt(b, int64(v.Int32()), 10)
	case c.kind == parquet.Int64:
		b = strconv.AppendInt(b, v.Int64(), 10)
	case c.kind == parquet.Float:
		b = text.AppendNumber(b, float64(v.Float()))
	case c.kind == parquet.Double:
		b = text.AppendNumber(b, v.Double())
	case c.kind == parquet.ByteArray || c.text:
		return Cell{Text, string(v.ByteArray())}
	default:
		return Cell{Text, v.String()}
	}
	p.scratch = b
	return Cell{kind, string(b)}
}

func unscaled(v parquet.Value) decimal128.Num {
	switch v.Kind() {
	case parquet.Int32:
		return decimal128.FromI64(int64(v.Int32()))
	case parquet.Int64:
		return decimal128.FromI64(v.Int64())
	}
	bytes := v.ByteArray()
	hi, lo := uint64(0), uint64(0)
	if len(bytes) > 0 && bytes[0] >= 0x80 { // negative: the sign goes on to the left
		hi, lo = ^hi, ^lo
	}
	for _, b := range bytes {
		hi, lo = hi<<8|lo>>56, lo<<8|uint64(b)
	}
	return decimal128.New(int64(hi), lo)
}
