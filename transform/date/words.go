package date

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// point reads a date without its span. A number that only its neighbour can explain
// is one too.
func (s *scanner) point() (p point, ok bool) {
	begin := s.At
	p.approx = s.approximation()
	s.weekday()
	if s.whole {
		if _, ok := s.word(the); ok {
			s.Space()
		}
		s.clockBefore()
		s.portionBefore()
	}
	r := s.Next()
	switch {
	case r == '?' && s.whole:
		s.At++
		p.unknown, ok = true, true
	case s.IsDigitAt(s.At):
		ok = s.afterNumber(&p)
	case r == '\'' || r == '’' || r == '‘':
		ok = s.apostrophe(&p)
	case language.IsIdeograph(r):
		ok = s.ideographs(&p)
	case language.IsLetter(r):
		ok = s.named(&p)
	}
	if !ok {
		s.At = begin
		return point{}, false
	}
	if !p.unknown {
		s.portionBehind()
		s.doubt(&p)
	}
	if p.has(hasDay) {
		s.weekdayBehind()
		s.clockBehind()
	}
	return p, true
}

// portionBefore reads the early of "early 1990s" and of "mid-2013".
func (s *scanner) portionBefore() {
	begin := s.At
	if _, ok := s.word(portion); !ok {
		return
	}
	word := s.Text[begin:s.At]
	if !s.TakeAny("-") {
		s.Space()
	}
	if s.Rest() == "" {
		s.At = begin
		return
	}
	s.portion = word
	if _, ok := s.word(the, of); ok {
		s.Space()
	}
}

// portionBehind reads the 初 of 2013年初.
func (s *scanner) portionBehind() {
	begin := s.At
	if !s.whole || !language.IsIdeograph(s.Next()) {
		return
	}
	if _, ok := s.word(portion); ok {
		s.portion = s.Text[begin:s.At]
	}
}

// weekdayBehind skips the day of the week in parentheses.
func (s *scanner) weekdayBehind() {
	begin := s.At
	if s.TakeAny(" (", "(", "（") {
		if _, ok := s.word(weekday); ok && s.TakeAny(")", ".)", "）") {
			return
		}
	}
	s.At = begin
}

// approximation reads c. or ~.
func (s *scanner) approximation() bool {
	if s.TakeAny("~", "≈", "约", "約") {
		s.Space()
		return true
	}
	begin := s.At
	if _, ok := s.word(approx); !ok {
		return false
	}
	length := s.At - begin
	dot := s.Take(".")
	s.Space()
	if length == 1 && !dot {
		s.At = begin
		return false
	}
	return true
}

// doubt reads the ? of 1900? and (?).
func (s *scanner) doubt(p *point) {
	if s.whole && s.TakeAny("?", " ?", "(?)", " (?)") {
		p.uncertain = true
	}
}

// weekday skips the name of a day of the week.
func (s *scanner) weekday() {
	begin := s.At
	if _, ok := s.word(weekday); !ok {
		return
	}
	s.TakeAny(".,", ",", ".")
	s.Space()
	if s.Next() == 0 || s.At == begin {
		s.At = begin
	}
}

// named reads a date that begins with a word.
func (s *scanner) named(p *point) bool {
	begin := s.At
	if s.letterQuarter(p) {
		return true
	}
	w, ok := s.word(month, season, quarter, half, ordinal, ad, century, bc, decadeLead)
	if !ok {
		return s.romanCentury(p)
	}
	switch w.role {
	case month:
		if s.isVerb(begin) {
			break
		}
		p.setMonth(w.n)
		s.rule = "month"
		s.afterMonth(p)
		// Mars alone is a planet before it is a month in French.
		if w.foreign && p.known == hasMonth {
			break
		}
		return true
	case season:
		return s.partOfYear(p, Season, w.n)
	case quarter:
		return s.partOfYear(p, Quarter, w.n)
	case half:
		return s.partOfYear(p, Half, w.n)
	case ordinal:
		return s.centuryBehind(p, w.n) || s.ofMonth(p, w.n)
	case decadeLead:
		s.Space()
		if n, digits := s.number(); digits == 4 && n%10 == 0 {
			p.setYear(n)
			p.span, s.rule = Decade, "decade"
			return true
		}
	case century:
		return s.centuryBefore(p)
	case ad, bc:
		return s.eraBefore(p, w.role == bc)
	}
	s.At = begin
	return false
}

// isVerb reports whether the word at begin is a month only by chance: in running
// text, may and march are months only with their capital.
func (s *scanner) isVerb(begin int) bool {
	if s.whole {
		return false
	}
	switch s.Text[begin:s.At] {
	case "may", "march", "mar":
		return true
	}
	return false
}

// afterMonth reads the day and the year behind the name of a month: March 5, 2013;
// March 2013; March.
func (s *scanner) afterMonth(p *point) {
	end := s.At
	s.Take(".")
	begin := s.At
	if s.yearBehind(p) {
		s.rule = "month-year"
		return
	}
	if !s.whole {
		// The dot in "in Oct. Then" ends the sentence.
		begin = end
	}
	comma := s.Take(",")
	if !s.TakeAny("-", "/") {
		s.Spaces()
	}
	if _, ok := s.word(the); ok {
		s.Space()
	}
	n, digits := s.number()
	if digits == 0 || digits > 2 || n < 1 || n > 31 || comma && !s.isSuffixed() {
		s.At = begin
		return
	}
	if s.IsDigitAt(s.At+1) && (s.Next() == '.' || s.Next() == ':') {
		// March 5.30 and March 20:30 have no day.
		s.At = begin
		return
	}
	p.setDay(n)
	s.suffix(s.words.suffixes)
	s.rule = "month-day"
	if s.yearBehind(p) {
		s.rule = "month-day-year"
	}
}

// isSuffixed reports whether the suffix of an ordinal is at At: the number of
// "October, 1st" is a day, that of "in October, 15 ships" is not.
func (s *scanner) isSuffixed() bool {
	behind := *s
	return language.IsLetter(s.Next()) && behind.suffix(s.words.suffixes)
}

// number reads a whole number of at most nine digits.
func (s *scanner) number() (n, digits int) {
	begin := s.At
	for {
		d, size := language.DigitAt(s.Text, s.At)
		if size == 0 {
			return n, digits
		}
		if digits == 9 {
			s.At = begin
			return 0, 0
		}
		n, digits = n*10+d, digits+1
		s.At += size
	}
}

// suffix skips the th of 5th.
func (s *scanner) suffix(suffixes []string) bool {
	if !language.IsLetter(s.Next()) {
		return s.Take("°")
	}
	rest := s.Rest()
	for _, suffix := range suffixes {
		if len(rest) < len(suffix) || !strings.EqualFold(rest[:len(suffix)], suffix) {
			continue
		}
		behind := language.Cursor{Text: rest, At: len(suffix)}
		if language.IsAlphanumeric(behind.Next()) {
			continue
		}
		s.At += len(suffix)
		return true
	}
	return false
}
