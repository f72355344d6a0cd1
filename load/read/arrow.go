package read

import (
	"io"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/load/internal/text"
)

// An arrowTable reads an Arrow IPC file, a record at a time.
type arrowTable struct {
	in      *ipc.FileReader
	columns []Column
	next    int
	buf     []byte
}

func openArrow(f RandomAccess) (Rows, error) {
	in, err := ipc.NewFileReader(f)
	if err != nil {
		return nil, err
	}
	t := &arrowTable{in: in}
	for _, field := range in.Schema().Fields() {
		unit, _ := field.Metadata.GetValue("unit")
		t.columns = append(t.columns, Column{Name: field.Name, Type: arrowType(field.Type), Required: !field.Nullable, Unit: unit})
	}
	return t, nil
}

func arrowType(t arrow.DataType) string {
	switch t.ID() {
	case arrow.STRING:
		return "string"
	case arrow.INT64:
		return "integer"
	case arrow.FLOAT64, arrow.DECIMAL128:
		return "number"
	case arrow.BOOL:
		return "boolean"
	case arrow.DATE32:
		return "date"
	case arrow.INT32:
		return "year"
	}
	return t.String()
}

func (t *arrowTable) Columns() []Column { return t.columns }
func (t *arrowTable) Close() error      { return t.in.Close() }

func (t *arrowTable) Next(b *Batch) error {
	b.reset(len(t.columns))
	for b.Rows == 0 {
		if t.next == t.in.NumRecords() {
			return io.EOF
		}
		rec, err := t.in.Record(t.next)
		if err != nil {
			return err
		}
		t.next++
		for i := range b.Columns {
			t.fill(&b.Columns[i], rec.Column(i))
		}
		b.Rows = int(rec.NumRows())
	}
	return nil
}

func (t *arrowTable) fill(v *Values, a arrow.Array) {
	for row := range a.Len() {
		if a.IsNull(row) {
			v.addNull()
			continue
		}
		switch a := a.(type) {
		case *array.String:
			v.text = append(v.text, a.Value(row)...)
		case *array.Float64:
			v.text = text.AppendNumber(v.text, a.Value(row))
		case *array.Date32:
			v.text = text.AppendDate(v.text, int32(a.Value(row)))
		case *array.Decimal128:
			scale := a.DataType().(*arrow.Decimal128Type).Scale
			t.buf = text.AppendDecimal(t.buf[:0], a.Value(row), scale)
			v.text = append(v.text, trimZeros(t.buf)...)
		default:
			v.text = append(v.text, a.ValueStr(row)...)
		}
		v.end()
	}
}
