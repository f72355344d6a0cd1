package date

// clockBehind reads the time of day behind a date: T12:30:05Z, 12:30. A date with
// seconds of a fraction or another zone keeps what EDTF has of it.
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

// clockTime reads 12:30 or 12:30:05 with an optional zone.
func (s *scanner) clockTime() (clock string, ok bool) {
	begin := s.At
	hour, digits := s.number()
	if digits == 0 || digits > 2 || hour > 24 || !s.Take(":") {
		return "", false
	}
	minute, digits := s.number()
	if digits != 2 || minute > 59 {
		return "", false
	}
	end := s.At
	if s.Take(":") {
		if second, digits := s.number(); digits != 2 || second > 60 {
			s.At = end
		}
	}
	clock = s.Text[begin:s.At]
	if clock[1] == ':' {
		clock = "0" + clock
	}
	s.TakeAny("Z", " UTC", " GMT")
	return clock, true
}
