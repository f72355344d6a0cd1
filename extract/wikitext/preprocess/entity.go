package preprocess

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestEntity is the length of the longest character reference:
// &CounterClockwiseContourIntegral; and its kin.
const longestEntity = 34

// EntityAt reads the character reference s begins with, and its length; 0 if it is
// none. As in MediaWiki only those that end with a semicolon count, and none
// stands for a control character.
func EntityAt(s string) (text string, length int) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return "", 0
	}
	ref := s[:end+1]
	if text = common[ref]; text != "" {
		return text, end + 1
	}
	text = html.UnescapeString(ref)
	if text == ref || strings.HasSuffix(text, ";") && ref != "&semi;" && ref != "&#59;" {
		return "", 0 // &notit; is &not; and "it;" to HTML
	}
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsControl(r) && !unicode.IsSpace(r) || r == 0xFFFE || r == 0xFFFF {
		return "", 0
	}
	return text, end + 1
}

// common are the references that most pages have.
var common = map[string]string{"&nbsp;": "\u00a0", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": `"`, "&ndash;": "–",
	"&mdash;": "—", "&minus;": "−", "&times;": "×", "&#39;": "'", "&thinsp;": "\u2009"}

// DecodeEntities resolves all character references of s.
func DecodeEntities(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.IndexByte(s, '&') {
		text, n := EntityAt(s[i:])
		if n == 0 {
			text, n = "&", 1
		}
		b.WriteString(s[:i])
		b.WriteString(text)
		s = s[i+n:]
	}
	b.WriteString(s)
	return b.String()
}
