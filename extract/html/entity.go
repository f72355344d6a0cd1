package html

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestEntity is the length of the longest character reference that is not a
// number: &CounterClockwiseContourIntegral;. Numbers may have leading zeros.
const longestEntity = 40

// common are the references that most pages have.
var common = map[string]string{"nbsp": "\u00a0", "amp": "&", "lt": "<", "gt": ">", "quot": `"`, "ndash": "–",
	"mdash": "—", "minus": "−", "times": "×", "#39": "'", "#160": "\u00a0", "#32": " ", "#91": "[", "#93": "]", "thinsp": "\u2009"}

// entityAt reads the character reference that s begins with as browsers do in a
// text: its text, and its length; 0 if it is none.
func entityAt(s string) (text string, length int) {
	end := 1
	for end < len(s) && end < longestEntity && (isLetter(s[end]) || '0' <= s[end] && s[end] <= '9' || end == 1 && s[end] == '#') {
		end++
	}
	if end < 2 {
		return "", 0
	}
	if end < len(s) && s[end] == ';' {
		if text = common[s[1:end]]; text != "" {
			return text, end + 1
		}
		end++
	}
	ref := s[:end]
	text = html.UnescapeString(ref)
	if text == ref {
		return "", 0
	}
	return printable(text), end
}

// printable replaces what no text may hold: a page can name any code point.
func printable(s string) string {
	if strings.IndexFunc(s, unprintable) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unprintable(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

func unprintable(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || r == 0xFFFE || r == 0xFFFF
}

// decodeAttr resolves the character references of an attribute. One without its
// semicolon counts only where no letter, digit or = follows it, so that
// ?a=1&copy=2 stays.
func decodeAttr(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.IndexByte(s, '&') {
		text, n := entityAt(s[i:])
		ref := s[i : i+n]
		if n == 0 || !strings.HasSuffix(ref, ";") && (i+n < len(s) && s[i+n] == '=' || !whole(ref, text)) {
			text, n = "&", 1
		}
		b.WriteString(s[:i])
		b.WriteString(text)
		s = s[i+n:]
	}
	b.WriteString(s)
	return b.String()
}

// whole says that all of a reference without a semicolon was read: none of its
// letters are left over in its text.
func whole(ref, text string) bool {
	return !strings.HasSuffix(text, ref[len(ref)-1:]) || utf8.RuneCountInString(text) == 1
}
