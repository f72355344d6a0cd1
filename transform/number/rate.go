package number

import "github.com/tidywiki/tidywiki/transform/number/language"

// rate reads what a number with a unit is over: /km², per year, a day.
func (s *scanner) rate(v *Value) {
	if s.Rest() == "" || v.Unit == "" {
		return
	}
	start := s.At
	slash, w := s.Take("/"), word{}
	if !slash {
		s.Space()
		var ok bool
		if w, ok = s.word(per, article); !ok {
			s.At = start
			return
		}
	}
	s.Space()
	m, end := s.measureAt(s.At, !slash)
	time := m != nil && isTime(m)
	switch {
	case w.role == article && !time:
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
	if end == s.At {
		s.At = start
		return
	}
	v.Per, s.At = s.Text[s.At:end], end
}
