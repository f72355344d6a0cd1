package date

import "strings"

// clockBefore reads the time of day in front of a date: "12:30, 5 March 2013".
func (s *scanner) clockBefore() {
	begin := s.At
	var space [16]byte
	clock, ok := s.clockTime(space[:0])
	if !ok || !s.Take(", ") {
		s.At = begin
		return
	}
	s.clock = string(clock)
}

// clockBehind reads the time of day behind a date: T12:30:05Z, ", 3:05 pm".
func (s *scanner) clockBehind() {
	begin := s.At
	if s.clock != "" {
		if !strings.ContainsAny(s.clock, "Z+-") {
			s.clock = string(s.zone([]byte(s.clock)))
		}
		return
	}
	if !s.TakeAny("T", ", ") {
		s.Space()
	}
	var space [16]byte
	clock, ok := s.clockTime(space[:0])
	if s.At == begin || !ok {
		s.At = begin
		return
	}
	s.clock = string(clock)
}

// clockTime reads 12:30, 12:30:05 or 3:05 pm and appends it to buf.
func (s *scanner) clockTime(buf []byte) (clock []byte, ok bool) {
	hour, digits := s.number()
	if digits == 0 || digits > 2 || hour > 24 || !s.Take(":") {
		return nil, false
	}
	minute, digits := s.number()
	if digits != 2 || minute > 59 {
		return nil, false
	}
	buf = append(buf, byte('0'+hour/10), byte('0'+hour%10), ':')
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
			return nil, false
		}
		if hour %= 12; half == "p" {
			hour += 12
		}
		buf[0], buf[1] = byte('0'+hour/10), byte('0'+hour%10)
	}
	return s.zone(buf), true
}

// zone reads Z, UTC or +08:00 and appends it.
func (s *scanner) zone(buf []byte) []byte {
	if s.TakeAny("Z", " UTC", " (UTC)", " GMT") {
		return append(buf, 'Z')
	}
	rest := s.Rest()
	if len(rest) < len("+08:00") || rest[0] != '+' && rest[0] != '-' || rest[3] != ':' ||
		!isNumber(rest[1:3]) || !isNumber(rest[4:6]) {
		return buf
	}
	s.At += len("+08:00")
	return append(buf, rest[:len("+08:00")]...)
}

// withSeconds gives 12:30 the seconds that EDTF needs.
func withSeconds(clock string) string {
	minutes := len("12:30")
	if len(clock) > minutes && clock[minutes] == ':' {
		return clock
	}
	return clock[:minutes] + ":00" + clock[minutes:]
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
