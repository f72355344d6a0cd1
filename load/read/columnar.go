package read

import "io"

// A columnar reader gives the rows of a table that is read some rows of each column
// at a time.
type columnar struct {
	table  Rows
	format string
	labels []string
	kinds  []Kind
	batch  Batch
	at     int // the next row of the batch
	row    int
	cells  []Cell
}

// NewColumnar returns a reader of a table in Parquet ("parquet") or Arrow IPC
// ("arrow"), of flat columns, in one file or in parts, which open opens one by one
// with their sizes. Numbers have no zeros at the end of their fraction.
func NewColumnar(format string, parts int, open func(i int) (RandomAccess, int64)) (Reader, error) {
	t, err := inParts(parts, func(i int) (Rows, error) {
		f, size := open(i)
		return openColumnar(f, size, format)
	})
	if err != nil {
		return nil, failed(0, "not a file of %s: %v", format, err)
	}
	c := &columnar{table: t, format: format, row: 1, labels: []string{}}
	for _, column := range t.Columns() {
		c.labels = append(c.labels, column.Name)
		c.kinds = append(c.kinds, kindOf(column.Type))
	}
	return c, nil
}

// kindOf is the kind of the values of a type in a columnar format.
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
		if err == io.EOF {
			return nil, err
		}
		if err != nil {
			return nil, failed(c.row, "not a file of %s: %v", c.format, err)
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
