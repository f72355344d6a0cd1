package date

import (
	"strings"
	"unicode/utf8"

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
	if s.isProse() {
		return Value{}, false
	}
	s.whole = true
	v, ok = s.value()
	if ok && s.hint.Age {
		note = s.age() + note
	}
	if !ok || s.Rest() != "" && s.Rest() != "." {
		if !hasMarks(text) {
			return Value{}, false
		}
		if v, ok = readEDTF(text); !ok {
			return Value{}, false
		}
	}
	v.Note = note
	return v, true
}

// age reads what is behind dates of birth and death: (aged 50), (age 63).
func (s *scanner) age() string {
	begin := s.At
	s.Space()
	open := s.At
	if s.Take("(") {
		_, ok := s.word(aged)
		s.Space()
		if _, digits := s.number(); ok && digits > 0 && s.Take(")") {
			return s.Text[open:s.At]
		}
	}
	s.At = begin
	return ""
}

// maxLength is longer than any date, so that long texts cost nothing.
const maxLength = 128

// mayBeDate tells most texts that are no dates by one look at their bytes. Words
// without digits are left to the lexicon.
func mayBeDate(text string) bool {
	if len(text) < 3 || len(text) > maxLength {
		return false
	}
	digits, words, numeric := 0, false, false
	for i := range len(text) {
		switch b := text[i]; {
		case '0' <= b && b <= '9':
			digits++
		case b >= utf8.RuneSelf || 'A' <= b|0x20 && b|0x20 <= 'z':
			words = true
		case b == ',' || b == '%' || b == '$':
			numeric = true
		}
	}
	if digits == len(text) {
		return digits == len("2013") || digits == len("20130305")
	}
	// Without a word, 2,952 and 95.07% are numbers.
	return words || !numeric
}

// isProse tells a text without digits whose first word the language does not know.
// One that begins as a Roman numeral may be a century.
func (s *scanner) isProse() bool {
	r := s.Next()
	if r >= utf8.RuneSelf || !language.IsLetter(r) || strings.ContainsRune("IVX", r) || strings.ContainsAny(s.Text, "0123456789") {
		return false
	}
	_, _, ok := s.words.dates.Find(s.Text, 0)
	return !ok
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
