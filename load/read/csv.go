package read

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A csvReader reads rows of CSV. Unlike encoding/csv it knows dialects, tells "" from
// nothing, and keeps CR LF inside a value.
type csvReader struct {
	scanner
	textRow
	dialect datapackage.Dialect
	strict  bool // rows must be UTF-8
	simple  bool // the dialect has only a delimiter and quotes
	// stop has the bytes at which a field without quotes may end, quoteStop those
	// at which one in quotes may.
	stop, quoteStop [256]bool
	labels          []string
	pending         bool // the row read last is to be returned again
}

// NewCSV returns a reader of text in UTF-8. It reads the header at once.
func NewCSV(r io.Reader, d datapackage.Dialect) (Reader, error) { return newCSV(r, d, true) }

func newCSV(r io.Reader, d datapackage.Dialect, strict bool) (*csvReader, error) {
	c := &csvReader{scanner: newScanner(r), dialect: d, strict: strict}
	c.simple = len(d.Delimiter) == 1 && d.Terminator == "" && d.Escape == 0 && !d.SkipSpace
	c.stop[d.Delimiter[0]] = true
	if d.Terminator != "" {
		c.stop[d.Terminator[0]] = true
	} else {
		c.stop['\n'], c.stop['\r'] = true, true
	}
	c.quoteStop[d.Quote] = true
	if d.Escape != 0 {
		c.stop[d.Escape], c.quoteStop[d.Escape] = true, true
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
		err := c.scan()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if c.number > last && c.labels != nil {
			c.pending = true
			return nil
		}
		// Comments before the header do not count as rows of it.
		if slices.Contains(c.dialect.HeaderRows, c.number) || c.labels == nil && c.number >= last {
			c.addLabels(c.row())
		}
		if c.number >= last {
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

// Next implements [Reader].
func (c *csvReader) Next() ([]Cell, error) {
	if err := c.scan(); err != nil {
		return nil, err
	}
	return c.row(), nil
}

// scan reads the next row that is not a comment.
func (c *csvReader) scan() error {
	if c.pending {
		c.pending = false
		return nil
	}
	for {
		c.number++
		if err := c.record(); err != nil {
			return err
		}
		if !c.isComment() {
			break
		}
	}
	if c.strict && !utf8.Valid(c.text) {
		return &Error{Row: c.number, Encoding: true, Msg: "the row has bytes that are not text in the encoding of the file"}
	}
	return nil
}

func (c *csvReader) isComment() bool {
	d := &c.dialect
	return slices.Contains(d.CommentRows, c.number) ||
		d.Comment != "" && c.fields[0].kind == Bare && bytes.HasPrefix(c.text, []byte(d.Comment))
}

// record reads the next row, io.EOF after the last.
func (c *csvReader) record() error {
	c.begin()
	if _, ok := c.peek(); !ok {
		return c.err
	}
	if c.simple && c.plainLine() {
		return nil
	}
	for {
		more, err := c.field()
		if err != nil {
			return err
		}
		if len(c.text) > maxRow {
			return failed(c.number, "the row has more than %d MB: is a quote not closed?", maxRow>>20)
		}
		if !more {
			return nil
		}
	}
}

// plainLine reads the next row if all of it is in the buffer and without quotes, as most rows
// are. Otherwise it does nothing and returns false.
func (c *csvReader) plainLine() bool {
	window := c.buf[c.at:c.end]
	n := bytes.IndexByte(window, '\n')
	if n < 0 {
		return false
	}
	line := bytes.TrimSuffix(window[:n], []byte("\r"))
	if bytes.IndexByte(line, c.dialect.Quote) >= 0 || bytes.IndexByte(line, '\r') >= 0 {
		return false
	}
	c.at += n + 1
	c.text = append(c.text, line...)
	for start := 0; ; {
		end := bytes.IndexByte(c.text[start:], c.dialect.Delimiter[0])
		if end < 0 {
			c.add(Bare, start, len(c.text))
			return true
		}
		c.add(Bare, start, start+end)
		start += end + 1
	}
}

// add adds a field without its guard.
func (c *csvReader) add(kind Kind, start, end int) {
	if guard := c.dialect.FormulaGuard; guard != "" && bytes.HasPrefix(c.text[start:end], []byte(guard)) {
		start += len(guard)
	}
	c.fields = append(c.fields, field{kind, start, end})
}

// field reads one cell up to its delimiter or the end of the row, and reports
// whether there is another one.
func (c *csvReader) field() (more bool, err error) {
	kind, start := Bare, len(c.text)
	if c.skipSpace(); c.dialect.Quote != 0 {
		if b, ok := c.peek(); ok && b == c.dialect.Quote {
			kind = Text
			if err := c.quotedText(); err != nil {
				return false, err
			}
		}
	}
	closed := len(c.text)
	if more, err = c.rest(); err != nil {
		return false, err
	}
	if kind == Text && len(c.text) > closed {
		return false, failed(c.number, "cell %d has text after its closing quote", len(c.fields)+1)
	}
	c.add(kind, start, len(c.text))
	return more, nil
}

func (c *csvReader) skipSpace() {
	for c.dialect.SkipSpace {
		if b, ok := c.peek(); !ok || b != ' ' && b != '\t' {
			return
		}
		c.at++
	}
}

// rest reads what is not in quotes, and reports whether a delimiter ends it.
func (c *csvReader) rest() (more bool, err error) {
	for len(c.text) <= maxRow {
		c.text = c.upTo(c.text, &c.stop)
		b, ok := c.peek()
		if !ok {
			break
		}
		c.at++
		switch {
		case b == c.dialect.Delimiter[0] && c.follows(c.dialect.Delimiter[1:]):
			return true, nil
		case c.endsRow(b):
			return false, nil
		case b == c.dialect.Escape && c.dialect.Escape != 0:
			if b, ok = c.peek(); !ok {
				return false, failed(c.number, "the file ends after %q", c.dialect.Escape)
			}
			c.at++
		}
		c.text = append(c.text, b)
	}
	return false, c.readError()
}

// quotedText reads a text in quotes.
func (c *csvReader) quotedText() error {
	d := &c.dialect
	c.at++
	for len(c.text) <= maxRow {
		c.text = c.upTo(c.text, &c.quoteStop)
		b, ok := c.peek()
		if !ok {
			break
		}
		c.at++
		if b == d.Escape && d.Escape != 0 {
			if b, ok = c.peek(); !ok {
				break
			}
			c.at++
		} else if b == d.Quote && !(d.DoubleQuote && c.follows(string([]byte{d.Quote}))) {
			return nil
		}
		c.text = append(c.text, b)
	}
	if err := c.readError(); err != nil {
		return err
	}
	return failed(c.number, "cell %d has a quote that is never closed", len(c.fields)+1)
}

// readError is why the file could not be read on, nil at its end.
func (c *csvReader) readError() error {
	if c.err == io.EOF {
		return nil
	}
	return c.err
}

// endsRow reports whether b ends the row, and reads the rest of that end.
func (c *csvReader) endsRow(b byte) bool {
	if t := c.dialect.Terminator; t != "" {
		return b == t[0] && c.follows(t[1:])
	}
	if b == '\r' {
		c.follows("\n")
	}
	return b == '\n' || b == '\r'
}
