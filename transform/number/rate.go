package number

import "github.com/tidywiki/tidywiki/transform/number/language"

// rate reads what a number with a unit is over: /km², per year, a day.
func (s *scanner) rate(v *Value) {
	if s.Rest() == "" {
		return
	}
	start := s.At
	slash, w := s.Take("/"), word{}
	if !slash {
		s.Space()
		var ok bool
		if w, ok = s.word(per, article); !ok || language.Gap(s.Text, start) == start {
			s.At = start
			return
		}
	}
	s.Space()
	// In 5/A the letter is no ampere.
	m, end := s.measureAt(s.At, slash && v.System != UCUM)
	time := m != nil && isTime(m)
	switch {
	case v.Unit == "" && (m == nil || m.money || w.role == article), w.role == article && !time:
		// 120/km² has no unit but is over one.
		s.At = start
	case m != nil && english().hundredth(m.code):
		s.At = start
	case m != nil && v.System == UCUM && m.system == UCUM:
		// UCUM writes the rate as one unit.
		v.Unit, s.At = v.Unit+"/"+m.code, end
	case time:
		v.Per, s.At = m.name, end
	case m != nil:
		v.Per, s.At = m.code, end
	default:
		s.perWord(v, start)
	}
}

func isTime(m *measure) bool {
	switch m.code {
	case "s", "min", "h", "d", "wk", "mo", "a":
		return true
	}
	return false
}

// perWord reads the word of "per capita".
func (s *scanner) perWord(v *Value, start int) {
	end := language.WordEnd(s.Text, s.At)
	if end < s.At+2 || english().hundredth(s.Text[s.At:end]) {
		s.At = start
		return
	}
	v.Per, s.At = s.Text[s.At:end], end
}
