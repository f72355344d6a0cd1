package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// figure looks at a digit.
func (s *scanner) figure(i int) int {
	if end, ok := s.date(i); ok {
		return end
	}
	if end, ok := s.years(i); ok {
		return end
	}
	run := runEnd(s.text, i)
	v, end, ok := number.Scan(s.text, i, &s.plain)
	if slash := strings.IndexByte(s.text[i:run], '/'); slash > 0 && end < run {
		if end, ok := s.slashed(i); ok {
			return end
		}
		return skipToken(s.text, i)
	}
	if !ok || !s.closes(end) || s.isCode(i, end, run) || s.isScore(&v, i, end) {
		return max(skipToken(s.text, i), run, end)
	}
	if end, ok := s.addNumber(v, i, end); ok {
		return end
	}
	return max(end, skipToken(s.text, i))
}

// years reads a period whose ends are years: "1914–1918", "2001–02", "2013–present".
func (s *scanner) years(i int) (end int, ok bool) {
	if !isYearAt(s.text, i) {
		return i, false
	}
	rest := s.text[i+4:]
	for _, dash := range [...]string{"–", "-", "—", "/"} {
		if strings.HasPrefix(rest, dash) {
			j := i + 4 + len(dash)
			end := skipToken(s.text, j)
			v, ok := date.Parse(s.text[i:end], &s.dates)
			if !ok || v.Precision != date.Interval || !s.closes(end) {
				return i, false
			}
			return s.addDate(v, i, end)
		}
	}
	return i, false
}

// isYearAt reports whether exactly four digits, of a year from 1000 to 2100,
// begin at i.
func isYearAt(text string, i int) bool {
	if i+4 > len(text) || i+4 < len(text) && isDigit(text[i+4]) {
		return false
	}
	for _, c := range []byte(text[i : i+4]) {
		if !isDigit(c) {
			return false
		}
	}
	y := text[i : i+4]
	return "1000" <= y && y <= "2100"
}

// slashed reads a fraction: "10 1/2 miles", "2/3 of". Without evidence 3/4 may
// be anything: a date, a score, a name.
func (s *scanner) slashed(i int) (end int, ok bool) {
	v, end, ok := number.Scan(s.text, i, &s.fraction)
	if !ok || !s.closes(end) {
		return i, false
	}
	mixed := strings.IndexByte(s.text[i:end], ' ') > 0 && isDigit(s.text[i])
	_, _, of := fractionOf.after(s.text, end)
	if v.Unit == "" && !mixed && !of && !s.bounded(i) && !s.readsHanzi() && s.noun(end) == "" {
		return i, false
	}
	return s.addNumber(v, i, end)
}

// fractionOf is what stands behind a fraction.
var fractionOf = func() *phrases {
	p := new(phrases)
	p.add("of", "")
	return p
}()

// bounded reports whether a comparison stands before i.
func (s *scanner) bounded(i int) bool {
	_, v, ok := s.tongue.before.before(s.text, i)
	return ok && v != ""
}

// isCode reports whether the digits text[i:run], of which a number took those up
// to end, are something else: a version, a time, a telephone number, an
// identifier with hyphens.
func (s *scanner) isCode(i, end, run int) bool {
	digits := s.text[i:run]
	if a, b, ok := strings.Cut(digits, "-"); ok && len(a) == 3 && len(b) == 4 && isDigits(a) && isDigits(b) {
		return true
	}
	if end >= run {
		return false
	}
	if strings.Count(digits, "-") > 1 || strings.Count(digits, ".") > 1 && !strings.Contains(digits, ",") {
		return true
	}
	return strings.Contains(digits, ":")
}

// isScore reports whether two small numbers with a dash between are a score by
// the words near them.
func (s *scanner) isScore(v *number.Value, i, end int) bool {
	return v.Range && v.Unit == "" && end-i <= len("12–12") && s.nearScore(i, end)
}

// sign looks at a sign of ASCII before which no number stands.
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

// minus reads a negative number whose sign stands apart, which begins a text only.
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

// dashedDate reports whether the hyphen at i stands before a date like 2013-03-05
// and so is no sign.
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

// afterNumber reports whether the sign at i joins what stands before it to what
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
	if isWordByte(prev) || prev == c || prev == '.' || prev == ')' {
		return true
	}
	if c == '.' || prev >= 0x80 && strings.HasSuffix(s.text[:i], "－") {
		return prev >= 0x80
	}
	n := len(s.out)
	return n > 0 && backSpace(s.text, i) == s.out[n-1].Span.End
}
