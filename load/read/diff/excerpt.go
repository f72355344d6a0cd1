package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lengths of excerpts in runes: of a value, and of the text before a
// difference in it.
const (
	excerptLength = 60
	excerptBefore = 20
)

// excerpt shows two values on one line each, quoted where they are text with
// spaces, and long ones from a little before their first difference.
func excerpt(old, new *string) (string, string) {
	from := 0
	if old != nil && new != nil {
		from, _ = commonEnds(*old, *new)
	}
	return cutOut(old, from), cutOut(new, from)
}

func cutOut(s *string, from int) string {
	if s == nil {
		return "null"
	}
	text := *s
	if utf8.RuneCountInString(text) > excerptLength {
		from = back(text, from, excerptBefore)
		head, tail := "", ""
		if from > 0 {
			head = "…"
		}
		end := ahead(text, from, excerptLength)
		if end < len(text) {
			tail = "…"
		}
		text = head + text[from:end] + tail
	}
	text = clean(text)
	if text == "" || strings.ContainsAny(text, " ,") {
		return `"` + text + `"`
	}
	return text
}

// back is the place n runes before at.
func back(s string, at, n int) int {
	for at > 0 && (n > 0 || at < len(s) && !utf8.RuneStart(s[at])) {
		if at--; utf8.RuneStart(s[at]) {
			n--
		}
	}
	return at
}

// ahead is the place n runes behind at.
func ahead(s string, at, n int) int {
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// clean takes what would break a line or command a terminal out of a text.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r':
			return '⏎'
		case unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return utf8.RuneError
		}
		return r
	}, s)
}
