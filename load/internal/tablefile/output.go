package tablefile

import (
	"io"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/load/internal/text"
)

// spillSize is how many bytes an Output collects before it passes them on.
const spillSize = 64 << 10

// An Output collects the bytes of an encoder into large writes to the sink. Text
// encoders append to Buf and call WriteRows; others use it as an [io.Writer].
type Output struct {
	Buf []byte
	to  io.WriteCloser
	// written is how many bytes were passed on to the file.
	written int64
	// next creates the next file; nil if the table has only one.
	next func() (io.WriteCloser, error)
}

// newOutput returns an output to the file to.
func newOutput(to io.WriteCloser) *Output { return &Output{to: to} }

// Size returns how many bytes the file has so far.
func (o *Output) Size() int64 { return o.written + int64(len(o.Buf)) }

// Next completes the file and begins the next part of the table. It must be called only
// if the format has parts.
func (o *Output) Next() error {
	if err := o.close(); err != nil {
		return err
	}
	to, err := o.next()
	if err != nil {
		return err
	}
	o.to, o.written = to, 0
	return nil
}

// close completes the file. It closes it even after an error, and only once.
func (o *Output) close() error {
	if o.to == nil {
		return nil
	}
	err := o.Flush()
	if closed := o.to.Close(); err == nil {
		err = closed
	}
	o.to = nil
	return err
}

// drop closes the file without completing it. It ignores the error, as nobody will see
// the file.
func (o *Output) drop() {
	if o.to != nil {
		o.to.Close()
		o.to = nil
	}
}

// spill passes Buf on if it has grown to spillSize.
func (o *Output) spill() error {
	if len(o.Buf) < spillSize {
		return nil
	}
	return o.Flush()
}

// WriteRows adds the rows of rec as text: it binds the columns to those of rec, and
// appendRow appends one row to the buffer that it is given.
func (o *Output) WriteRows(cols []text.Column, rec arrow.Record, appendRow func(buf []byte, row int) []byte) error {
	for i := range cols {
		cols[i].Bind(rec.Column(i))
	}
	for row := range int(rec.NumRows()) {
		o.Buf = appendRow(o.Buf, row)
		if err := o.spill(); err != nil {
			return err
		}
	}
	return nil
}

// Flush passes Buf on.
func (o *Output) Flush() error {
	if len(o.Buf) == 0 {
		return nil
	}
	n, err := o.to.Write(o.Buf)
	o.written += int64(n)
	o.Buf = o.Buf[:0]
	return err
}

// Write implements [io.Writer].
func (o *Output) Write(p []byte) (int, error) {
	if len(o.Buf)+len(p) >= spillSize {
		if err := o.Flush(); err != nil {
			return 0, err
		}
	}
	if len(p) >= spillSize {
		n, err := o.to.Write(p)
		o.written += int64(n)
		return n, err
	}
	o.Buf = append(o.Buf, p...)
	return len(p), nil
}
