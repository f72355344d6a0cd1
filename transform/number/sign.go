package number

// sign reads a plus or minus and reports whether it was a minus.
func (s *scanner) sign() (negative bool) {
	start := s.at
	switch s.next() {
	case '+', '＋':
	case '-', '−', '–', '－', '﹣':
		negative = true
	default:
		if _, ok := s.word(minus); ok {
			s.spaces()
			return true
		}
		return false
	}
	s.at += len(string(s.next()))
	if s.whole {
		s.space()
	}
	if s.next() == 0 || s.next() == ' ' {
		s.at = start
		return false
	}
	return negative
}

// accounting reads a negative number as bookkeepers write it: (1,234).
func (s *scanner) accounting(v *Value) bool {
	if !s.whole || s.next() != '(' {
		return false
	}
	s.at++
	if s.quantity(v) && s.next() == ')' && v.Value.Sign() > 0 && !s.bareComma {
		s.at++
		v.negate()
		v.Rule = "accounting"
		return true
	}
	s.at--
	return false
}

// approximation reads ~, c. or about.
func (s *scanner) approximation(v *Value) {
	start := s.at
	switch s.next() {
	case '~', '≈', '∼', '～', '≃', '≅':
		s.at += len(string(s.next()))
		s.space()
		v.Approx = true
		return
	}
	if _, ok := s.word(approx); !ok {
		return
	}
	length := s.at - start
	dot := s.take(".")
	s.space()
	// A lone letter is an abbreviation only with its dot.
	if length == 1 && !dot || s.rest() == "" {
		s.at = start
		return
	}
	v.Approx = true
}

var comparators = [...]struct{ sign, means string }{
	{"<=", "<="}, {"=<", "<="}, {"≤", "<="}, {"⩽", "<="}, {"≦", "<="},
	{">=", ">="}, {"=>", ">="}, {"≥", ">="}, {"⩾", ">="}, {"≧", ">="},
	{"<", "<"}, {"＜", "<"}, {">", ">"}, {"＞", ">"},
}

// comparator reads what bounds a number from one side: >, at least.
func (s *scanner) comparator() string {
	for _, c := range comparators {
		if s.take(c.sign) {
			s.space()
			return c.means
		}
	}
	start := s.at
	if w, ok := s.word(atLeast, moreThan, atMost, lessThan); ok {
		s.take(".")
		s.space()
		if s.rest() != "" {
			return comparatorOf[w.role]
		}
	}
	s.at = start
	return ""
}

var comparatorOf = map[role]string{
	atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<", orMore: ">=", orLess: "<=",
}

// comparatorBehind reads 1,200+ and "5 or more".
func (s *scanner) comparatorBehind(v *Value) string {
	if s.next() == '+' {
		s.at++
		if s.bounded() && !s.isDigitAt(s.at) {
			return ">="
		}
		s.at--
		return ""
	}
	if s.takeAny("左右", "上下", "前后", "前後") {
		v.Approx = true
		return ""
	}
	start := s.at
	s.space()
	if w, ok := s.word(orMore, orLess); ok {
		return comparatorOf[w.role]
	}
	s.at = start
	return ""
}

// compare sets the comparator and the bound that it gives.
func (v *Value) compare(comparator string) {
	switch {
	case comparator == "" || v.Range:
	case comparator[0] == '<':
		v.Comparator, v.Upper, v.HasUpper = comparator, v.Value, true
	default:
		v.Comparator, v.Lower, v.HasLower = comparator, v.Value, true
	}
}
