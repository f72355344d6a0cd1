package rows

import (
	"errors"
	"io"
	"slices"
)

// A concat reads the parts of a table one after another.
type concat struct {
	open   func(part int) (Reader, error)
	parts  int
	at     int
	now    Reader
	labels []string
	before int // rows of the parts that are done
	got    int // rows of the part that is read
}

// NewConcat returns a reader of a table in several files, which open opens one by
// one, counted from 0. Their labels have to be the same; there has to be one.
func NewConcat(parts int, open func(part int) (Reader, error)) (Reader, error) {
	first, err := open(0)
	if err != nil {
		return nil, err
	}
	return &concat{open: open, parts: parts, now: first, labels: slices.Clone(first.Labels())}, nil
}

// Labels implements [Reader].
func (c *concat) Labels() []string { return c.labels }

// Row implements [Reader]: the header of the first part alone is a row.
func (c *concat) Row() int { return c.before + c.now.Row() }

// Close implements [Reader].
func (c *concat) Close() error { return c.now.Close() }

// Next implements [Reader].
func (c *concat) Next() ([]Cell, error) {
	for {
		cells, err := c.now.Next()
		if err == nil {
			c.got++
		}
		if err != io.EOF || c.at+1 == c.parts {
			return cells, c.place(err)
		}
		if err := c.now.Close(); err != nil {
			return nil, err
		}
		next, err := c.open(c.at + 1)
		if err != nil {
			return nil, err
		}
		c.before, c.got = c.before+c.got, 0
		c.at++
		c.now = next
		if !slices.Equal(next.Labels(), c.labels) {
			return nil, failed(0, "part %d has the columns %q, the first one %q", c.at+1, next.Labels(), c.labels)
		}
	}
}

// place moves the row of an error to where it is in all parts.
func (c *concat) place(err error) error {
	var broken *Error
	if c.before > 0 && errors.As(err, &broken) && broken.Row > 0 {
		moved := *broken
		moved.Row += c.before
		return &moved
	}
	return err
}
