package number

import (
	"strings"
	"unicode/utf8"
)

// TrimNote cuts the footnote marks off the end of a text, with the space before
// them:
//
//	TrimNote("2,952[a]")   "2,952", "[a]"
//	TrimNote("262 *†")     "262", "*†"
//	TrimNote("[a]")        "", "[a]"
func TrimNote(text string) (rest, note string) {
	if text == "" || isDigit(text[len(text)-1]) {
		return text, ""
	}
	rest = text
	for {
		cut := cutMark(rest)
		if cut == len(rest) {
			break
		}
		rest = strings.TrimRight(rest[:cut], " \u00a0")
	}
	return rest, strings.TrimLeft(text[len(rest):], " \u00a0")
}

// cutMark returns where the mark at the end of text begins, or its length.
func cutMark(text string) int {
	if text == "" {
		return 0
	}
	last, size := utf8.DecodeLastRuneInString(text)
	switch last {
	case '*', '†', '‡', '^', '§', '¶', '‖':
		return len(text) - size
	case ']':
		// Some codes of units have brackets too: [in_i].
		open := strings.LastIndexByte(text, '[')
		if open >= 0 && len(text)-open <= len("[citation needed]") && allMeasures().symbols[text[open:]] == nil {
			return open
		}
	}
	return len(text)
}
