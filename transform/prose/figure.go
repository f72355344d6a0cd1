package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// figure looks at a digit.
func (s *scanner) figure(i int) int {
	if s.mayBeDate(i) {
		if end, ok := s.date(i); ok {
			return end
		}
	}
	run := runEnd(s.text, i)
	if strings.IndexByte(s.text[i:run], '/') > 0 {
		return s.slashed(i)
	}
	if end, ok := s.dashedDay(i, run); ok {
		return end
	}
	v, end, ok := s.scanNumber(i)
	if !ok || !s.closes(end) || s.isCode(i, end, run) || s.isScore(&v, i, end) {
		return max(skipToken(s.text, i), run, end)
	}
	if to := strings.Index(s.text[i:end], " to "); v.Range && to > 0 && s.isResult(i, end) {
		v, end, ok = number.Scan(s.text[:i+to], i, &s.plain)
	}
	if ok {
		if end, ok := s.addNumber(v, i, end); ok {
			return end
		}
	}
	return max(end, skipToken(s.text, i))
}

// scanNumber is number.Scan, with a short way for what most numbers are: digits
// that end with a punctuation mark.
func (s *scanner) scanNumber(i int) (v number.Value, end int, ok bool) {
	end = i
	for end < len(s.text) && isDigit(s.text[end]) {
		end++
	}
	if end == len(s.text) || s.text[end] == ')' || s.text[end] == ';' || isPause(s.text, end) {
		v, ok = number.Parse(s.text[i:end], nil)
		return v, end, ok
	}
	return number.Scan(s.text, i, &s.plain)
}

// isPause reports whether a comma or full stop at i is followed by a blank or the end.
func isPause(text string, i int) bool {
	return (text[i] == ',' || text[i] == '.') && (i+1 == len(text) || text[i+1] == ' ')
}

// isResult reports whether "a to b" are two numbers side by side and no range:
// "defeated by 151 to 296", "from 65,000 in 1988 to 14,500".
func (s *scanner) isResult(i, end int) bool {
	if isYearAt(s.text, i) {
		before, _ := s.wordBefore(i)
		return words.is(before, yearLead)
	}
	return s.nearScore(i, end)
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

// slashed looks at digits with a slash between. Those that something bounds or
// counts are a fraction, others a day and month, if they can be one in only one
// way; and what is neither is a name: 9/11, 24/7.
func (s *scanner) slashed(i int) int {
	if end, ok := s.fractionAt(i); ok {
		return end
	}
	if !s.isIdiom(i, i) {
		if end, ok := s.dayMonth(i); ok {
			return end
		}
		if s.readsHanzi() {
			if end, ok := s.number(i, &s.fraction); ok {
				return end
			}
		}
	}
	return skipToken(s.text, i)
}

// dayMonth reads a day and month without a year: 22/04.
func (s *scanner) dayMonth(i int) (end int, ok bool) {
	hint := s.dates
	hint.DayMonth = true
	v, end, ok := date.Scan(s.text, i, &hint)
	if !ok || !s.closes(end) {
		return i, false
	}
	return s.addDate(v, i, end)
}

// dashedDay reads a day and month with a dash between, which only a preposition
// of dates makes one: "on 4-22".
func (s *scanner) dashedDay(i, run int) (end int, ok bool) {
	if strings.IndexByte(s.text[i:run], '-') < 0 {
		return i, false
	}
	if before, _ := s.wordBefore(i); before != "on" && before != "On" {
		return i, false
	}
	return s.dayMonth(i)
}

// fractionAt reads a fraction that has evidence: "10 1/2", "2/3 of", "1/4 mile".
func (s *scanner) fractionAt(i int) (end int, ok bool) {
	v, end, ok := number.Scan(s.text, i, &s.fraction)
	if !ok || !s.closes(end) {
		return i, false
	}
	mixed := strings.IndexByte(s.text[i:end], ' ') > 0
	_, _, of := fractionOf.after(s.text, end)
	if v.Unit == "" && !mixed && !of && !s.bounded(i) {
		return i, false
	}
	return s.addNumber(v, i, end)
}

// fractionOf is what stands behind a fraction.
var fractionOf = func() *phrases {
	p := new(phrases)
	p.add("of", "")
	p.add("的", "")
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
