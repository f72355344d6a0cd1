package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// collapse returns s with each run of white space as one space and none at the
// ends. It copies nothing unless there is something to collapse.
func collapse(s string) string {
	s = trim(s)
	at := untidy(s)
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	gap := s[at-1] == ' ' // s is trimmed, so that white space is never its first byte
	for _, r := range s[at:] {
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
			gap = false
		} else if !gap {
			b.WriteByte(' ')
			gap = true
		}
	}
	return b.String()
}

// untidy returns where the first white space of s is that is not a single plain
// space, or -1.
func untidy(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ' ':
			if s[i+1] == ' ' {
				return i
			}
		case '\t', '\n', '\v', '\f', '\r':
			return i
		case 0xC2, 0xE1, 0xE2, 0xE3: // what all other white space begins with
			if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
				return i
			}
		}
	}
	return -1
}

func trim(s string) string { return trimRight(trimLeft(s)) }

func trimLeft(s string) string {
	for len(s) > 0 && asciiSpace(s[0]) {
		s = s[1:]
	}
	if len(s) > 0 && s[0] >= utf8.RuneSelf {
		return strings.TrimLeftFunc(s, unicode.IsSpace)
	}
	return s
}

func trimRight(s string) string {
	for len(s) > 0 && asciiSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	if len(s) > 0 && s[len(s)-1] >= utf8.RuneSelf {
		return strings.TrimRightFunc(s, unicode.IsSpace)
	}
	return s
}

// startsWithSpace reports whether s begins with white space.
func startsWithSpace(s string) bool { return len(trimLeft(s)) < len(s) }

func asciiSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }
