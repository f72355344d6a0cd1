package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// sign looks at a sign of ASCII without a number before it.
func (s *scanner) sign(i int) int { return s.signAt(i, 1) }

// signAt looks at a sign of so many bytes: of a number, a comparison, a currency.
func (s *scanner) signAt(i, size int) int {
	if s.afterNumber(i) {
		return i + size
	}
	if s.dashedDate(i) {
		return i + 1
	}
	if end, ok := s.number(i, s.signHint(i, size)); ok {
		return end
	}
	if end, ok := s.minus(i); ok {
		return end
	}
	return i + size
}

// isSign reports whether a number may begin with a sign beyond ASCII.
func isSign(r rune) bool {
	switch r {
	case '−', '±', '≈', '≤', '≥', '≦', '≧', '＜', '＞', '～', '－', '＋', '．':
		return true
	}
	return unicode.Is(unicode.Sc, r)
}

func isFraction(r rune) bool { return '¼' <= r && r <= '¾' || '⅐' <= r && r <= '⅞' || r == '↉' }

// minus reads a negative number whose sign is apart from it; only at the start of a text.
func (s *scanner) minus(i int) (end int, ok bool) {
	at := skipSpace(s.text, i+1)
	if s.text[i] != '-' || at == i+1 || skipSpace(s.text, 0) != i {
		return i, false
	}
	v, end, ok := number.Scan(s.text, at, &s.fraction)
	if !ok || !s.closes(end) || v.Range {
		return i, false
	}
	v.Value, v.Printed, v.Numerator = v.Value.Neg(), v.Printed.Neg(), -v.Numerator
	return s.addNumber(v, i, end)
}

// dashedDate reports whether the hyphen at i is before a date like 2013-03-05
// and so is not a sign.
func (s *scanner) dashedDate(i int) bool {
	if s.text[i] != '-' || i+1 == len(s.text) || !isDigit(s.text[i+1]) {
		return false
	}
	v, _, ok := date.Scan(s.text, i+1, &s.dates)
	return ok && v.Precision == date.Day
}

// signHint allows a fraction behind a sign: -4/5 is nothing else.
func (s *scanner) signHint(i, size int) *number.Hint {
	if s.text[i] == '-' || size > 1 {
		return &s.fraction
	}
	return &s.plain
}

// afterNumber reports whether the sign at i joins what is before it to what
// follows, so that it belongs to neither: "5-20", "75 -300mm", "a-1", "...9".
func (s *scanner) afterNumber(i int) bool {
	if i == 0 {
		return false
	}
	c := s.text[i]
	prev := s.text[i-1]
	switch c {
	case '<', '>', '~', '$':
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.text[i:]); unicode.Is(unicode.Sc, r) && !isWordByte(prev) {
		return false
	}
	if isWordByte(prev) || prev == c || prev == '.' || prev == ')' {
		return true
	}
	if c == '.' || prev >= 0x80 && strings.HasSuffix(s.text[:i], "－") {
		return prev >= 0x80
	}
	n := len(s.out)
	return n > 0 && backSpace(s.text, i) == s.out[n-1].Span.End
}
