package date

// The years that four bare digits are taken for.
const (
	firstYear = 1000
	lastYear  = 2199
)

// afterNumber reads a date that begins with a number.
func (s *scanner) afterNumber(p *point) bool {
	begin := s.At
	if s.numeric(p) {
		return true
	}
	n, digits := s.number()
	switch {
	case digits == 0:
		return false
	case digits == 8 && s.compact(p, n):
		return true
	case digits == 4 && s.spaced(p, n):
		return true
	case s.decade(p, n, digits):
		return true
	case s.eastern(p, n, digits):
		return true
	case digits <= 2 && s.dayBehind(p, n):
		return true
	case s.eraBehind(p, n):
		s.rule = "era"
		return true
	case digits == 4 && s.afterYear(p, n):
		return true
	case digits <= 4 && !s.fraction():
		// The 5 of "5–16 March", the 18th of "18th–19th century".
		p.number, p.digits = n, digits
		if !s.suffix(s.words.suffixes) && digits <= 2 && s.Next() == '.' && !s.IsDigitAt(s.At+1) {
			// vom 5. bis 16. März
			s.At++
		}
		s.rule = "year"
		if digits == 4 && firstYear <= n && n <= lastYear || digits >= 3 && p.approx {
			p.setYear(n)
		}
		return true
	}
	s.At = begin
	return false
}

// compact reads 20130314, which only a whole text can be.
func (s *scanner) compact(p *point, n int) bool {
	year, month, day := n/10000, n/100%100, n%100
	if !s.whole || s.Rest() != "" || year < 1500 || year > lastYear {
		return false
	}
	if _, ok := Days(year, month, day); !ok {
		return false
	}
	p.setYear(year)
	p.setMonth(month)
	p.setDay(day)
	s.rule = "compact"
	return true
}

// spaced reads the month and day of "2010 01 29", two digits each with nothing but a
// space between.
func (s *scanner) spaced(p *point, year int) bool {
	begin := s.At
	var parts [2]int
	for i := range parts {
		n, digits := 0, 0
		if s.Take(" ") {
			n, digits = s.number()
		}
		if digits != 2 {
			s.At = begin
			return false
		}
		parts[i] = n
	}
	_, ok := Days(year, parts[0], parts[1])
	if !ok || year < firstYear || year > lastYear || !s.bounded() || s.Next() == ' ' && s.IsDigitAt(s.At+1) {
		s.At = begin
		return false
	}
	p.setYear(year)
	p.setMonth(parts[0])
	p.setDay(parts[1])
	s.rule = "iso"
	return true
}

// dayBehind reads what follows a day of the month: 5 March 2013, 5th of March,
// 5-Mar-2013; or what follows the number of a century: 19th century, 20. Jahrhundert.
func (s *scanner) dayBehind(p *point, n int) bool {
	begin := s.At
	suffix := s.suffix(s.words.anySuffix)
	if s.centuryBehind(p, n) {
		return true
	}
	if s.Next() == '.' && !suffix {
		s.At++
	}
	n = s.otherCalendar(n)
	if s.ofMonth(p, n) {
		return true
	}
	s.At = begin
	return false
}

// otherCalendar reads the second day of "21 (9) November", which is given in two
// calendars, and returns the Gregorian one: it is ahead by 10 to 13 days.
func (s *scanner) otherCalendar(n int) (day int) {
	begin := s.At
	s.Space()
	if s.Take("(") {
		if m, digits := s.number(); 0 < digits && digits <= 2 && s.Take(")") {
			switch {
			case 10 <= m-n && m-n <= 13:
				return m
			case 10 <= n-m && n-m <= 13:
				return n
			}
		}
	}
	s.At = begin
	return n
}

// ofMonth reads the month and year behind the day n.
func (s *scanner) ofMonth(p *point, n int) bool {
	begin := s.At
	if !s.TakeAny("-", "/", "‑") {
		s.Spaces()
	}
	if _, ok := s.word(of); ok {
		s.Spaces()
	}
	word := s.At
	w, ok := s.word(month, monthNumber)
	if ok && w.role == monthNumber {
		s.Spaces()
		var digits int
		w.n, digits = s.number()
		ok = 0 < digits && digits <= 2
	}
	if !ok || s.isVerb(word) {
		s.At = begin
		return false
	}
	p.setDay(n)
	p.setMonth(w.n)
	s.Take(".")
	s.rule = "day-month"
	if s.yearBehind(p) {
		s.rule = "day-month-year"
	} else if s.Text[s.At-1] == '.' && !s.whole {
		s.At--
	}
	return true
}

// afterYear reads what follows a year that is first: 1934 Mar 31, 2016, nov,
// 2013 Q3.
func (s *scanner) afterYear(p *point, n int) bool {
	begin := s.At
	switch {
	case s.Next() == ',', s.Next() == ' ' && s.At+1 < len(s.Text) && s.Text[s.At+1] == ',':
		s.TakeAny(" ,", ",")
	case s.hint.Order == "ymd":
		s.Take(". ") // 1848. március 15.
	}
	if !s.TakeAny("-", "/") {
		s.Spaces()
	}
	if s.letterPart(p) {
		p.setYear(n)
		return true
	}
	word := s.At
	w, ok := s.word(month)
	if !ok || s.isVerb(word) {
		s.At = begin
		return false
	}
	p.setYear(n)
	p.setMonth(w.n)
	s.rule = "year-month"
	s.Take(".")
	end := s.At
	if !s.TakeAny("-", "/") {
		s.Spaces()
	}
	if day, digits := s.number(); digits > 0 && digits <= 2 && day >= 1 && day <= 31 && !s.fraction() {
		p.setDay(day)
		s.suffix(s.words.suffixes)
		s.rule = "year-month-day"
		return true
	}
	s.At = end
	return true
}
