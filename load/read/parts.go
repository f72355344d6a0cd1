package read

import (
	"fmt"
	"io"
	"slices"
)

// parts reads the parts of a table one after another.
type parts struct {
	Rows
	open  func(i int) (Rows, error)
	at, n int
}

// inParts returns a table of n parts, which open opens one by one.
func inParts(n int, open func(i int) (Rows, error)) (Rows, error) {
	if n == 0 {
		return nil, errNoFiles
	}
	first, err := open(0)
	if n == 1 || err != nil {
		return first, err
	}
	return &parts{Rows: first, open: open, n: n}, nil
}

// Next implements [Rows].
func (p *parts) Next(b *Batch) error {
	for {
		err := p.Rows.Next(b)
		if err != io.EOF || p.at+1 == p.n {
			return err
		}
		next, err := p.open(p.at + 1)
		if err != nil {
			return err
		}
		if !slices.Equal(next.Columns(), p.Columns()) {
			next.Close()
			return fmt.Errorf("part %d has other columns than the parts before it", p.at+2)
		}
		err = p.Rows.Close()
		p.Rows, p.at = next, p.at+1
		if err != nil {
			return err
		}
	}
}
