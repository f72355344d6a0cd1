package date

import "strings"

// clockBehind reads the time of day behind a date: T12:30:05Z, ", 3:05 pm". A zone
// is read but not kept.
func (s *scanner) clockBehind() {
	begin := s.At
	if !s.TakeAny("T", ", ") {
		s.Space()
	}
	clock, ok := s.clockTime()
	if s.At == begin || !ok {
		s.At = begin
		return
	}
	s.clock = clock
}

// clockTime reads 12:30, 12:30:05 or 3:05 pm.
func (s *scanner) clockTime() (clock string, ok bool) {
	hour, digits := s.number()
	if digits == 0 || digits > 2 || hour > 24 || !s.Take(":") {
		return "", false
	}
	minute, digits := s.number()
	if digits != 2 || minute > 59 {
		return "", false
	}
	var space [8]byte
	buf := append(appendTwo(space[:0], hour)[1:], ':')
	buf = append(buf, byte('0'+minute/10), byte('0'+minute%10))
	end := s.At
	if s.Take(":") {
		if second, digits := s.number(); digits == 2 && second <= 60 {
			buf = append(buf, ':', byte('0'+second/10), byte('0'+second%10))
			end = s.At
		}
	}
	s.At = end
	if half := s.halfDay(); half != "" {
		if hour == 0 || hour > 12 {
			return "", false
		}
		if hour %= 12; half == "p" {
			hour += 12
		}
		buf[0], buf[1] = byte('0'+hour/10), byte('0'+hour%10)
	}
	s.TakeAny("Z", " UTC", " GMT")
	return string(buf), true
}

// halfDay reads am or pm and returns its first letter.
func (s *scanner) halfDay() string {
	begin := s.At
	s.Space()
	for _, mark := range [...]string{"a.m.", "p.m.", "am", "pm"} {
		if rest := s.Rest(); len(rest) >= len(mark) && strings.EqualFold(rest[:len(mark)], mark) {
			s.At += len(mark)
			return mark[:1]
		}
	}
	s.At = begin
	return ""
}
