package xlsxfile

import (
	"unicode/utf8"
)

// maxUnits is how many UTF-16 units a cell can hold.
const maxUnits = 32_767

// cut shortens a text to the size of a cell, at the end of a character.
func cut(s string) (string, bool) {
	if len(s) <= maxUnits { // no text has more units than bytes
		return s, false
	}
	units := 0
	for i, r := range s {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > maxUnits {
			return s[:i], true
		}
	}
	return s, false
}

// special marks the bytes that need attention in the text of a cell: they must be escaped,
// or they begin a character that may have to be.
var special = func() (t [256]bool) {
	for c := range 0x20 {
		t[c] = c != '\t' && c != '\n'
	}
	for c := 0x80; c <= 0xFF; c++ {
		t[c] = true
	}
	t['&'], t['<'], t['>'], t['_'] = true, true, true, true
	return t
}()

// appendText appends s as the text of an XML element. It reports whether it replaced
// characters that XML does not allow, or invalid UTF-8, by U+FFFD.
func appendText(dst []byte, s string) (_ []byte, replaced bool) {
	for {
		n := 0
		for n < len(s) && !special[s[n]] {
			n++
		}
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return dst, replaced
		}
		s = s[n:]
		size, mark := 1, ""
		switch c := s[0]; {
		case c == '&':
			mark = "&amp;"
		case c == '<':
			mark = "&lt;"
		case c == '>':
			mark = "&gt;"
		case c == '\r': // a bare one would be read as a line feed
			mark = "&#13;"
		case c == '_':
			mark = "_"
			if isEscape(s) {
				mark = "_x005F_"
			}
		case c < utf8.RuneSelf:
			mark, replaced = "\uFFFD", true
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s)
			mark = s[:size]
			if r == 0xFFFE || r == 0xFFFF || r == utf8.RuneError && size == 1 {
				mark, replaced = "\uFFFD", true
			}
		}
		dst = append(dst, mark...)
		s = s[size:]
	}
}

// isEscape reports whether s begins with an escaped character of Excel, such as _x0041_
// for A. To keep such a text, its first underscore must be escaped.
func isEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' && s[1] != 'X' || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !('0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f') {
			return false
		}
	}
	return true
}
