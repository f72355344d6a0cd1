package read

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
)

// A jsonParser reads values of JSON and appends their texts to a row.
type jsonParser struct {
	scanner
	textRow
	key []byte // the one read last
}

// member reads the key of a member and the colon.
func (j *jsonParser) member() error {
	if c, _ := j.skip(); c != '"' {
		return j.unexpected("a key")
	}
	var err error
	if j.key, err = j.str(j.key[:0]); err == nil && !j.token(':') {
		err = j.unexpected("a colon")
	}
	return err
}

// value appends the text of a value to the row.
func (j *jsonParser) value() (kind Kind, err error) {
	switch c, ok := j.skip(); {
	case !ok:
		return 0, j.unexpected("a value")
	case c == '"':
		j.text, err = j.str(j.text)
		return Text, err
	case c == '{' || c == '[':
		return Nested, j.nested()
	}
	return j.literal()
}

var (
	stringStops  = [256]bool{'"': true, '\\': true}
	nestedStops  = [256]bool{'"': true, '{': true, '}': true, '[': true, ']': true}
	literalStops = [256]bool{',': true, '}': true, ']': true, ' ': true, '\t': true, '\r': true, '\n': true}
)

func init() {
	for c := range ' ' {
		stringStops[c] = true // control characters are written as escapes
	}
}

// literal reads null, true, false or a number.
func (j *jsonParser) literal() (Kind, error) {
	start := len(j.text)
	j.text = j.upTo(j.text, &literalStops)
	switch s := j.text[start:]; string(s) {
	case "null":
		j.text = j.text[:start]
		return Null, nil
	case "true", "false":
		return Boolean, nil
	default:
		if len(s) == 0 || s[0] != '-' && (s[0] < '0' || s[0] > '9') || !json.Valid(s) {
			return 0, failed(j.number, "not valid JSON: %.40q is not a value, at byte %d", s, j.offset())
		}
		return Number, nil
	}
}

// str appends a string without its quotes and escapes.
func (j *jsonParser) str(dst []byte) ([]byte, error) {
	j.at++ // the quote
	start, escaped := len(dst), false
	for {
		dst = j.upTo(dst, &stringStops)
		c, ok := j.peek()
		if !ok || len(dst) > maxRow || c < ' ' {
			return dst, j.unexpected("the end of a string")
		}
		if j.at++; c == '"' {
			break
		}
		escaped = true
		dst = append(dst, c)
		if c, ok = j.peek(); ok {
			dst = append(dst, c)
			j.at++
		}
	}
	if !escaped {
		return dst, nil
	}
	var s string
	if err := json.Unmarshal(slices.Concat([]byte{'"'}, dst[start:], []byte{'"'}), &s); err != nil {
		return dst, failed(j.number, "not valid JSON: %v, before byte %d", err, j.offset())
	}
	return append(dst[:start], s...), nil
}

// nested appends an object or array as it is written.
func (j *jsonParser) nested() error {
	start, depth := len(j.text), 0
	for quoted := false; ; {
		stop := &nestedStops
		if quoted {
			stop = &stringStops
		}
		j.text = j.upTo(j.text, stop)
		c, ok := j.peek()
		if !ok || len(j.text) > maxRow {
			return j.unexpected("the end of an object or array")
		}
		j.at++
		switch j.text = append(j.text, c); {
		case c == '"':
			quoted = !quoted
		case c == '\\' && quoted:
			if c, ok = j.peek(); ok {
				j.text = append(j.text, c)
				j.at++
			}
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth == 0 {
			break
		}
	}
	if !json.Valid(j.text[start:]) {
		return failed(j.number, "not valid JSON: an object or array, before byte %d", j.offset())
	}
	return nil
}

// token reports whether c is next, white space aside, and skips it then.
func (j *jsonParser) token(c byte) bool {
	got, ok := j.skip()
	if !ok || got != c {
		return false
	}
	j.at++
	return true
}

// skip returns the next character that is not white space.
func (j *jsonParser) skip() (c byte, ok bool) {
	for {
		c, ok = j.peek()
		if !ok || bytes.IndexByte([]byte(" \t\r\n"), c) < 0 {
			return c, ok
		}
		j.at++
	}
}

func (j *jsonParser) offset() int64 { return j.before + int64(j.at) }

// ends is the error of a file that could not be read on, nil where it goes on.
func (j *jsonParser) ends() error {
	switch _, ok := j.peek(); {
	case ok:
		return nil
	case j.err != io.EOF:
		return j.err
	}
	return failed(j.number, "the file ends in the middle of its JSON")
}

// unexpected is the error of a place where something else is needed.
func (j *jsonParser) unexpected(want string) error {
	if err := j.ends(); err != nil {
		return err
	}
	c, _ := j.peek()
	return failed(j.number, "not valid JSON: %q where %s is expected, at byte %d", c, want, j.offset())
}
