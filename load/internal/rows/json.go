package rows

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
)

// A jsonReader reads an array of records, or records one after another.
type jsonReader struct {
	dec    *json.Decoder
	lines  bool
	labels []string
	row    int
	cells  []Cell
	first  json.RawMessage
	ended  bool
}

// NewJSON returns a reader of an array of objects or arrays in UTF-8; of arrays
// the first holds the labels. property names the member of an object that is the
// array; "" if the file is the array. It reads the first record at once. The
// members of an object have no order: the labels are in that of order, and those it
// does not have come after.
func NewJSON(r io.Reader, property string, order []string) (Reader, error) {
	j := &jsonReader{dec: json.NewDecoder(skipBOM(r))}
	if err := j.enter(property); err != nil {
		return nil, err
	}
	return j, j.header(order)
}

// NewLines returns a reader of JSON values, one a line.
func NewLines(r io.Reader, order []string) (Reader, error) {
	j := &jsonReader{dec: json.NewDecoder(skipBOM(r)), lines: true}
	return j, j.header(order)
}

func skipBOM(r io.Reader) io.Reader {
	in := bufio.NewReaderSize(r, 64<<10)
	if bom, _ := in.Peek(3); string(bom) == "\uFEFF" {
		in.Discard(3)
	}
	return in
}

// enter goes to the first element of the array.
func (j *jsonReader) enter(property string) error {
	token, err := j.dec.Token()
	if err != nil {
		return j.broken(err)
	}
	if property != "" {
		for token == json.Delim('{') || j.dec.More() {
			key, err := j.dec.Token()
			if err != nil {
				return j.broken(err)
			}
			if key == property {
				if token, err = j.dec.Token(); err != nil {
					return j.broken(err)
				}
				break
			}
			var skipped json.RawMessage
			if err := j.dec.Decode(&skipped); err != nil {
				return j.broken(err)
			}
			token = nil
		}
	}
	if token != json.Delim('[') {
		return failed(0, "the file is no array of records")
	}
	return nil
}

// header takes the labels from the first record.
func (j *jsonReader) header(order []string) error {
	j.row = 1
	raw, err := j.value()
	if errors.Is(err, io.EOF) {
		j.ended = true
		return nil
	}
	if err != nil {
		return err
	}
	switch raw[0] {
	case '{':
		j.labels = []string{}
		eachMember(string(raw), func(key, _ string) { j.labels = append(j.labels, key) })
		slices.SortStableFunc(j.labels, func(a, b string) int { return rank(order, a) - rank(order, b) })
		j.first = slices.Clone(raw)
	case '[':
		j.labels = []string{}
		eachElement(string(raw), func(value string) { j.labels = append(j.labels, cellOf(value).Text) })
	default:
		return failed(1, "the first value is neither an object nor an array")
	}
	return nil
}

// rank is the place of a label in the order, the place after the last if it has
// none.
func rank(order []string, label string) int {
	if i := slices.Index(order, label); i >= 0 {
		return i
	}
	return len(order)
}

// value reads the next element, io.EOF after the last.
func (j *jsonReader) value() (json.RawMessage, error) {
	if j.ended || !j.lines && !j.dec.More() {
		if _, err := j.dec.Token(); err != nil && !j.ended {
			return nil, j.broken(err)
		}
		return nil, io.EOF
	}
	var raw json.RawMessage
	if err := j.dec.Decode(&raw); err != nil {
		if j.lines && errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		return nil, j.broken(err)
	}
	return bytes.TrimSpace(raw), nil
}

// broken words an error of the decoder; one of reading is passed on.
func (j *jsonReader) broken(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return failed(j.row, "the file ends in the middle of its JSON")
	case errors.As(err, &syntax):
		return failed(j.row, "no JSON: %v, at byte %d", err, syntax.Offset)
	}
	return err
}

// Labels implements [Reader].
func (j *jsonReader) Labels() []string { return j.labels }

// Row implements [Reader].
func (j *jsonReader) Row() int { return j.row }

// Close implements [Reader].
func (j *jsonReader) Close() error { return nil }

// Next implements [Reader].
func (j *jsonReader) Next() ([]Cell, error) {
	j.row++
	raw := j.first
	if raw == nil {
		var err error
		if raw, err = j.value(); err != nil {
			return nil, err
		}
	}
	j.first = nil
	j.cells = j.cells[:0]
	text := string(raw)
	switch text[0] {
	case '{':
		j.record(text)
	case '[':
		eachElement(text, func(value string) { j.cells = append(j.cells, cellOf(value)) })
	default:
		return nil, failed(j.row, "the value is neither an object nor an array")
	}
	return j.cells, nil
}

// record puts the members in the order of the labels. A member that is not there
// is null, further ones come after the others.
func (j *jsonReader) record(text string) {
	j.cells = append(j.cells, make([]Cell, len(j.labels))...)
	at := 0
	eachMember(text, func(key, value string) {
		i := at
		if i >= len(j.labels) || j.labels[i] != key {
			i = slices.Index(j.labels, key)
		}
		if i < 0 {
			j.cells = append(j.cells, cellOf(value))
			return
		}
		j.cells[i] = cellOf(value)
		at = i + 1
	})
}

// cellOf returns the cell of a JSON value.
func cellOf(value string) Cell {
	switch value[0] {
	case 'n':
		return Cell{}
	case '"':
		return Cell{Text, unquote(value)}
	case 't', 'f':
		return Cell{Boolean, value}
	case '{', '[':
		return Cell{Nested, value}
	}
	return Cell{Number, value}
}

func unquote(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s[1 : len(s)-1]
	}
	var text string
	if json.Unmarshal([]byte(s), &text) != nil {
		return s
	}
	return text
}

// eachMember calls f with each member of an object, which is valid JSON.
func eachMember(object string, f func(key, value string)) {
	rest := space(object[1:])
	for rest[0] != '}' {
		end := valueEnd(rest)
		key := unquote(rest[:end])
		rest = space(space(rest[end:])[1:]) // the colon
		end = valueEnd(rest)
		f(key, rest[:end])
		if rest = space(rest[end:]); rest[0] == ',' {
			rest = space(rest[1:])
		}
	}
}

// eachElement calls f with each element of an array, which is valid JSON.
func eachElement(array string, f func(value string)) {
	rest := space(array[1:])
	for rest[0] != ']' {
		end := valueEnd(rest)
		f(rest[:end])
		if rest = space(rest[end:]); rest[0] == ',' {
			rest = space(rest[1:])
		}
	}
}

func space(s string) string { return strings.TrimLeft(s, " \t\r\n") }

// valueEnd returns where the JSON value ends that s begins with.
func valueEnd(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			i += stringEnd(s[i:]) - 1
			if depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			} else if depth < 0 {
				return i
			}
		case ',', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return i
			}
		}
	}
	return len(s)
}

// stringEnd returns where the JSON string ends that s begins with.
func stringEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}
