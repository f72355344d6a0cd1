package date

import "strings"

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
	if s.year(p) {
		return true
	}
	s.At = begin
	return false
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
	if digits < 3 || n == 0 || s.fraction() {
		s.At = begin
		return false
	}
	p.setYear(n)
	s.yearMark()
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
