// Package entity has what the two markups share about character references. Which
// ones count is different: HTML takes some without a semicolon, MediaWiki none.
//
//	Common("&ndash;")               "–"
//	Replace("a&ndash;b &c", at)     "a–b &c"   where at knows &ndash; and not &c
package entity

import "strings"

// Common returns the text of a reference that most pages have, "" for any other.
func Common(ref string) string { return common[ref] }

var common = map[string]string{"&nbsp;": "\u00a0", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": `"`, "&ndash;": "–",
	"&mdash;": "—", "&minus;": "−", "&times;": "×", "&#39;": "'", "&thinsp;": "\u2009"}

// Replace resolves the character references of s. at is asked at each & with all
// that follows it, and returns the text of the reference and its length; with 0 the &
// stays.
func Replace(s string, at func(s string) (text string, length int)) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.IndexByte(s, '&') {
		text, n := at(s[i:])
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
