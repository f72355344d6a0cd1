package html

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/internal/entity"
)

// longestEntity is more than the length of the longest character reference that is
// not a number: &CounterClockwiseContourIntegral;
const longestEntity = 40

// entityAt reads the character reference that s begins with as browsers do in a
// text: its text, and its length; 0 if it is none.
func entityAt(s string) (text string, length int) {
	if len(s) > 1 && s[1] == '#' {
		return numberAt(s)
	}
	end := 1
	for end < len(s) && end < longestEntity && (isLetter(s[end]) || isDigit(s[end])) {
		end++
	}
	if end < 2 {
		return "", 0
	}
	if end < len(s) && s[end] == ';' {
		if text = entity.Common(s[:end+1]); text != "" {
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

// numberAt reads a reference by number: &#65; or &#x41; with or without the
// semicolon. Those of the C1 controls mean the characters of Windows-1252, those of no
// character U+FFFD.
func numberAt(s string) (text string, length int) {
	digits, base := 2, rune(10)
	if len(s) > 2 && s[2]|0x20 == 'x' {
		digits, base = 3, 16
	}
	end, r := digits, rune(0)
	for ; end < len(s); end++ {
		d := digit(s[end])
		if d >= base {
			break
		}
		if r <= unicode.MaxRune {
			r = r*base + d
		}
	}
	if end == digits {
		return "", 0
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	switch {
	case r >= 0x80 && r <= 0x9F:
		r = charmap.Windows1252.DecodeByte(byte(r))
	case r == 0 || !utf8.ValidRune(r):
		r = utf8.RuneError
	}
	return printable(string(r)), end
}

// digit is the value of a hexadecimal digit, 16 for anything else.
func digit(c byte) rune {
	switch {
	case isDigit(c):
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return 16
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// printable replaces what no text may hold: a page can name any code point.
func printable(s string) string {
	if strings.IndexFunc(s, charset.Risky) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if charset.Risky(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

// decodeAttr resolves the character references of an attribute. One without its
// semicolon counts only where no letter, digit or = follows it, so that
// ?a=1&copy=2 stays.
func decodeAttr(s string) string {
	return entity.Replace(s, func(s string) (string, int) {
		text, n := entityAt(s)
		ref := s[:n]
		if n == 0 || !whole(ref, text) || !strings.HasSuffix(ref, ";") && n < len(s) && s[n] == '=' {
			return "", 0
		}
		return text, n
	})
}

// whole reports whether all of a reference was read: no letter or semicolon at its end is
// left over in its text.
func whole(ref, text string) bool {
	return !strings.HasSuffix(text, ref[len(ref)-1:]) || utf8.RuneCountInString(text) == 1
}
