package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A scanner reads one number. Each of its methods that reads something moves at
// behind it and returns true, or leaves at where it was and returns false.
type scanner struct {
	text string
	// start is where the number begins, at the byte to be read next.
	start, at int
	hint      Hint
	words     *vocabulary
	// whole says that the text must be nothing but the number, which allows
	// shapes that mean something else in running text: "(1,234)", "- 5".
	whole bool
	// bareComma says that a decimal comma was read that only a unit can support.
	bareComma bool
	// refused says that a thing was seen that no part of may be a number.
	refused bool
}

func newScanner(text string, at int, hint *Hint) scanner {
	s := scanner{text: text, start: at, at: at, words: vocabularyOf(hint)}
	if hint != nil {
		s.hint = *hint
	}
	return s
}

// value reads all that Parse and Scan return: a quantity with what stands before
// and behind it.
func (s *scanner) value(v *Value) bool {
	if s.accounting(v) {
		return true
	}
	s.approximation(v)
	comparator := s.comparator()
	if comparator == "" && s.tolerance(v) {
		return true
	}
	if !s.quantity(v) {
		return false
	}
	if s.bareComma && v.Unit == "" {
		return false
	}
	switch {
	case s.rest() == "":
	case comparator == "" && s.span(v):
	case s.plusMinus(v):
	case comparator == "":
		comparator = s.comparatorBehind(v)
	}
	v.compare(comparator)
	return !s.refused
}

// rest is the text from at on.
func (s *scanner) rest() string { return s.text[s.at:] }

// next is the rune at at, or 0 at the end.
func (s *scanner) next() rune {
	if s.at >= len(s.text) {
		return 0
	}
	if b := s.text[s.at]; b < utf8.RuneSelf {
		return rune(b)
	}
	r, _ := utf8.DecodeRuneInString(s.rest())
	return r
}

// take reads prefix.
func (s *scanner) take(prefix string) bool {
	if strings.HasPrefix(s.rest(), prefix) {
		s.at += len(prefix)
		return true
	}
	return false
}

// takeAny reads the first of the prefixes that fits.
func (s *scanner) takeAny(prefixes ...string) bool {
	for _, p := range prefixes {
		if s.take(p) {
			return true
		}
	}
	return false
}

// word reads a phrase of the language that has one of the roles.
func (s *scanner) word(allowed ...role) (w word, ok bool) {
	w, end, ok := s.words.words.Find(s.text, s.at)
	if !ok {
		return word{}, false
	}
	for _, r := range allowed {
		if w.role == r {
			s.at = end
			return w, true
		}
	}
	return word{}, false
}

// gap returns the byte behind the one white space at i, or i.
func gap(text string, i int) int {
	if i >= len(text) {
		return i
	}
	if text[i] == ' ' {
		return i + 1
	}
	if r, size := utf8.DecodeRuneInString(text[i:]); isSpace(r) {
		return i + size
	}
	return i
}

// isSpace reports whether r is a space that may stand inside a number.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000':
		return true
	}
	return false
}

// space reads one white space if there is one.
func (s *scanner) space() { s.at = gap(s.text, s.at) }

// spaces reads all white space, of which scripts without words are full when they
// come from other programs.
func (s *scanner) spaces() {
	for next := gap(s.text, s.at); next > s.at; next = gap(s.text, s.at) {
		s.at = next
	}
}

// finished reports whether nothing is left but the dot of an abbreviation or of an
// item number.
func (s *scanner) finished() bool {
	rest := s.rest()
	return rest == "" || rest == "." && isAlphanumeric(lastRune(s.text[:s.at]))
}

// bounded reports whether the number ends at at, and is not the beginning of
// something else: 12abc, 12:30, 1.2.3.
func (s *scanner) bounded() bool {
	r := s.next()
	last := lastRune(s.text[:s.at])
	switch r {
	case 0:
		return true
	case ':', '/', '.', ',', '-', '–', '\'', '’', '_':
		return !s.isDigitAt(s.at + utf8.RuneLen(r))
	case ' ':
		// 555 123 4567
		return !isDigitRune(last) || !s.grouped() || !s.isDigitAt(s.at+1)
	}
	if language.IsIdeograph(r) || language.IsIdeograph(last) || !isAlphanumeric(last) {
		return true
	}
	return !isAlphanumeric(r)
}

// grouped reports whether three digits behind a space end at at.
func (s *scanner) grouped() bool {
	return s.at > 4 && s.text[s.at-4] == ' '
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }

func isAlphanumeric(r rune) bool { return isDigitRune(r) || language.IsLetter(r) }

// insideName reports whether start is inside a word or number, or behind a word and
// its hyphen: F-16.
func insideName(text string, start int) bool {
	before := text[:start]
	last := lastRune(before)
	if last == '-' {
		last = lastRune(before[:len(before)-1])
	} else if start < len(text) && text[start] != '-' && !isASCIILetter(text[start]) && !isDigit(text[start]) {
		return false
	}
	return len(before) > 0 && isAlphanumeric(last) && !language.IsIdeograph(last)
}

// skip returns the end of the run of letters, digits and marks between them that
// begins at start, if a digit is in it; else start.
func skip(text string, start int) int {
	end, digits := start, false
	for i := start; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case language.IsIdeograph(r):
			return endIf(digits, end, start)
		case isAlphanumeric(r):
			digits = digits || isDigitRune(r)
			i += size
			end = i
		case strings.ContainsRune(".,:/-–−'’_°′″", r):
			if i+size >= len(text) || !isASCIILetter(text[i+size]) && !isDigit(text[i+size]) {
				return endIf(digits, end, start)
			}
			i += size
		default:
			return endIf(digits, end, start)
		}
	}
	return endIf(digits, end, start)
}

func endIf(cond bool, end, start int) int {
	if cond {
		return end
	}
	return start
}
