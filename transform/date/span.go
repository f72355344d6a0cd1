package date

import "github.com/tidywiki/tidywiki/transform/number/language"

// span reads the end of the interval that begins with first, and completes each
// end by the other. between reports whether a "from" is before it.
func (s *scanner) span(first point, between bool) (p, q point, ok bool) {
	begin, rule := s.At, s.rule
	if !s.connector(&first, between) {
		return point{}, point{}, false
	}
	if q, ok = s.openEnd(&first); ok {
		return first, q, true
	}
	q, ok = s.point()
	if ok {
		if rule != "iso" && rule != "numeric" {
			q.adoptDay(&first, s)
		}
		ok = complete(&first, &q)
	}
	if !ok {
		s.At, s.rule = begin, rule
	}
	return first, q, ok
}

// connector reads what is between the ends of an interval: a dash, or a word
// like "to".
func (s *scanner) connector(first *point, between bool) bool {
	begin := s.At
	s.Spaces()
	if s.Take("至今") {
		s.At -= len("今")
		return true
	}
	if language.IsDash(s.Next()) || s.Next() == '—' || s.Next() == '/' {
		slash := s.Next() == '/'
		s.Skip()
		s.Spaces()
		return !slash || s.whole || s.nightAt(first) || s.nextYearAt(first)
	}
	if w, ok := s.word(to, of); ok && w.role == to || between && s.takeAnd() {
		s.Spaces()
		return true
	}
	s.At = begin
	return false
}

// nightAt reports whether a day and month follow that make a day of the number before
// the slash: the night of 4/5 June 2011.
func (s *scanner) nightAt(first *point) bool {
	behind := *s
	n, digits := behind.number()
	var p point
	return first.known == 0 && first.digits <= 2 && 0 < digits && digits <= 2 && n > first.number &&
		behind.dayBehind(&p, n) && p.has(hasDay|hasMonth)
}

// nextYearAt reports whether the year after the one before the slash follows: 2009/10,
// 2009/2010.
func (s *scanner) nextYearAt(first *point) bool {
	behind := *s
	n, digits := behind.number()
	if !first.has(hasYear) || first.digits != 4 {
		return false
	}
	return digits == 4 && n == first.year+1 || digits == 2 && n == (first.year+1)%100 && behind.Next() != '/'
}

// openEnd reads the end of 2013–present and of 2013–.
func (s *scanner) openEnd(first *point) (q point, ok bool) {
	if first.known == 0 {
		return point{}, false
	}
	tilde := s.Last() == '~'
	if s.whole && s.Rest() == "?" {
		s.At++
		return point{unknown: true}, true
	}
	if _, ok := s.word(present); ok || s.whole && s.Rest() == "" && !tilde {
		return point{open: true}, true
	}
	return point{}, false
}

// adoptDay understands the end of "March 5–16, 2013": behind a month and day, a
// small number is a day, and the year may follow.
func (q *point) adoptDay(first *point, s *scanner) {
	if q.known != 0 || q.digits > 2 || q.number < 1 || q.number > 31 {
		return
	}
	if first.has(hasMonth | hasDay) {
		q.setDay(q.number)
		if !first.has(hasYear) && s.yearBehind(q) {
			q.month = first.month
			q.known |= hasMonth
		}
	}
	if first.has(hasMonth|hasDay) && s.TakeAny("日", "号", "號") {
		q.setDay(q.number)
	}
}

// complete gives each end what only the other says, and reports whether they make
// an interval.
func complete(p, q *point) bool {
	if p.unknown {
		return q.valid()
	}
	if p.known == 0 && !p.adopt(q) || q.known == 0 && !q.shorten(p) {
		return false
	}
	if q.has(hasDay) && !q.has(hasMonth) {
		q.setMonth(p.month)
	}
	if q.bc && !p.bc && p.span == Day && p.digits > 0 && p.has(hasYear) {
		// 27–14 BC, and 1027–1014 BC, count backwards from the first.
		p.setEra(p.number, true)
	}
	if p.has(hasYear) && q.lacksYear() {
		q.setYear(p.year)
	} else if q.has(hasYear) && p.lacksYear() {
		p.setYear(q.year)
		if q.before(*p) && q.has(hasMonth) {
			// 28 December – 3 January 2014
			p.setYear(q.year - 1)
		}
	}
	return p.valid() && q.valid()
}

// adopt understands the bare number p before q: the 5 of "5–16 March 2013", the 44
// of "44–40 BC", the 18th of "18th–19th century".
func (p *point) adopt(q *point) bool {
	switch {
	case q.span == Century && isCentury(p.number):
		p.setCentury(p.number, q.bc)
	case q.has(hasDay|hasMonth) && p.digits <= 2:
		p.setDay(p.number)
		p.setMonth(q.month)
		if q.has(hasYear) {
			p.setYear(q.year)
		}
	case q.bc && q.precision() == YearOnly:
		p.setEra(p.number, true)
	case q.precision() == YearOnly && q.digits == 0 && p.number > 0:
		// 30–40 AD
		p.setYear(p.number)
	default:
		return false
	}
	return true
}

// shorten understands the bare number q behind the year p: the 18 of 1914–18.
func (q *point) shorten(p *point) bool {
	if p.precision() != YearOnly || p.number == 0 || q.digits > 2 || q.digits == 0 {
		return false
	}
	unit := 10
	if q.digits == 2 {
		unit = 100
	}
	year := p.year - p.year%unit + q.number
	if year <= p.year {
		// 1999–00 goes on in the next century, 1914–12 is none.
		if year += unit; q.number != 0 || year-p.year > 1 {
			return false
		}
	}
	q.setYear(year)
	return true
}
