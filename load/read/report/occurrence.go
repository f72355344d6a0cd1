package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// occurrence is where the only occurrence of a value in a text begins, -1 if there
// is none, or several, so that it is not known which one is meant. A 6 does not
// occur in 2,956.
func occurrence(text, value string) int {
	if value == "" {
		return -1
	}
	found := -1
	for at := 0; ; {
		i := strings.Index(text[at:], value)
		if i < 0 {
			return found
		}
		from, to := at+i, at+i+len(value)
		if !joined(text[:from], value) && !joined(value, text[to:]) {
			if found >= 0 {
				return -1
			}
			found = from
		}
		at = from + 1
	}
}

// joined reports whether the end of a and the beginning of b are one word or number.
func joined(a, b string) bool {
	last, size := utf8.DecodeLastRuneInString(a)
	first, width := utf8.DecodeRuneInString(b)
	switch {
	case size == 0 || width == 0:
		return false
	case last == ',' || last == '.':
		before, _ := utf8.DecodeLastRuneInString(a[:len(a)-size])
		return unicode.IsDigit(first) && unicode.IsDigit(before)
	case first == ',' || first == '.':
		after, _ := utf8.DecodeRuneInString(b[width:])
		return unicode.IsDigit(last) && unicode.IsDigit(after)
	}
	return isWord(last) && isWord(first)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
