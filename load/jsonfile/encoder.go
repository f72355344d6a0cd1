package jsonfile

import (
	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/load/internal/text"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// An encoder writes the rows of one table.
type encoder struct {
	out   *tablefile.Output
	cols  []text.Column
	keys  [][]byte // what precedes each value: `,"length":`
	comma bool     // the next record is not the first
}

func begin(out *tablefile.Output, s *dataset.Schema) (tablefile.Encoder, error) {
	e := &encoder{out: out, cols: text.Columns(s), keys: make([][]byte, len(s.Fields))}
	for i, f := range s.Fields {
		before := byte(',')
		if i == 0 {
			before = '{'
		}
		e.keys[i] = append(appendString([]byte{before}, f.Name), ':')
	}
	out.Buf = append(out.Buf, '[')
	return e, nil
}

// Write implements [tablefile.Encoder].
func (e *encoder) Write(rec arrow.Record) error { return e.out.WriteRows(e.cols, rec, e.appendRecord) }

// Close implements [tablefile.Encoder].
func (e *encoder) Close() error {
	e.out.Buf = append(e.out.Buf, "\n]\n"...)
	return nil
}

func (e *encoder) appendRecord(buf []byte, row int) []byte {
	if e.comma {
		buf = append(buf, ',')
	}
	e.comma = true
	buf = append(buf, '\n')
	for i := range e.cols {
		c := &e.cols[i]
		buf = append(buf, e.keys[i]...)
		switch {
		case c.Null(row):
			buf = append(buf, "null"...)
		case c.Type == dataset.String:
			buf = appendString(buf, c.Str(row))
		case c.Type == dataset.Date:
			buf = append(c.Append(append(buf, '"'), row), '"')
		case c.Type == dataset.Number:
			buf = appendNumber(buf, c, row)
		default:
			buf = c.Append(buf, row)
		}
	}
	return append(buf, '}')
}

// appendNumber appends a number, or null if it is not finite. Only NaN and Infinity
// have a letter first, after the sign.
func appendNumber(buf []byte, c *text.Column, row int) []byte {
	start := len(buf)
	buf = c.Append(buf, row)
	if first := buf[start]; first > '9' || first == '-' && buf[start+1] > '9' {
		return append(buf[:start], "null"...)
	}
	return buf
}
