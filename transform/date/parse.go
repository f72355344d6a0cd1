package date

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/number/language"
)

// Parse reads a text that is wholly a date. A bare year is a date of precision
// YearOnly; white space around it and footnote marks behind it are allowed. ok is
// false for everything else, impossible dates included.
func Parse(text string, hint *Hint) (v Value, ok bool) {
	text, note := number.TrimNote(strings.TrimSpace(text))
	if !mayBeDate(text) {
		return Value{}, false
	}
	s := newScanner(text, 0, hint)
	s.whole = true
	v, ok = s.value()
	if !ok || s.Rest() != "" && s.Rest() != "." {
		if v, ok = readEDTF(text); !ok || !hasMarks(text) {
			return Value{}, false
		}
	}
	v.Note = note
	return v, true
}

// maxLength is longer than any date, so that long texts cost nothing.
const maxLength = 128

// mayBeDate tells most texts that are no dates by their first look.
func mayBeDate(text string) bool {
	return len(text) >= 3 && len(text) <= maxLength
}

// Scan reads the longest date that begins at byte start of a running text, and
// returns the byte after it. A bare year is not found by Scan unless a word
// before it makes it one.
//
// Where ok is false, end is start.
func Scan(text string, start int, hint *Hint) (v Value, end int, ok bool) {
	if start >= len(text) || language.InsideName(text, start) {
		return Value{}, start, false
	}
	s := newScanner(text, start, hint)
	if v, ok = s.value(); ok && s.bounded() && !s.bare(&v) {
		return v, s.At, true
	}
	return Value{}, start, false
}
