package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// Parse reads a text that is wholly a number, with its unit if it has one. White
// space around it and footnote marks behind it are allowed. ok is false for
// everything else: identifiers with leading zeros, scores, versions, times, dates,
// words. The strings of v may share the memory of text.
func Parse(text string, hint *Hint) (v Value, ok bool) {
	if n, ok := plainInteger(text); ok {
		v.setInteger(n, len(text))
		return v, true
	}
	text, note := TrimNote(strings.TrimSpace(text))
	if text == "" || len(text) > maxLength {
		return Value{}, false
	}
	s := newScanner(text, 0, hint)
	s.whole = true
	if s.isProse() || !s.value(&v) {
		return Value{}, false
	}
	end := s.At
	if s.hint.Conversion && s.conversion(&v) {
		note = strings.TrimSpace(s.Text[end:s.At]) + note
	}
	if !s.finished(&v) {
		return Value{}, false
	}
	v.Note = note
	return v, true
}

// conversion reads the same measure in other units, in parentheses: the "(31 mi)" of
// "50 km (31 mi)".
func (s *scanner) conversion(v *Value) bool {
	if s.Rest() == "" || v.System == "" {
		return false
	}
	start := s.At
	s.Space()
	for more := s.Take("("); more; more = s.TakeAny("; ", ", ") {
		var w Value
		if !s.value(&w) || w.System != v.System || w.Unit == v.Unit {
			break
		}
		if s.Take(")") {
			return true
		}
	}
	s.At = start
	return false
}

// isProse tells at one glance most texts that are no numbers: words without a digit
// whose first the language does not know.
func (s *scanner) isProse() bool {
	if !isASCIILetter(s.Text[0]) || s.hint.Roman {
		return false
	}
	for i := range len(s.Text) {
		if b := s.Text[i]; isDigit(b) || b >= utf8.RuneSelf {
			return false
		}
	}
	_, _, ok := s.words.words.Find(s.Text, 0)
	return !ok
}

// maxLength is longer than any number that is written out; a longer text is none,
// and costs nothing.
const maxLength = 2 * maxDigits

// Scan reads the longest number with its unit that begins at byte start of a
// running text, and returns the byte after it. The caller sees to it that start
// is not inside a word or number.
//
// Where ok is false, end is the byte from which to look on: behind a thing of
// digits that is not a number, as a time or a version, else start.
func Scan(text string, start int, hint *Hint) (v Value, end int, ok bool) {
	if start >= len(text) || language.InsideName(text, start) {
		return Value{}, start, false
	}
	s := newScanner(text, start, hint)
	if s.value(&v) && s.bounded() {
		return v, s.At, true
	}
	return Value{}, language.SkipDigits(text, start), false
}

// UnitAt returns the code of the unit whose symbol or name is at byte start of a
// running text, and the byte after it; where there is none, "" and start.
//
//	UnitAt("per square mile", 4)   "[mi_i]2", 15
func UnitAt(text string, start int) (code string, end int) {
	s := newScanner(text, start, nil)
	m, end := s.measureAt(start, false)
	if m == nil {
		return "", start
	}
	return m.code, end
}

// plainInteger reads what most cells of most tables are: a few ASCII digits.
func plainInteger(text string) (n int64, ok bool) {
	if len(text) == 0 || len(text) > int64Digits || text[0] == '0' && len(text) > 1 {
		return 0, false
	}
	for i := range len(text) {
		if !isDigit(text[i]) {
			return 0, false
		}
		n = n*10 + int64(text[i]-'0')
	}
	return n, true
}

func (v *Value) setInteger(n int64, digits int) {
	v.Value.coeff, v.Printed.coeff, v.Scale.coeff = n, n, 1
	v.Rule, v.Significant = "integer", digits
	if n == 0 {
		v.Significant = 0
	}
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
