package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
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

// endsInUnit reports whether the last word of text is a unit, for some codes have
// brackets too: 5 [in_i], 760 mm[Hg].
func endsInUnit(text string) bool {
	word := text[strings.LastIndexAny(text, " /")+1:]
	return allMeasures().symbols[strings.TrimLeft(word, "0123456789.")] != nil
}

// isBracketedUnit reports whether brackets hold the unit of the number before them, as
// in "20 [kg]". A single letter, or what is close to the number, is a mark.
func isBracketedUnit(before, bracket string) bool {
	unit := bracket[1 : len(bracket)-1]
	t := allMeasures()
	m := t.symbols[unit]
	if m == nil || m.system != UCUM || len(unit) < 2 || t.wholeOnly[unit] {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	digits := strings.TrimRight(before, " \u00a0")
	return language.IsSpace(r) && isDigit(digits[len(digits)-1])
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
	case '¹', '²', '³':
		// A raised digit behind a space marks a number or a year; without one it is a power.
		before := strings.TrimRight(text[:len(text)-size], " \u00a0")
		if len(before) < len(text)-size && before != "" && isDigit(before[len(before)-1]) {
			return len(text) - size
		}
	case ']':
		open := strings.LastIndexByte(text, '[')
		if open >= 0 && len(text)-open <= len("[citation needed]") && !endsInUnit(text) && !isBracketedUnit(text[:open], text[open:]) {
			return open
		}
	}
	return len(text)
}
