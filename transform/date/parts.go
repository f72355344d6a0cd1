package date

import (
	"slices"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// decade reads the s of the 1990s.
func (s *scanner) decade(p *point, n, digits int) bool {
	begin := s.At
	if digits != 4 || n%10 != 0 || !s.TakeAny(s.words.decades...) {
		return false
	}
	if language.IsLetter(s.Next()) && !language.IsIdeograph(s.Next()) {
		s.At = begin
		return false
	}
	if s.eraBC() {
		// 1440s BC are the years from 1449 to 1440, which no pattern of EDTF has.
		s.At = begin
		return false
	}
	if n%100 == 0 && slices.Contains(s.words.hundreds, s.Text[begin:s.At]) {
		p.setCentury(n/100+1, false)
		s.rule = "century"
		return true
	}
	p.setYear(n)
	p.span, s.rule = Decade, "decade"
	return true
}

// eraBC reports whether BC follows.
func (s *scanner) eraBC() bool {
	begin := s.At
	s.Space()
	_, ok := s.word(bc)
	s.At = begin
	return ok
}

// centuryBehind reads the century behind its number: 19th century BC.
func (s *scanner) centuryBehind(p *point, n int) bool {
	begin := s.At
	if s.Next() == '.' {
		s.At++
	}
	s.TakeAny("-", " ")
	if _, ok := s.word(century); !ok && !s.Take("c.") || !isCentury(n) {
		s.At = begin
		return false
	}
	end := s.At
	s.Space()
	before := false
	if w, ok := s.word(bc, ad); ok {
		before = w.role == bc
		s.dotBehind(end)
	} else {
		s.At = end
	}
	p.setCentury(n, before)
	s.rule = "century"
	return true
}

// isCentury reports whether the n-th century is one that pages speak of.
func isCentury(n int) bool { return 1 <= n && n <= 40 }

// setCentury sets the n-th century as EDTF counts them: the 19th has the years
// that begin with 18.
func (p *point) setCentury(n int, before bool) {
	p.span, p.bc = Century, before
	p.setYear(100 * (n - 1))
	if before {
		p.setYear(1 - 100*n)
	}
}

// centuryBefore reads the number of a century behind the word: siglo XIX.
func (s *scanner) centuryBefore(p *point) bool {
	s.Space()
	n, ok := s.romanNumeral()
	if !ok {
		n, _ = s.number()
	}
	if !isCentury(n) {
		return false
	}
	p.setCentury(n, s.takeBC())
	s.rule = "century"
	return true
}

func (s *scanner) takeBC() bool {
	begin := s.At
	s.Space()
	if _, ok := s.word(bc); ok {
		s.dotBehind(begin)
		return true
	}
	s.At = begin
	return false
}

// romanCentury reads XIXe siècle and XIX wiek.
func (s *scanner) romanCentury(p *point) bool {
	begin := s.At
	n, ok := s.romanNumeral()
	if ok {
		s.suffix(s.words.anySuffix)
		if s.centuryBehind(p, n) {
			return true
		}
	}
	s.At = begin
	return false
}

// romanNumeral reads a small Roman numeral.
func (s *scanner) romanNumeral() (n int, ok bool) {
	begin, last := s.At, 0
	for {
		d := romanDigit(s.Next())
		if d == 0 {
			return n, s.At > begin
		}
		if last < d {
			// What is before a greater digit is taken away from it.
			n -= 2 * last
		}
		n, last = n+d, d
		s.At++
	}
}

func romanDigit(r rune) int {
	switch r {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	}
	return 0
}

// letterQuarter reads Q3 2013 and H1/2013.
func (s *scanner) letterQuarter(p *point) bool {
	begin := s.At
	if s.letterPart(p) {
		if !s.TakeAny("/", "-", ", ", " of ") {
			s.Space()
		}
		n, digits := s.number()
		if digits == 4 {
			p.setYear(n)
			return true
		}
	}
	*p = point{approx: p.approx}
	s.At = begin
	return false
}

// letterPart reads Q3 or H1.
func (s *scanner) letterPart(p *point) bool {
	rest := s.Rest()
	if len(rest) < 2 {
		return false
	}
	n := int(rest[1]) - '0'
	switch {
	case rest[0]|0x20 == 'q' && 1 <= n && n <= 4:
		p.span, p.part, s.rule = Quarter, n, "quarter"
	case rest[0]|0x20 == 'h' && 1 <= n && n <= 2:
		p.span, p.part, s.rule = Half, n, "half"
	default:
		return false
	}
	s.At += 2
	return true
}

// winterBehind reads the second year of "Winter 2012–13", which EDTF dates by the
// first.
func (s *scanner) winterBehind(year int) {
	begin := s.At
	if !s.TakeAny("–", "-", "/") {
		return
	}
	second, digits := s.number()
	if digits != 2 && digits != 4 || (second-year-1)%100 != 0 || digits == 4 && second != year+1 {
		s.At = begin
	}
}

// partOfYear reads the year behind a season, quarter or half.
func (s *scanner) partOfYear(p *point, span Precision, n int) bool {
	begin := s.At
	s.TakeAny(",")
	s.Space()
	if _, ok := s.word(of); ok {
		s.Space()
	}
	year, digits := s.number()
	if digits != 4 || s.At == begin {
		return false
	}
	p.setYear(year)
	p.span, p.part = span, n
	if span == Season {
		s.winterBehind(year)
	}
	s.rule = map[Precision]string{Season: "season", Quarter: "quarter", Half: "half"}[span]
	return true
}
