package date

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// yearBehind reads the year behind a month or day: " 2013", ", 2013", " of 2013",
// "-2013".
func (s *scanner) yearBehind(p *point) bool {
	begin := s.At
	s.TakeAny(" ,", ",")
	s.Spaces()
	if _, ok := s.word(of); ok {
		s.Spaces()
	}
	if s.At == begin && !s.TakeAny("-", "/", ".") {
		return false
	}
	// February 24/25 are two days.
	short := s.hint.ShortYear
	if r := s.Last(); s.rule == "month-day" && r != ',' && !language.IsSpace(r) {
		s.hint.ShortYear = 0
	}
	ok := s.year(p)
	if s.hint.ShortYear = short; !ok {
		s.At = begin
	}
	return ok
}

// year reads a year: four digits, or fewer with an era, or three behind a month.
func (s *scanner) year(p *point) bool {
	begin := s.At
	if w, ok := s.word(ad, bc); ok {
		s.At = begin
		return s.eraBefore(p, w.role == bc)
	}
	n, digits := s.number()
	if digits == 0 || digits > 4 {
		s.At = begin
		return false
	}
	if s.eraBehind(p, n) {
		return true
	}
	// In March 12 the number is a day.
	short := s.hint.ShortYear != 0 && digits == 2 && (n > 31 || p.has(hasDay))
	if s.fraction() || !short && (digits < 3 || n == 0) {
		s.At = begin
		return false
	}
	if short {
		n, s.shortYear = fullYear(n, s.hint.ShortYear), true
	}
	p.setYear(n)
	s.yearMark()
	return true
}

// apostrophe reads the year of '99.
func (s *scanner) apostrophe(p *point) bool {
	begin := s.At
	if s.hint.ShortYear == 0 || !s.TakeAny("'", "’", "‘") {
		return false
	}
	n, digits := s.number()
	if digits != 2 || language.IsAlphanumeric(s.Next()) {
		s.At = begin
		return false
	}
	p.setYear(fullYear(n, s.hint.ShortYear))
	s.rule, s.shortYear = "year", true
	return true
}

// fraction reports whether the number that was just read goes on: 2013.5, 2,013.
func (s *scanner) fraction() bool {
	switch s.Next() {
	case '.', ',', ':':
		return s.IsDigitAt(s.At + 1)
	case '%', '°', '€', '$':
		return true
	}
	return s.IsDigitAt(s.At)
}

// yearMark skips the word for year that some languages write behind it: 2013 года.
func (s *scanner) yearMark() {
	begin := s.At
	s.Space()
	if _, ok := s.word(yearMark); !ok {
		s.At = begin
		return
	}
	s.Take(".")
}

// eraBehind reads BC or AD behind the year n.
func (s *scanner) eraBehind(p *point, n int) bool {
	begin := s.At
	s.Spaces()
	w, ok := s.word(bc, ad)
	if !ok || n == 0 {
		s.At = begin
		return false
	}
	s.dotBehind(begin)
	p.setEra(n, w.role == bc)
	return true
}

// dotBehind reads the dot that ends an abbreviation with dots in it: B.C.
func (s *scanner) dotBehind(begin int) {
	if strings.Contains(s.Text[begin:s.At], ".") {
		s.Take(".")
	}
}

// setEra sets the year n of an era. There is no year 0 between them, which EDTF has.
func (p *point) setEra(n int, before bool) {
	if before {
		n = 1 - n
	}
	p.setYear(n)
	p.bc = before
}

// eraBefore reads the year behind AD.
func (s *scanner) eraBefore(p *point, before bool) bool {
	s.Take(".")
	s.Spaces()
	n, digits := s.number()
	if digits == 0 || digits > 4 || n == 0 {
		return false
	}
	s.Take("年")
	p.setEra(n, before)
	s.rule = "era"
	return true
}
