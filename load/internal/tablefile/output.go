package tablefile

import "io"

// SpillSize is how much an Output gathers before it passes it on.
const SpillSize = 64 << 10

// An Output gathers what an encoder writes into large pieces for the sink. Text
// encoders append to Buf and call Spill after each row; others use it as an
// [io.Writer].
type Output struct {
	Buf []byte
	to  io.WriteCloser
	// written is what was passed on to the file.
	written int64
	// next creates the file that follows; nil where a table has only one.
	next func() (io.WriteCloser, error)
}

// NewOutput returns an output to the file to.
func NewOutput(to io.WriteCloser) *Output { return &Output{to: to} }

// Size is how many bytes the file has by now.
func (o *Output) Size() int64 { return o.written + int64(len(o.Buf)) }

// Next completes the file and begins the next part of the table. It must only be
// called where the format has parts.
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

// close completes the file. It is closed even if that fails, and only once.
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

// drop closes the file. What the sink says to the closing of a file that nobody
// will see does not matter.
func (o *Output) drop() {
	if o.to != nil {
		o.to.Close()
		o.to = nil
	}
}

// Spill passes Buf on if it has grown to SpillSize.
func (o *Output) Spill() error {
	if len(o.Buf) < SpillSize {
		return nil
	}
	return o.Flush()
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
	if len(o.Buf)+len(p) >= SpillSize {
		if err := o.Flush(); err != nil {
			return 0, err
		}
	}
	if len(p) >= SpillSize {
		n, err := o.to.Write(p)
		o.written += int64(n)
		return n, err
	}
	o.Buf = append(o.Buf, p...)
	return len(p), nil
}
