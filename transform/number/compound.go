package number

// compound reads the smaller part of 5 ft 11 in, and gives the whole in it.
func (s *scanner) compound(v *Value, m *measure) {
	if m.part == nil || !v.Value.IsInteger() || v.scaled() {
		return
	}
	start := s.At
	s.Take(".")
	s.TakeAny(",", " and")
	s.Space()
	var small Value
	if s.smallPart(&small, m) {
		s.Space()
		if part, end := s.partAt(m); part {
			s.At = end
			v.addParts(m, small.Value)
			return
		}
	}
	s.At = start
}

// smallPart reads the number of the smaller part of m, which must be less than one
// of m.
func (s *scanner) smallPart(small *Value, m *measure) bool {
	var f figure
	if !s.figure(s.At, &f) || !s.read(&f, small) {
		return false
	}
	s.At = f.end
	s.fractionBehind(small, &f)
	return small.Value.Cmp(NewDecimal(m.parts, 0)) < 0
}

// partAt reports whether the smaller part of m is at At.
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
	feet := allMeasures().codes["[ft_i]"]
	if s.smallPart(&small, feet) && s.TakeAny(`"`, "″", "”", "''", "′′") {
		v.addParts(feet, small.Value)
		return
	}
	s.At = start
}
