package number

import (
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// rate reads what a number is over: /km², per year, a day.
func (s *scanner) rate(v *Value) {
	if s.Rest() == "" {
		return
	}
	start := s.At
	slash := s.Take("/")
	article := false
	if !slash {
		s.Space()
		begin := s.At
		if _, ok := s.word(per); !ok || v.Unit == "" {
			s.At = start
			return
		}
		article = s.Text[begin:s.At] != "per"
	}
	s.Space()
	m, end := s.measureAt(s.At, !slash)
	time := m != nil && isTime(m)
	switch {
	case v.Unit == "" || article && !time:
		s.At = start
	case m != nil && v.System == UCUM && m.system == UCUM:
		// UCUM writes the rate as one unit.
		v.Unit += "/" + m.code
		s.At = end
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
	end := s.At
	for end < len(s.Text) {
		r, size := utf8.DecodeRuneInString(s.Text[end:])
		if !language.IsLetter(r) {
			break
		}
		end += size
	}
	if end == s.At {
		s.At = start
		return
	}
	v.Per, s.At = s.Text[s.At:end], end
}

// compound reads the smaller part of 5 ft 11 in, and gives the whole in it.
func (s *scanner) compound(v *Value, m *measure) {
	if m.part == nil || !v.Value.IsInteger() || v.Scale.exp != 0 {
		return
	}
	start := s.At
	s.Take(".")
	s.TakeAny(",", " and")
	s.Space()
	var small Value
	var f figure
	ok := s.figure(s.At, &f)
	if ok && s.read(&f, &small) {
		s.At = f.end
		s.fractionBehind(&small, &f)
		s.Space()
		part, end := s.partAt(m)
		if part && small.Value.Cmp(NewDecimal(m.parts, 0)) < 0 {
			s.At = end
			v.addParts(m, small.Value)
			return
		}
	}
	s.At = start
}

// partAt reports whether the smaller part of m stands at at.
func (s *scanner) partAt(m *measure) (ok bool, end int) {
	t := allMeasures()
	if p, end := t.symbolAt(s.Text, s.At); p == m.part {
		return true, end
	}
	p, end, _ := t.names.Find(s.Text, s.At)
	return p == m.part, end
}

func (v *Value) addParts(m *measure, small Decimal) {
	d := v.Value.Mul(NewDecimal(m.parts, 0)).Add(small)
	v.set(d, v.Significant)
	v.Unit, v.System, v.Rule = m.part.code, m.part.system, "compound-unit"
}

// feetInches reads 5'11", whose signs alone would mean too much.
func (s *scanner) feetInches(v *Value) {
	start := s.At
	if !s.TakeAny("'", "′", "’") || v.Unit != "" || v.Rule != "integer" {
		s.At = start
		return
	}
	s.Space()
	var small Value
	var f figure
	ok := s.figure(s.At, &f)
	feet := allMeasures().codes["[ft_i]"]
	if ok && s.read(&f, &small) {
		s.At = f.end
		s.fractionBehind(&small, &f)
		if s.TakeAny(`"`, "″", "”", "''", "′′") && small.Value.Cmp(NewDecimal(feet.parts, 0)) < 0 {
			v.addParts(feet, small.Value)
			return
		}
	}
	s.At = start
}
