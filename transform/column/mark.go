package column

import (
	"strings"
	"unicode/utf8"
)

// cutMarks takes the footnote marks off both ends of a text.
//
//	cutMarks("2013†")        "2013", "†"
//	cutMarks("1,204 [b] *")  "1,204", "[b] *"
//	cutMarks("[1]")          "", "[1]"
func cutMarks(text string) (rest, mark string) {
	rest = text
	for {
		cut := cutLast(rest)
		if cut == len(rest) {
			break
		}
		rest = strings.TrimRight(rest[:cut], " \u00a0\n")
	}
	mark = strings.TrimLeft(text[len(rest):], " \u00a0\n")
	if front := len(rest) - len(strings.TrimLeft(rest, frontMarks)); front > 0 {
		mark = rest[:front] + mark
		rest = strings.TrimLeft(rest[front:], " \u00a0")
	}
	return rest, mark
}

// frontMarks may stand before a value; behind one, "#" and "^" are marks too. A
// leading "#" makes a number of it: "#5".
const frontMarks = "*†‡§¶"

// longestNote is how many bytes a note in brackets may have: [note 12].
const longestNote = 16

// cutLast returns where the last mark of a text begins, or len(text).
func cutLast(text string) int {
	r, size := utf8.DecodeLastRuneInString(text)
	switch r {
	case '*', '†', '‡', '§', '¶', '#', '^':
		return len(text) - size
	case ']':
		if open := strings.LastIndexByte(text, '['); open >= 0 && len(text)-open <= longestNote && open+2 < len(text) {
			return open
		}
	}
	return len(text)
}
