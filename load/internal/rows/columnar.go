package rows

import (
	"errors"
	"io"

	"github.com/tidywiki/tidywiki/load/internal/read"
)

// A columnar reader gives the rows of a table that is read some rows of each column
// at a time.
type columnar struct {
	table  read.Table
	format string
	labels []string
	kinds  []Kind
	batch  read.Batch
	at     int // the next row of the batch
	row    int
	cells  []Cell
}

// NewParquet returns a reader of a Parquet file of flat columns. Numbers have no
// zeros at the end of their fraction.
func NewParquet(f read.Random, size int64) (Reader, error) { return newColumnar(f, size, "parquet") }

// NewArrow returns a reader of an Arrow IPC file. Numbers have no zeros at the end
// of their fraction.
func NewArrow(f read.Random) (Reader, error) { return newColumnar(f, 0, "arrow") }

func newColumnar(f read.Random, size int64, format string) (Reader, error) {
	t, err := read.Columnar(f, size, format)
	if err != nil {
		return nil, failed(0, "no file of %s: %v", format, err)
	}
	c := &columnar{table: t, format: format, row: 1, labels: []string{}}
	for _, column := range t.Columns() {
		c.labels = append(c.labels, column.Name)
		c.kinds = append(c.kinds, kindOf(column.Type))
	}
	return c, nil
}

// kindOf is what a columnar format says of the values of a type.
func kindOf(typ string) Kind {
	switch typ {
	case "string", "date", "datetime":
		return Text
	case "integer", "number", "year":
		return Number
	case "boolean":
		return Boolean
	}
	return Bare
}

// Labels implements [Reader].
func (c *columnar) Labels() []string { return c.labels }

// Row implements [Reader].
func (c *columnar) Row() int { return c.row }

// Close implements [Reader].
func (c *columnar) Close() error { return c.table.Close() }

// Next implements [Reader].
func (c *columnar) Next() ([]Cell, error) {
	c.row++
	if c.at == c.batch.Rows {
		err := c.table.Next(&c.batch)
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, io.EOF
		}
		if err != nil {
			return nil, failed(c.row, "no file of %s: %v", c.format, err)
		}
		c.at = 0
	}
	c.cells = c.cells[:0]
	for i, kind := range c.kinds {
		cell := Cell{}
		if value, ok := c.batch.Columns[i].Get(c.at); ok {
			cell = Cell{kind, string(value)}
		}
		c.cells = append(c.cells, cell)
	}
	c.at++
	return c.cells, nil
}
