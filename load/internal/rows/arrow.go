package rows

import (
	"io"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/load/internal/text"
)

// An arrowReader reads the batches one after another.
type arrowReader struct {
	file    *ipc.FileReader
	labels  []string
	batch   arrow.Record
	next    int // batch
	at      int // row of the batch
	row     int
	cells   []Cell
	scratch []byte
}

// NewArrow returns a reader of an Arrow IPC file.
func NewArrow(f ipc.ReadAtSeeker) (Reader, error) {
	return guard(func() (Reader, error) {
		file, err := ipc.NewFileReader(f)
		if err != nil {
			return nil, failed(0, "no Arrow file: %v", err)
		}
		a := &arrowReader{file: file, row: 1, labels: []string{}}
		for _, field := range file.Schema().Fields() {
			a.labels = append(a.labels, field.Name)
		}
		return a, nil
	})
}

// Labels implements [Reader].
func (a *arrowReader) Labels() []string { return a.labels }

// Row implements [Reader].
func (a *arrowReader) Row() int { return a.row }

// Close implements [Reader].
func (a *arrowReader) Close() error { return a.file.Close() }

// Next implements [Reader].
func (a *arrowReader) Next() ([]Cell, error) {
	a.row++
	for a.batch == nil || a.at == int(a.batch.NumRows()) {
		if a.next == a.file.NumRecords() {
			return nil, io.EOF
		}
		batch, err := a.file.Record(a.next)
		if err != nil {
			return nil, failed(a.row, "no Arrow file: %v", err)
		}
		a.batch, a.at = batch, 0
		a.next++
	}
	a.cells = a.cells[:0]
	for _, column := range a.batch.Columns() {
		a.cells = append(a.cells, a.cell(column, a.at))
	}
	a.at++
	return a.cells, nil
}

func (a *arrowReader) cell(column arrow.Array, i int) Cell {
	if column.IsNull(i) {
		return Cell{}
	}
	kind := Number
	b := a.scratch[:0]
	switch c := column.(type) {
	case *array.String:
		// The batch's memory is used again: the text may be kept.
		return Cell{Text, string(append(b, c.Value(i)...))}
	case *array.Int64:
		b = strconv.AppendInt(b, c.Value(i), 10)
	case *array.Int32:
		b = strconv.AppendInt(b, int64(c.Value(i)), 10)
	case *array.Float64:
		b = text.AppendNumber(b, c.Value(i))
	case *array.Decimal128:
		b = text.AppendDecimal(b, c.Value(i), c.DataType().(*arrow.Decimal128Type).Scale)
	case *array.Boolean:
		kind, b = Boolean, strconv.AppendBool(b, c.Value(i))
	case *array.Date32:
		kind, b = Text, text.AppendDate(b, int32(c.Value(i)))
	default:
		return Cell{Bare, column.ValueStr(i)}
	}
	a.scratch = b
	return Cell{kind, string(b)}
}
