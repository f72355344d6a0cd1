package number

import (
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// rate reads what a number with a unit is over: /km², per year, a day.
func (s *scanner) rate(v *Value) {
	if s.Rest() == "" {
		return
	}
	if v.System == UCUM && s.product(v) {
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
	if w.role != article && s.counted(v, slash) {
		return
	}
	// In 5/A the letter is not an ampere.
	m, end := s.measureAt(s.At, slash && v.System != UCUM)
	time := m != nil && isTime(m)
	switch {
	case v.Unit == "" && v.Kind != Money && (m == nil || m.money || w.role == article), w.role == article && !time:
		// 120/km² has no unit but is over one; that of the 6 in "$5–6 a day" stands
		// with its neighbour.
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

// product reads units of which the rest is over others: the mol⁻¹ of 12.34 kJ·mol⁻¹, and
// the (m·K) of 0.6 W/(m·K).
func (s *scanner) product(v *Value) bool {
	var over []string
	start := s.At
	if s.Take("/(") {
		for {
			m, end := s.measureAt(s.At, true)
			if m == nil || m.system != UCUM {
				break
			}
			over, s.At = append(over, m.code), end
			if s.Take(")") {
				v.overUnits(over)
				return true
			}
			if !s.TakeAny("·", "⋅", "*", ".", " ") {
				break
			}
		}
		s.At = start
		return false
	}
	for s.TakeAny("·", "⋅", " ", "\u00a0") {
		end := s.At
		for end < len(s.Text) && isASCIILetter(s.Text[end]) {
			end++
		}
		m := allMeasures().symbols[s.Text[s.At:end]]
		s.At = end
		if power, ok := s.signedInt(true); m == nil || m.system != UCUM || !ok || power >= 0 || power < -3 {
			break
		} else if over = append(over, m.code); power < -1 {
			over[len(over)-1] += strconv.Itoa(-power)
		}
		start = s.At
	}
	s.At = start
	if len(over) == 0 {
		return false
	}
	v.overUnits(over)
	return true
}

// overUnits divides the unit of v by others.
func (v *Value) overUnits(units []string) {
	if len(units) == 1 {
		v.Unit += "/" + units[0]
		return
	}
	v.Unit += "/(" + strings.Join(units, ".") + ")"
}

// counted reads a rate over more than one: 5 L/100 km, 3.2 per 100,000 people. In
// running text only a unit ends it.
func (s *scanner) counted(v *Value, slash bool) bool {
	start := s.At
	open := slash && s.Take("(")
	var f figure
	var n Value
	if !s.figure(s.At, &f) || !s.read(&f, &n) || !n.Value.IsInteger() || n.Value.Cmp(Decimal{coeff: 1}) <= 0 {
		s.At = start
		return false
	}
	s.At = f.end
	count := n.Value.String()
	if open {
		s.Take(".")
	} else {
		s.Space()
	}
	m, end := s.measureAt(s.At, false)
	switch {
	case m != nil && !m.money && v.System == UCUM && m.system == UCUM && s.closed(open, end):
		v.Unit += "/(" + count + "." + m.code + ")"
	case open || v.System == UCUM:
		s.At = start
		return false
	case m != nil && !m.money:
		v.Per, s.At = count+" "+m.code, end
	default:
		end := language.WordEnd(s.Text, s.At)
		if !s.whole || end < s.At+3 {
			s.At = start
			return false
		}
		v.Per, s.At = count+" "+s.Text[s.At:end], end
	}
	return true
}

// closed moves to end, and behind the parenthesis if one is open.
func (s *scanner) closed(open bool, end int) bool {
	s.At = end
	return !open || s.Take(")")
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
