package dump

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// appendText appends the text of an element's content: references are resolved, CDATA
// sections are copied, comments, instructions and tags are dropped, and line ends are
// normalized as in XML. An & that begins no reference stays.
func appendText(dst, raw []byte) []byte {
	if bytes.IndexByte(raw, '<') < 0 {
		return appendChars(dst, raw)
	}
	for {
		i := bytes.IndexByte(raw, '<')
		if i < 0 {
			return appendChars(dst, raw)
		}
		dst = appendChars(dst, raw[:i])
		raw = raw[i:]
		if rest, ok := bytes.CutPrefix(raw, []byte("<![CDATA[")); ok {
			var inside []byte
			inside, raw, _ = bytes.Cut(rest, []byte("]]>"))
			dst = appendLines(dst, inside)
			continue
		}
		n := markup(raw)
		if n == 0 {
			dst, n = append(dst, '<'), 1
		}
		raw = raw[n:]
	}
}

// markup returns the length of the tag, comment, instruction or declaration at the
// beginning of raw, or 0 if there is none.
func markup(raw []byte) int {
	s := scanner{buf: raw, end: len(raw), keep: -1, err: errEnd}
	if len(raw) < 2 {
		return 0
	}
	switch c := raw[1]; {
	case c == '!' || c == '?':
		if s.skipSpecial(c) != nil {
			return len(raw)
		}
		return s.pos
	case c == '/' || isNameStart(c):
		if n, err := s.tagLen(); err == nil {
			return n
		}
	}
	return 0
}

// appendChars appends character data.
func appendChars(dst, raw []byte) []byte {
	if bytes.IndexByte(raw, '\r') >= 0 {
		return appendCharsCR(dst, raw)
	}
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:i]...)
		var n int
		dst, n = appendReference(dst, raw[i:])
		raw = raw[i+n:]
	}
}

// appendCharsCR is appendChars for text with CR. A CR written as a reference is not a
// line end.
func appendCharsCR(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return appendLines(dst, raw)
		}
		dst = appendLines(dst, raw[:i])
		var n int
		dst, n = appendReference(dst, raw[i:])
		raw = raw[i+n:]
	}
}

// appendLines appends text with CR and CRLF replaced by LF.
func appendLines(dst, raw []byte) []byte {
	for {
		i := bytes.IndexByte(raw, '\r')
		if i < 0 {
			return append(dst, raw...)
		}
		dst = append(append(dst, raw[:i]...), '\n')
		raw = raw[i+1:]
		if len(raw) > 0 && raw[0] == '\n' {
			raw = raw[1:]
		}
	}
}

// maxReference is the longest reference, including leading zeros.
const maxReference = 32

// appendReference appends the character of the reference at the beginning of raw and
// returns the length of the reference, or 1 if raw begins with a bare &.
func appendReference(dst, raw []byte) ([]byte, int) {
	// Four entities make up nearly all references.
	switch {
	case bytes.HasPrefix(raw, []byte("&lt;")):
		return append(dst, '<'), 4
	case bytes.HasPrefix(raw, []byte("&gt;")):
		return append(dst, '>'), 4
	case bytes.HasPrefix(raw, []byte("&quot;")):
		return append(dst, '"'), 6
	case bytes.HasPrefix(raw, []byte("&amp;")):
		return append(dst, '&'), 5
	case bytes.HasPrefix(raw, []byte("&apos;")):
		return append(dst, '\''), 6
	}
	end := bytes.IndexByte(raw[:min(len(raw), maxReference)], ';')
	if end < 3 || raw[1] != '#' {
		return append(dst, '&'), 1
	}
	digits, base := raw[2:end], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil || n > utf8.MaxRune {
		return append(dst, '&'), 1
	}
	return utf8.AppendRune(dst, rune(n)), end + 1
}

// attribute returns the value of an attribute.
func attribute(attrs []byte, name string) (value string, ok bool) {
	for {
		eq := bytes.IndexByte(attrs, '=')
		if eq < 0 {
			return "", false
		}
		key, rest := bytes.TrimSpace(attrs[:eq]), bytes.TrimLeft(attrs[eq+1:], " \t\r\n")
		if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
			return "", false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return "", false
		}
		if string(key) == name {
			return string(appendChars(nil, rest[1:end+1])), true
		}
		attrs = rest[end+2:]
	}
}
