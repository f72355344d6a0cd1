package report

import (
	"context"

	"github.com/tidywiki/tidywiki/load/read"
)

// rows are some rows of a table.
type rows struct {
	columns []read.Column
	batch   *read.Batch
}

// values are those of one column; the zero one has none.
type values struct{ of *read.Values }

// column returns the column of that name. One that is not there has no values.
func (r *rows) column(name string) values {
	for i, c := range r.columns {
		if c.Name == name {
			return values{&r.batch.Columns[i]}
		}
	}
	return values{}
}

// bytes is the value in a row, nil for none. It is valid until the next rows.
func (v values) bytes(row int) []byte {
	if v.of == nil {
		return nil
	}
	b, _ := v.of.Get(row)
	return b
}

func (v values) text(row int) string { return string(v.bytes(row)) }

// scan reads a table from its first row to its last, and calls use with some rows
// at a time.
func scan(ctx context.Context, t *read.Table, use func(*rows)) error {
	return t.Each(ctx, func(columns []read.Column, b *read.Batch) { use(&rows{columns, b}) })
}
