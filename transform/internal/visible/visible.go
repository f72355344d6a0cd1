// Package visible leaves out of texts the characters that show nothing, such as spaces of
// no width, so that they do not keep numbers, units and dates from being read.
//
//	visible.Text("30 528\u200b km²")                 "30 528 km²"
//	visible.Written("a\u200b 5\u200bkm", "5km", 2)   "5\u200bkm", 3: where it is in the text as written
package visible

import (
	"strings"
	"unicode/utf8"
)

// Text returns a text without the characters that show nothing. Most texts have none
// and are returned as they are.
func Text(text string) string {
	for i := 0; i+1 < len(text); i++ {
		switch text[i] {
		case 0xC2, 0xE2, 0xEF:
			if unseen(text[i:]) {
				return remover.Replace(text)
			}
		}
	}
	return text
}

var remover = strings.NewReplacer("\u200b", "", "\u2060", "", "\ufeff", "", "\u00ad", "", "\u200e", "", "\u200f", "")

// unseen reports whether a text begins with a character that shows nothing.
func unseen(text string) bool {
	for _, c := range [...]string{"\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f"} {
		if strings.HasPrefix(text, c) {
			return true
		}
	}
	return false
}

// Written finds a part of Text(text), which begins at the code point first of it, in the
// text itself. It returns the part as written and the code point where it begins.
func Written(text, part string, first int) (string, int) {
	shown, at, n := 0, 0, 0 // characters seen, where the part begins, all characters
	length := utf8.RuneCountInString(part)
	start := -1
	for i, r := range text {
		if !unseen(text[i:]) {
			if shown == first && start < 0 {
				start, at = i, n
			}
			if shown++; shown == first+length && start >= 0 {
				return text[start : i+utf8.RuneLen(r)], at
			}
		}
		n++
	}
	return part, first
}
