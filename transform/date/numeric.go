package date

// A group is two or three numbers with the same mark between them.
type group struct {
	n, digits [3]int
	count     int
	mark      rune
}

// group reads numbers with marks between them. A mark behind the last is not
// taken. ok is false if there is but one number.
func (s *scanner) group() (g group, ok bool) {
	for end := s.At; ; {
		n, digits := s.number()
		if digits == 0 || digits > 4 {
			s.At = end
			break
		}
		g.n[g.count], g.digits[g.count] = n, digits
		g.count++
		end = s.At
		mark := s.mark()
		if mark == 0 || g.count == 3 || g.count > 1 && mark != g.mark {
			s.At = end
			break
		}
		g.mark = mark
	}
	return g, g.count > 1
}

// mark reads the mark between the numbers of a numeric date.
func (s *scanner) mark() rune {
	r := s.Next()
	switch r {
	case '-', '‑', '－':
		r = '-'
	case '/', '／':
		r = '/'
	case '.':
	case ' ':
		// 2015 / 3
		if s.TakeAny(" / ", " /") {
			return '/'
		}
		return 0
	default:
		return 0
	}
	s.Skip()
	s.Space()
	return r
}

// numeric reads a date in numbers: 2013-03-05, 14/03/2013, 14.03.2013, 3/2013.
func (s *scanner) numeric(p *point) bool {
	begin := s.At
	g, ok := s.group()
	if ok && !s.IsDigitAt(s.At) && (g.count == 3 && s.full(p, &g) || g.count == 2 && s.pair(p, &g)) {
		return true
	}
	s.At = begin
	return false
}

// full understands three numbers. The hint decides between orders that both fit.
func (s *scanner) full(p *point, g *group) bool {
	set, short := g.orders(), false
	if set == 0 && s.hint.ShortYear != 0 {
		set = g.shortOrders()
		short = set != 0
	}
	order := set.only()
	if order == "" && set.has(s.hint.Order) {
		order = s.hint.Order
	}
	year, month, day := g.n[2], g.n[1], g.n[0]
	switch order {
	case "mdy":
		month, day = day, month
	case "ymd":
		year, day = day, year
	case "dmy":
	default:
		if set == 0 || g.n[0] != g.n[1] {
			return false
		}
	}
	if short {
		year, s.shortYear = fullYear(year, s.hint.ShortYear), true
	}
	p.setYear(year)
	p.setMonth(month)
	p.setDay(day)
	s.rule = "numeric"
	if order == "ymd" {
		s.rule = "iso"
	}
	return true
}

// pair understands two numbers: year and month, or with a hint day and month.
func (s *scanner) pair(p *point, g *group) bool {
	a, b := g.n[0], g.n[1]
	switch {
	case g.mark == '.':
		// 2013.5 is a number.
	case g.digits[0] == 4 && g.digits[1] <= 2 && 1 <= b && b <= 12:
		// 2001-02 may be a span of years, 2013-03 can not. ISO writes months with
		// a hyphen, so that a slash is rather a span.
		if b == (a+1)%100 && g.digits[1] == 2 {
			s.ambiguous = !s.hint.Span
			if s.hint.Span || g.mark == '/' {
				return false
			}
		}
		p.setYear(a)
		p.setMonth(b)
		s.rule = "iso"
		return true
	case g.digits[1] == 4 && g.digits[0] <= 2 && 1 <= a && a <= 12:
		p.setYear(b)
		p.setMonth(a)
		s.rule = "numeric"
		return true
	case s.hint.DayMonth && g.digits[0] <= 2 && g.digits[1] <= 2:
		return s.dayMonth(p, a, b)
	}
	return false
}

// dayMonth understands 22/04.
func (s *scanner) dayMonth(p *point, a, b int) bool {
	dmy, mdy := exists(2000, b, a), exists(2000, a, b)
	switch {
	case dmy && (!mdy || a == b || s.hint.Order == "dmy"):
		p.setMonth(b)
		p.setDay(a)
	case mdy && (!dmy || s.hint.Order == "mdy" || s.hint.Order == "ymd"):
		p.setMonth(a)
		p.setDay(b)
	default:
		return false
	}
	s.rule = "numeric"
	return true
}

func exists(year, month, day int) bool {
	_, ok := Days(year, month, day)
	return ok
}
