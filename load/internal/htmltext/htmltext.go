// Package htmltext makes texts fit for HTML beyond what html/template escapes.
//
//	Legal("a\x00b\xff")   a�b�
package htmltext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Legal replaces by U+FFFD what HTML must not have: control characters but for tabs and
// line ends, and bytes that are no text.
func Legal(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' {
			return utf8.RuneError
		}
		return r
	}, s)
}
