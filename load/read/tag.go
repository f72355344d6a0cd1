package read

import (
	"bufio"
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A tagReader reads the tags of XML that has no comments and no CDATA, as that of
// worksheets, several times as fast as encoding/xml.
type tagReader struct {
	in *bufio.Reader
	// text is the text before the tag read last, as it is written.
	text []byte
	tag  []byte
}

// next returns what is between the next < and >, valid until the next call.
func (t *tagReader) next() ([]byte, error) {
	var err error
	if t.text, err = t.upTo(t.text[:0], '<'); err != nil {
		return nil, err
	}
	t.tag, err = t.upTo(t.tag[:0], '>')
	return t.tag, err
}

// upTo appends what is before the next b, which is skipped.
func (t *tagReader) upTo(dst []byte, b byte) ([]byte, error) {
	for {
		part, err := t.in.ReadSlice(b)
		dst = append(dst, part...)
		switch {
		case err == nil:
			return dst[:len(dst)-1], nil
		case err != bufio.ErrBufferFull:
			return dst, err
		case len(dst) > maxRow:
			return dst, failed(0, "a text or tag has more than %d MB", maxRow>>20)
		}
	}
}

// nameOf returns the name of the element whose tag it is; that of an end begins
// with a slash.
func nameOf(tag []byte) string {
	if i := bytes.IndexAny(tag[min(1, len(tag)):], " /\t\r\n"); i >= 0 {
		tag = tag[:i+1]
	}
	return string(tag)
}

// isEmpty reports whether a tag is also the end of its element.
func isEmpty(tag []byte) bool { return bytes.HasSuffix(tag, []byte("/")) }

// attribute returns the value of an attribute, "" if there is none.
func attribute(tag []byte, name string) string {
	for rest := tag; ; {
		i := bytes.Index(rest, []byte(name+`="`))
		if i <= 0 {
			return ""
		}
		value := rest[i+len(name)+2:]
		if rest[i-1] != ' ' {
			rest = value
			continue
		}
		end := max(0, bytes.IndexByte(value, '"'))
		return string(value[:end])
	}
}

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// appendDecoded appends text with its entities resolved. A line ends with LF, as
// XML has it; only &#13; is a carriage return.
func appendDecoded(dst, text []byte) []byte {
	for {
		i := bytes.IndexAny(text, "&\r")
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		if text[i] == '\r' {
			if text = text[i+1:]; !bytes.HasPrefix(text, []byte("\n")) {
				dst = append(dst, '\n')
			}
			continue
		}
		name, _, found := strings.Cut(string(text[i+1:min(len(text), i+12)]), ";")
		decoded, ok := entity(name)
		if !found || !ok {
			dst, text = append(dst, '&'), text[i+1:]
			continue
		}
		dst, text = append(dst, decoded...), text[i+len(name)+2:]
	}
}

// entity resolves the name of a character, or its number.
func entity(name string) (string, bool) {
	number, isNumber := strings.CutPrefix(name, "#")
	if !isNumber {
		text, known := entities[name]
		return text, known
	}
	base := 10
	if hex, isHex := strings.CutPrefix(number, "x"); isHex {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	return string(rune(n)), err == nil && utf8.ValidRune(rune(n))
}
