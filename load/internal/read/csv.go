package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// A csvTable reads CSV line by line. encoding/csv cannot be used: it does not tell
// a quoted empty field, which is a text, from one without quotes, which is a null.
type csvTable struct {
	file      *textFile
	in        *bufio.Reader
	columns   []Column
	missing   map[string]bool
	delimiter byte
	guard     []byte
	line      []byte
	number    int // of the line read last
	field     []byte
}

func openCSV(f *textFile, d Description) (Table, error) {
	t := &csvTable{file: f, in: bufio.NewReaderSize(f, 1<<16), missing: map[string]bool{}, delimiter: d.Delimiter, guard: []byte(d.Guard)}
	if t.delimiter == 0 {
		t.delimiter = ','
	}
	for _, m := range d.Missing {
		if m != "" {
			t.missing[m] = true
		}
	}
	line, err := t.record()
	if isEOF(err) {
		return nil, errors.New("an empty file, without names of columns")
	}
	if err != nil {
		return nil, err
	}
	line = bytes.TrimPrefix(line, []byte("\uFEFF"))
	err = t.split(line, func(_ int, name []byte, _ bool) {
		t.columns = append(t.columns, declaredAs(d.Columns, string(bytes.TrimPrefix(name, t.guard))))
	})
	return t, err
}

func (t *csvTable) Columns() []Column { return t.columns }
func (t *csvTable) Close() error      { return t.file.Close() }

func (t *csvTable) Next(b *Batch) error {
	b.reset(len(t.columns))
	for most := rowsFor(len(t.columns)); b.Rows < most; {
		line, err := t.record()
		if isEOF(err) && b.Rows > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if len(line) == 0 && len(t.columns) > 1 {
			continue
		}
		if err := t.row(b, line); err != nil {
			return fmt.Errorf("line %d: %w", t.number, err)
		}
		b.Rows++
	}
	return nil
}

func (t *csvTable) row(b *Batch, line []byte) error {
	fields := 0
	err := t.split(line, func(i int, s []byte, quoted bool) {
		if fields++; i < len(b.Columns) {
			t.value(&b.Columns[i], &t.columns[i], s, quoted)
		}
	})
	if err == nil && fields != len(t.columns) {
		err = fmt.Errorf("%d fields, where there are %d columns", fields, len(t.columns))
	}
	return err
}

func (t *csvTable) value(v *Values, c *Column, s []byte, quoted bool) {
	text := c.Type == "string" || c.Type == ""
	s = bytes.TrimPrefix(s, t.guard)
	switch {
	case len(s) == 0 && (!quoted || !text || len(t.columns) == 1 && !c.Required):
		v.addNull()
	case len(t.missing) > 0 && t.missing[string(s)]:
		v.addNull()
	case c.Type == "number":
		v.addNumber(s)
	default:
		v.add(s)
	}
}

// record reads the lines of one record, without the end of the last.
func (t *csvTable) record() ([]byte, error) {
	t.line = t.line[:0]
	quotes := 0
	for {
		part, err := t.in.ReadSlice('\n')
		t.line = append(t.line, part...)
		quotes += bytes.Count(part, quote)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case isEOF(err) && quotes%2 == 1:
			return nil, fmt.Errorf("line %d: a quote is not closed", t.number+1)
		case isEOF(err) && len(t.line) == 0:
			return nil, io.EOF
		case err != nil && !isEOF(err):
			return nil, err
		}
		t.number++
		if quotes%2 == 0 {
			return bytes.TrimSuffix(bytes.TrimSuffix(t.line, []byte("\n")), []byte("\r")), nil
		}
	}
}

var quote = []byte{'"'}

// split calls use for each field of a record.
func (t *csvTable) split(line []byte, use func(i int, s []byte, quoted bool)) error {
	for i := 0; ; i++ {
		if len(line) == 0 || line[0] != '"' {
			end := bytes.IndexByte(line, t.delimiter)
			if end < 0 {
				use(i, line, false)
				return nil
			}
			use(i, line[:end], false)
			line = line[end+1:]
			continue
		}
		rest := t.unquote(line[1:])
		use(i, t.field, true)
		if len(rest) == 0 {
			return nil
		}
		if rest[0] != t.delimiter {
			return errors.New("text behind a quoted field")
		}
		line = rest[1:]
	}
}

// unquote puts the text up to the closing quote into t.field and returns what
// follows the quote.
func (t *csvTable) unquote(s []byte) (rest []byte) {
	t.field = t.field[:0]
	for {
		end := bytes.IndexByte(s, '"')
		if end < 0 {
			t.field = append(t.field, s...)
			return nil
		}
		t.field = append(t.field, s[:end]...)
		s = s[end+1:]
		if len(s) == 0 || s[0] != '"' {
			return s
		}
		t.field, s = append(t.field, '"'), s[1:]
	}
}
