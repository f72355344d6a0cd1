package read

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A jsonTable reads an array of flat objects. Its columns are the declared ones;
// without a declaration they are the keys of the first object. encoding/json would
// take most of the time of a comparison, so objects are scanned here and only
// strings with escapes go through it.
type jsonTable struct {
	file    *textFile
	in      *bufio.Reader
	columns []Column
	at      map[string]int
	guess   int    // the column that the next key names, if objects are alike
	filled  []bool // columns of the object that is being read
	begun   bool
	done    bool // the array has ended
	key     []byte
	token   []byte
}

func openJSON(f *textFile, declared []Column) (Table, error) {
	t := &jsonTable{file: f, in: bufio.NewReaderSize(f, 1<<16), columns: declared}
	if len(declared) == 0 {
		if err := t.firstKeys(); err != nil {
			return nil, err
		}
	}
	t.at, t.filled = make(map[string]int, len(t.columns)), make([]bool, len(t.columns))
	for i, c := range t.columns {
		t.at[c.Name] = i
	}
	return t, nil
}

// firstKeys takes the columns from the first object and goes back to the start.
func (t *jsonTable) firstKeys() error {
	more, err := t.object()
	for err == nil && more {
		if more, err = t.nextKey(); err != nil || !more {
			break
		}
		t.columns = append(t.columns, Column{Name: string(t.key)})
		_, err = t.scalar()
	}
	if err != nil {
		return err
	}
	err = t.file.rewind()
	t.in.Reset(t.file)
	t.begun, t.done = false, false
	return err
}

func (t *jsonTable) Columns() []Column { return t.columns }
func (t *jsonTable) Close() error      { return t.file.Close() }

func (t *jsonTable) Next(b *Batch) error {
	b.reset(len(t.columns))
	for most := rowsFor(len(t.columns)); b.Rows < most; {
		more, err := t.object()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		if err := t.row(b); err != nil {
			return err
		}
		b.Rows++
	}
	if b.Rows == 0 {
		return io.EOF
	}
	return nil
}

// row reads the object that has begun; keys that are no columns are passed over,
// columns without a key are null.
func (t *jsonTable) row(b *Batch) error {
	clear(t.filled)
	t.guess = 0
	for {
		more, err := t.nextKey()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		i, known := t.column()
		kind, err := t.scalar()
		if err != nil {
			return err
		}
		if known && !t.filled[i] {
			t.filled[i] = true
			t.value(&b.Columns[i], &t.columns[i], kind)
		}
	}
	for i, done := range t.filled {
		if !done {
			b.Columns[i].addNull()
		}
	}
	return nil
}

func (t *jsonTable) column() (int, bool) {
	if t.guess < len(t.columns) && t.columns[t.guess].Name == string(t.key) {
		t.guess++
		return t.guess - 1, true
	}
	i, known := t.at[string(t.key)]
	t.guess = i + 1
	return i, known
}

func (t *jsonTable) value(v *Values, c *Column, kind byte) {
	switch {
	case kind == 'n':
		v.addNull()
	case kind == '0' && c.Type != "integer" && c.Type != "year":
		v.addNumber(t.token)
	default:
		v.add(t.token)
	}
}

// object goes into the next object of the array and says whether there is one.
func (t *jsonTable) object() (bool, error) {
	if t.done {
		return false, nil
	}
	c, err := t.skip()
	if err == nil && !t.begun {
		if t.begun = true; c != '[' {
			return false, errShape
		}
		c, err = t.skip()
	}
	if err == nil && c == ',' {
		c, err = t.skip()
	}
	switch {
	case err != nil:
		return false, unexpected(err)
	case c == ']':
		t.done = true
		return false, nil
	case c != '{':
		return false, errShape
	}
	return true, nil
}

// nextKey reads a key and its colon, or the end of the object.
func (t *jsonTable) nextKey() (bool, error) {
	c, err := t.skip()
	if err == nil && c == ',' {
		c, err = t.skip()
	}
	if err != nil || c == '}' {
		return false, unexpected(err)
	}
	if c != '"' {
		return false, errShape
	}
	if err := t.str(); err != nil {
		return false, err
	}
	t.key = append(t.key[:0], t.token...)
	if c, err = t.skip(); err == nil && c != ':' {
		err = errShape
	}
	return true, unexpected(err)
}

// scalar reads a value into t.token. It returns its kind: n for null, t for a
// truth value, 0 for a number, " for a string.
func (t *jsonTable) scalar() (byte, error) {
	c, err := t.skip()
	switch {
	case err != nil:
		return 0, unexpected(err)
	case c == '"':
		return '"', t.str()
	case c == '{' || c == '[':
		return 0, errShape
	}
	t.token = append(t.token[:0], c)
	for {
		if c, err = t.in.ReadByte(); err != nil {
			return 0, unexpected(err)
		}
		if c == ',' || c == '}' || c <= ' ' {
			break
		}
		t.token = append(t.token, c)
	}
	if err := t.in.UnreadByte(); err != nil {
		return 0, err
	}
	return t.literal()
}

func (t *jsonTable) literal() (byte, error) {
	switch s := string(t.token); s {
	case "null":
		return 'n', nil
	case "true", "false":
		return 't', nil
	}
	if !json.Valid(t.token) {
		return 0, fmt.Errorf("%q is no value of JSON", t.token)
	}
	return '0', nil
}

// str reads the rest of a string into t.token.
func (t *jsonTable) str() error {
	t.token = append(t.token[:0], '"')
	escaped := false
	for {
		part, err := t.in.ReadSlice('"')
		t.token = append(t.token, part...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil {
			return unexpected(err)
		}
		slashes := 0
		for i := len(t.token) - 2; i > 0 && t.token[i] == '\\'; i-- {
			slashes++
		}
		escaped = escaped || slashes > 0 || hasSlash(part)
		if slashes%2 == 0 {
			break
		}
	}
	if !escaped {
		t.token = append(t.token[:0], t.token[1:len(t.token)-1]...)
		return nil
	}
	var s string
	if err := json.Unmarshal(t.token, &s); err != nil {
		return err
	}
	t.token = append(t.token[:0], s...)
	return nil
}

func hasSlash(s []byte) bool {
	for _, c := range s {
		if c == '\\' {
			return true
		}
	}
	return false
}

// skip returns the next character that is not white space.
func (t *jsonTable) skip() (byte, error) {
	for {
		c, err := t.in.ReadByte()
		if err != nil || c > ' ' {
			return c, err
		}
	}
}

// unexpected is the error of a file that ends too soon.
func unexpected(err error) error {
	if isEOF(err) {
		return io.ErrUnexpectedEOF
	}
	return err
}
