package partfile

import (
	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// AppendRows appends the rows of a wide table as a file has them, without its schema.
func AppendRows(to []byte, t *dataset.Table) []byte {
	s := encoder(to)
	for _, a := range t.Record.Columns() {
		s.column(a)
	}
	s.printed(t.Origin.Printed)
	return s
}

// ReadRows reads n rows that [AppendRows] wrote: their columns, which have the types of
// the fields, and the texts of [dataset.Origin].
func ReadRows(data []byte, s *dataset.Schema, n int) (columns, printed []arrow.Array, err error) {
	d := &decoder{data: data, limit: defaultLimit}
	columns = d.columns(s.Arrow(), s.Fields, n)
	printed = d.printed(s.Fields, n)
	if d.damaged {
		return nil, nil, ErrDamaged
	}
	return columns, printed, nil
}

func (d *decoder) columns(types *arrow.Schema, fields []dataset.Field, n int) []arrow.Array {
	columns := make([]arrow.Array, len(fields))
	for i := range columns {
		columns[i] = d.column(&fields[i], types.Field(i).Type, n)
	}
	return columns
}
