package date

import (
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/number/language"
)

// parts reads numbers with their units: 2h 05m, five years, 1 year and 32 days.
func (s *scanner) parts(l *length) bool {
	begin := s.At
	for {
		before := s.At
		if l.last >= 0 {
			s.separator()
		}
		if !s.part(l) {
			s.At = before
			break
		}
	}
	if l.last < 0 {
		s.At = begin
		return false
	}
	return true
}

// separator reads what may be between two parts.
func (s *scanner) separator() {
	s.Take(",")
	s.Spaces()
	if s.takeAnd() {
		s.Spaces()
	}
}

// takeAnd reads the "and" of the language.
func (s *scanner) takeAnd() bool {
	w, end, ok := s.words.durations.Find(s.Text, s.At)
	if !ok || w.role != and {
		return false
	}
	s.At = end
	return true
}

// part reads a number and its unit, which must be smaller than the last. A bare
// number behind hours is minutes: 1h30.
func (s *scanner) part(l *length) bool {
	begin := s.At
	n, ok := s.count()
	if !ok {
		return s.wordPart(l)
	}
	unit := s.unit(l)
	if unit == inYears && s.Last() == '年' && s.At-begin > len("100年") {
		// 2013年 is a year.
		unit = -1
	}
	if unit < 0 && l.last == inHours && s.At == begin+2 {
		unit = inMinutes
	}
	if unit <= l.last {
		s.At = begin
		return false
	}
	l.set(unit, n)
	return true
}

// wordPart reads a number in words and its unit: five years, 五年.
func (s *scanner) wordPart(l *length) bool {
	if !language.IsLetter(s.Next()) {
		return false
	}
	v, end, ok := number.Scan(s.Text, s.At, &number.Hint{Language: s.hint.Language})
	if !ok || !isLength(&v) {
		return false
	}
	l.approx = l.approx || v.Approx
	for unit, code := range codes {
		if v.Unit == code && unit > l.last {
			l.set(unit, v.Value)
			s.At = end
			return true
		}
	}
	return false
}

// isLength reports whether a number in words is a length of time as it stands: not
// from five to six years, at least five years, minus five years.
func isLength(v *number.Value) bool {
	return v.Words && !v.Range && v.Comparator == "" && v.Per == "" && v.Kind != number.Ordinal &&
		v.Value.Sign() >= 0 && v.Uncertainty.IsZero()
}

// codes are those of UCUM.
var codes = [units]string{"a", "mo", "wk", "d", "h", "min", "s"}

// count reads the number of a part in digits.
func (s *scanner) count() (n number.Decimal, ok bool) {
	begin := s.At
	digits := s.digits()
	n, ok = number.ParseDecimal(s.Text[begin:s.At])
	if ok && (s.Next() == '.' || s.Next() == ',') && s.IsDigitAt(s.At+1) {
		n = s.decimals(digits)
	}
	return n, ok
}

// symbols are the short forms of the units, the longest first.
var symbols = []struct {
	text string
	unit int
}{
	{"min", inMinutes}, {"hrs", inHours}, {"hr", inHours}, {"sec", inSeconds},
	{"y", inYears}, {"w", inWeeks}, {"d", inDays}, {"h", inHours}, {"m", inMinutes}, {"s", inSeconds},
	{"′", inMinutes}, {"″", inSeconds}, {"''", inSeconds}, {"'", inMinutes}, {"\"", inSeconds},
}

// unit reads a unit and returns it, or -1. An m is a minute only next to hours or
// seconds, for alone it is a metre.
func (s *scanner) unit(l *length) int {
	begin := s.At
	s.Spaces()
	if s.At == begin && s.Next() == '-' {
		s.At++
	}
	if w, end, ok := s.words.durations.Find(s.Text, s.At); ok && w.role >= year {
		s.At = end
		return inYears + int(w.role-year)
	}
	for _, symbol := range symbols {
		if !s.Take(symbol.text) {
			continue
		}
		if language.IsLetter(s.Next()) && language.IsLetter(s.Last()) {
			break
		}
		minutes := symbol.text == "m" || symbol.text == "'" || symbol.text == "′"
		if minutes && l.last != inHours && !s.secondsBehind() {
			break
		}
		if seconds := symbol.text == "\"" || symbol.text == "″" || symbol.text == "''"; seconds && l.last != inMinutes {
			break
		}
		return symbol.unit
	}
	s.At = begin
	return -1
}

// secondsBehind reports whether a number of seconds follows.
func (s *scanner) secondsBehind() bool {
	begin := s.At
	defer func() { s.At = begin }()
	s.Spaces()
	if _, ok := s.count(); !ok {
		return false
	}
	s.Spaces()
	return s.TakeAny("s", "″", "\"", "''")
}
