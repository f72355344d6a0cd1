package number

import (
	"slices"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A scanner reads one number. Each of its methods that reads something moves At
// behind it and returns true, or leaves it where it was and returns false.
type scanner struct {
	language.Cursor
	// start is where the number begins.
	start int
	hint  Hint
	words *vocabulary
	// whole reports whether the text must be nothing but the number, which allows
	// shapes that mean something else in running text: "(1,234)", "- 5".
	whole bool
	// bareComma reports whether a decimal comma was read that only a unit can support.
	bareComma bool
	// listed reports whether the number is the first of 22,24,26.
	listed  bool
	phrases language.Memo[word]
	// refused reports whether a thing was seen that no part of may be a number.
	refused bool
}

func newScanner(text string, at int, hint *Hint) scanner {
	s := scanner{Cursor: language.Cursor{Text: text, At: at}, start: at, words: vocabularyOf(hint)}
	s.phrases = language.NewMemo(&s.words.words)
	if hint != nil {
		s.hint = *hint
	}
	return s
}

// value reads all that Parse and Scan return: a quantity with what is before
// and behind it.
func (s *scanner) value(v *Value) bool {
	comparator := ""
	if s.At < len(s.Text) && !isDigit(s.Text[s.At]) {
		if s.accounting(v) {
			return true
		}
		s.approximation(v)
		comparator = s.comparator()
		if comparator == "" && s.tolerance(v) {
			return true
		}
	}
	if comparator == "" && s.between(v) {
		return true
	}
	if !s.quantity(v) || s.bareComma && v.bare() {
		return false
	}
	switch {
	case v.Range:
		// 五六百 is all there is to say.
		s.refused = s.refused || comparator != ""
	case s.Rest() == "":
	case comparator == "" && s.span(v):
	case s.plusMinus(v):
	case comparator == "":
		comparator = s.comparatorBehind(v)
	}
	// What is more than 5 ± 1 has no bounds.
	s.refused = s.refused || comparator != "" && v.HasLower && v.HasUpper && !v.Range
	v.compare(comparator)
	return !s.refused && !v.Value.long() && !v.Upper.long() && !v.Uncertainty.long()
}

// word reads a phrase of the language that has one of the roles.
func (s *scanner) word(allowed ...role) (w word, ok bool) {
	w, end, found := s.phrases.Find(s.Text, s.At)
	if !found {
		return word{}, false
	}
	if slices.Contains(allowed, w.role) {
		s.At = end
		return w, true
	}
	return word{}, false
}

// finished reports whether nothing is left but the dot of an abbreviated unit or
// behind the number of an item.
func (s *scanner) finished(v *Value) bool {
	rest := s.Rest()
	return rest == "" || rest == "." && (v.Unit != "" || v.Decimals == 0) && language.IsAlphanumeric(s.Last())
}

// bounded reports whether the number ends at At, and is not the beginning of
// something else: 12abc, 12:30, 1.2.3.
func (s *scanner) bounded() bool {
	r := s.Next()
	last := s.Last()
	switch r {
	case 0:
		return true
	case ',':
		return s.listed || !s.IsDigitAt(s.At+1) || language.IsLetter(last)
	case ':', '/', '.', '-', '–', '\'', '’', '_':
		return !s.IsDigitAt(s.At + utf8.RuneLen(r))
	case '^':
		// 1.1^23 is no 1.1.
		return !s.IsDigitAt(s.At + 1)
	case ' ':
		// 555 123 4567
		return !s.grouped() || !s.IsDigitAt(s.At+1)
	}
	if language.IsIdeograph(r) || language.IsIdeograph(last) || !language.IsAlphanumeric(last) {
		return true
	}
	return !language.IsAlphanumeric(r)
}

// grouped reports whether three digits behind a space end at At.
func (s *scanner) grouped() bool {
	return s.At > 4 && s.Text[s.At-4] == ' ' && allDigits(s.Text[s.At-3:s.At])
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }
