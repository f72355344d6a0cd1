package date

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A Duration is a length of time. Months and years have no fixed number of days, so
// that they are counted apart from what has a fixed number of seconds.
type Duration struct {
	// ISO is the duration as ISO 8601 writes it: P5Y, PT1M23.456S, P2W.
	ISO string
	// Months is the years and months, in months; Seconds the weeks to seconds, in
	// seconds. Both are exact, and 0 where there are none.
	Months, Seconds number.Decimal
	Approx          bool // about
	// Note is what footnote marks was behind it; ParseDuration alone sets it.
	Note string
	// Rule names the shape: "clock", "units", "iso".
	Rule string
}

// ParseDuration reads a text that is wholly a duration:
//
//	1:23.456         PT1M23.456S    the decimals show that these are seconds
//	2:05:30          PT2H5M30S
//	3:45             no duration until Hint.Clock says of what
//	2h 05m           PT2H5M
//	five years       P5Y, 60 months
//	1 year, 32 days  P1Y32D
func ParseDuration(text string, hint *Hint) (d Duration, ok bool) {
	text, note := number.TrimNote(strings.TrimSpace(text))
	if text == "" || len(text) > maxLength {
		return Duration{}, false
	}
	s := newScanner(text, 0, hint)
	s.whole = true
	if d, ok = s.duration(); !ok || s.Rest() != "" && s.Rest() != "." {
		return Duration{}, false
	}
	d.Note = note
	return d, true
}

// The units of a duration, from the greatest; each may follow but a greater one.
const (
	inYears = iota
	inMonths
	inWeeks
	inDays
	inHours
	inMinutes
	inSeconds
	units
)

// size is the length of a unit: in months for the first two, else in seconds.
var size = [units]int64{12, 1, 604800, 86400, 3600, 60, 1}

const letters = "YMWDHMS"

// A length is a duration while it is read.
type length struct {
	part [units]number.Decimal
	has  [units]bool
	last int
	// approx reports whether a numeral itself is rough: 十多年.
	approx bool
}

func (l *length) set(unit int, n number.Decimal) {
	l.part[unit], l.has[unit], l.last = n, true, unit
}

// duration reads a duration in any of its forms.
func (s *scanner) duration() (d Duration, ok bool) {
	l := length{last: -1}
	approx := s.approximation()
	switch {
	case s.whole && s.isoDuration(&l):
		d = l.build("iso")
	case s.colons(&l):
		d = l.build("clock")
	case s.parts(&l):
		d = l.build("units")
	default:
		return Duration{}, false
	}
	d.Approx = approx || l.approx
	return d, true
}

// build adds up the parts.
func (l *length) build(rule string) Duration {
	d := Duration{Rule: rule}
	var space [64]byte
	buf, inTime := append(space[:0], 'P'), false
	for unit, n := range l.part {
		if !l.has[unit] {
			continue
		}
		if unit >= inHours && !inTime {
			buf, inTime = append(buf, 'T'), true
		}
		buf = append(n.Append(buf), letters[unit])
		total := &d.Seconds
		if unit <= inMonths {
			total = &d.Months
		}
		*total = total.Add(n.Mul(number.NewDecimal(size[unit], 0)))
	}
	d.ISO = string(buf)
	return d
}

// colons reads 2:05:30, 1:23.456, and with a hint 3:45.
func (s *scanner) colons(l *length) bool {
	begin := s.At
	var n [3]number.Decimal
	count, fraction := 0, false
	for {
		digits := s.digits()
		part, ok := number.ParseDecimal(s.Text[s.At-digits : s.At])
		if !ok || count > 0 && (digits != 2 || part.Cmp(number.NewDecimal(60, 0)) >= 0) {
			s.At = begin
			return false
		}
		if count > 0 && (s.Next() == '.' || s.Next() == ',') && s.IsDigitAt(s.At+1) {
			part, fraction = s.decimals(digits), true
		}
		n[count] = part
		if count++; count == 3 || fraction || !s.Take(":") {
			break
		}
	}
	first := inSeconds - count + 1
	if count == 2 && !fraction {
		switch s.hint.Clock {
		case "ms":
		case "hm":
			first = inHours
		default:
			count = 0
		}
	}
	if count < 2 || s.Next() == ':' {
		s.At = begin
		return false
	}
	for i := range count {
		l.set(first+i, n[i])
	}
	return true
}

// digits moves behind the ASCII digits at At and returns how many there are.
func (s *scanner) digits() (n int) {
	for s.At < len(s.Text) && '0' <= s.Text[s.At] && s.Text[s.At] <= '9' {
		s.At++
		n++
	}
	return n
}

// decimals reads the decimals behind so many digits and returns the whole.
func (s *scanner) decimals(digits int) number.Decimal {
	begin := s.At - digits
	mark := s.At
	s.At++
	s.digits()
	d, _ := number.ParseDecimal(s.Text[begin:mark] + "." + s.Text[mark+1:s.At])
	return d
}

// isoDuration reads P1Y2M3DT4H5M6S.
func (s *scanner) isoDuration(l *length) bool {
	begin := s.At
	if !s.Take("P") {
		return false
	}
	first := inYears
	for s.Rest() != "" || l.last < 0 {
		if s.Take("T") {
			first = max(first, inHours)
		}
		digits := s.digits()
		n, ok := number.ParseDecimal(s.Text[s.At-digits : s.At])
		if ok && s.Next() == '.' {
			n = s.decimals(digits)
		}
		unit := first
		for ok && unit < units && rune(letters[unit]) != s.Next() {
			unit++
		}
		if !ok || unit == units || unit >= inHours && first < inHours {
			s.At = begin
			return false
		}
		s.At++
		l.set(unit, n)
		first = unit + 1
	}
	return l.last >= 0
}
