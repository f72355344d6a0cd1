package tablefile

import "io"

// SpillSize is how much an Output gathers before it passes it on.
const SpillSize = 64 << 10

// An Output gathers what an encoder writes into large pieces for the sink. Text
// encoders append to Buf and call Spill after each row; others use it as an
// [io.Writer].
type Output struct {
	Buf []byte
	to  io.Writer
}

// NewOutput returns an output that passes what it gathers on to w.
func NewOutput(w io.Writer) *Output { return &Output{to: w} }

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
	_, err := o.to.Write(o.Buf)
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
		return o.to.Write(p)
	}
	o.Buf = append(o.Buf, p...)
	return len(p), nil
}
