package rows

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxRow is how long a row may be: a quote that is never closed would otherwise
// take the rest of the file into memory.
const maxRow = 64 << 20

// A csvReader reads rows of text. Unlike encoding/csv it knows dialects, tells ""
// from nothing, and keeps CR LF inside a value.
type csvReader struct {
	in      *bufio.Reader
	dialect Dialect
	labels  []string
	row     int
	pending bool // the row read last is to be returned again
	buf     []byte
	ends    []int // of the fields in buf
	quoted  []bool
	cells   []Cell
}

// NewCSV returns a reader of text in UTF-8. It reads the header at once.
func NewCSV(r io.Reader, d Dialect) (Reader, error) {
	c := &csvReader{in: bufio.NewReaderSize(r, 64<<10), dialect: d}
	if bom, _ := c.in.Peek(3); string(bom) == "\uFEFF" {
		c.in.Discard(3)
	}
	return c, c.header()
}

// header reads the rows down to the last one that names columns.
func (c *csvReader) header() error {
	if len(c.dialect.HeaderRows) == 0 {
		return nil
	}
	last := slices.Max(c.dialect.HeaderRows)
	for {
		cells, err := c.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if c.row > last && c.labels != nil {
			c.pending = true
			return nil
		}
		// Comments before the header do not count as rows of it.
		if slices.Contains(c.dialect.HeaderRows, c.row) || c.labels == nil && c.row >= last {
			c.addLabels(cells)
		}
		if c.row >= last {
			return nil
		}
	}
}

func (c *csvReader) addLabels(cells []Cell) {
	for i, cell := range cells {
		switch {
		case i >= len(c.labels):
			c.labels = append(c.labels, cell.Text)
		case cell.Text != "":
			c.labels[i] = strings.TrimPrefix(c.labels[i]+c.dialect.HeaderJoin+cell.Text, c.dialect.HeaderJoin)
		}
	}
}

// Labels implements [Reader].
func (c *csvReader) Labels() []string { return c.labels }

// Row implements [Reader].
func (c *csvReader) Row() int { return c.row }

// Close implements [Reader].
func (c *csvReader) Close() error { return nil }

// Next implements [Reader].
func (c *csvReader) Next() ([]Cell, error) {
	if c.pending {
		c.pending = false
		return c.cells, nil
	}
	for {
		c.row++
		if err := c.read(); err != nil {
			return nil, err
		}
		if slices.Contains(c.dialect.CommentRows, c.row) || c.dialect.Comment != "" && bytes.HasPrefix(c.buf, []byte(c.dialect.Comment)) && !c.quoted[0] {
			continue
		}
		break
	}
	// One string a row: its cells share the memory.
	text := string(c.buf)
	if !utf8.ValidString(text) {
		return nil, &Error{Row: c.row, Encoding: true, Msg: "the row has bytes that are no text in the encoding of the file"}
	}
	c.cells = c.cells[:0]
	start := 0
	for i, end := range c.ends {
		cell := Cell{Bare, text[start:end]}
		if c.quoted[i] {
			cell.Kind = Text
		}
		if c.dialect.Guard != "" {
			cell.Text = strings.TrimPrefix(cell.Text, c.dialect.Guard)
		}
		c.cells = append(c.cells, cell)
		start = end
	}
	return c.cells, nil
}

// read takes the next row into buf.
func (c *csvReader) read() error {
	c.buf, c.ends, c.quoted = c.buf[:0], c.ends[:0], c.quoted[:0]
	if _, err := c.in.Peek(1); err != nil {
		return err
	}
	for {
		more, err := c.field()
		if err != nil {
			return err
		}
		c.ends = append(c.ends, len(c.buf))
		if !more {
			return nil
		}
		if len(c.buf) > maxRow {
			return failed(c.row, "the row has more than %d MB: is a quote not closed?", maxRow>>20)
		}
	}
}

// field reads one cell up to its delimiter or the end of the row. more says that
// there is another one.
func (c *csvReader) field() (more bool, err error) {
	d := &c.dialect
	quoted := false
	for first := true; ; {
		b, err := c.in.ReadByte()
		if err != nil {
			c.quoted = append(c.quoted, quoted)
			return false, ignoreEOF(err)
		}
		switch {
		case d.SkipSpace && first && (b == ' ' || b == '\t'):
			continue
		case b == d.Quote && d.Quote != 0 && first:
			quoted = true
			if err := c.quotedText(); err != nil {
				return false, err
			}
		case b == d.Delimiter[0] && c.follows(d.Delimiter[1:]):
			c.quoted = append(c.quoted, quoted)
			return true, nil
		case c.endsRow(b):
			c.quoted = append(c.quoted, quoted)
			return false, nil
		case b == d.Escape && d.Escape != 0:
			if b, err = c.in.ReadByte(); err != nil {
				return false, failed(c.row, "the file ends after %q", d.Escape)
			}
			c.buf = append(c.buf, b)
		case quoted && d.Quote == b:
			return false, failed(c.row, "cell %d has a quote after its end", len(c.ends)+1)
		default:
			if c.buf = append(c.buf, b); len(c.buf) > maxRow {
				return false, failed(c.row, "the row has more than %d MB", maxRow>>20)
			}
		}
		first = false
	}
}

// quotedText reads up to the closing quote.
func (c *csvReader) quotedText() error {
	d := &c.dialect
	for {
		b, err := c.in.ReadByte()
		if err == nil && b == d.Escape && d.Escape != 0 {
			if b, err = c.in.ReadByte(); err == nil {
				c.buf = append(c.buf, b)
				continue
			}
		}
		if err != nil {
			return failed(c.row, "cell %d has a quote that is never closed", len(c.ends)+1)
		}
		if b == d.Quote {
			if !d.DoubleQuote || !c.follows(string(d.Quote)) {
				return nil
			}
		}
		if c.buf = append(c.buf, b); len(c.buf) > maxRow {
			return failed(c.row, "the row has more than %d MB: is a quote not closed?", maxRow>>20)
		}
	}
}

// endsRow says whether b ends the row, and reads what belongs to that end.
func (c *csvReader) endsRow(b byte) bool {
	if t := c.dialect.Terminator; t != "" {
		return b == t[0] && c.follows(t[1:])
	}
	if b == '\r' {
		c.follows("\n")
	}
	return b == '\n' || b == '\r'
}

// follows says whether text comes next, and skips it if so.
func (c *csvReader) follows(text string) bool {
	if text == "" {
		return true
	}
	next, _ := c.in.Peek(len(text))
	if string(next) != text {
		return false
	}
	c.in.Discard(len(text))
	return true
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
