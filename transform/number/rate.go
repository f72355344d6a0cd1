package number

import (
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// rate reads what a number is over: /km², per year, a day.
func (s *scanner) rate(v *Value) {
	start := s.at
	slash := s.take("/")
	article := false
	if !slash {
		s.space()
		begin := s.at
		if _, ok := s.word(per); !ok || v.Unit == "" {
			s.at = start
			return
		}
		article = s.text[begin:s.at] != "per"
	}
	s.space()
	m, end := s.measureAt(s.at, !slash)
	time := m != nil && isTime(m)
	switch {
	case v.Unit == "" || article && !time:
		s.at = start
	case m != nil && v.System == UCUM && m.system == UCUM:
		// UCUM writes the rate as one unit.
		v.Unit += "/" + m.code
		s.at = end
	case time:
		v.Per, s.at = m.name, end
	case m != nil:
		v.Per, s.at = m.code, end
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
	end := s.at
	for end < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if !language.IsLetter(r) {
			break
		}
		end += size
	}
	if end == s.at {
		s.at = start
		return
	}
	v.Per, s.at = s.text[s.at:end], end
}

// compound reads the smaller part of 5 ft 11 in, and gives the whole in it.
func (s *scanner) compound(v *Value, m *measure) {
	if m.part == nil || !v.Value.IsInteger() || v.Scale.exp != 0 {
		return
	}
	start := s.at
	s.take(".")
	s.takeAny(",", " and")
	s.space()
	var small Value
	f, ok := s.figure(s.at)
	if ok && s.read(&f, &small) {
		s.at = f.end
		s.fractionBehind(&small, &f)
		s.space()
		part, end := s.partAt(m)
		if part && small.Value.Cmp(NewDecimal(m.parts, 0)) < 0 {
			s.at = end
			v.addParts(m, small.Value)
			return
		}
	}
	s.at = start
}

// partAt reports whether the smaller part of m stands at at.
func (s *scanner) partAt(m *measure) (ok bool, end int) {
	t := allMeasures()
	if p, end := t.symbolAt(s.text, s.at); p == m.part {
		return true, end
	}
	p, end, _ := t.names.Find(s.text, s.at)
	return p == m.part, end
}

func (v *Value) addParts(m *measure, small Decimal) {
	d := v.Value.Mul(NewDecimal(m.parts, 0)).Add(small)
	v.set(d, v.Significant)
	v.Unit, v.System, v.Rule = m.part.code, m.part.system, "compound-unit"
}

// feetInches reads 5'11", whose signs alone would mean too much.
func (s *scanner) feetInches(v *Value) {
	start := s.at
	if !s.takeAny("'", "′", "’") || v.Unit != "" || v.Rule != "integer" {
		s.at = start
		return
	}
	s.space()
	var small Value
	f, ok := s.figure(s.at)
	feet := allMeasures().codes["[ft_i]"]
	if ok && s.read(&f, &small) {
		s.at = f.end
		s.fractionBehind(&small, &f)
		if s.takeAny(`"`, "″", "”", "''", "′′") && small.Value.Cmp(NewDecimal(feet.parts, 0)) < 0 {
			v.addParts(feet, small.Value)
			return
		}
	}
	s.at = start
}
