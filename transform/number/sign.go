package number

import "github.com/tidywiki/tidywiki/transform/number/language"

// sign reads a plus or minus and reports whether it was a minus.
func (s *scanner) sign() (negative bool) {
	start := s.At
	switch s.Next() {
	case '+', '＋':
	case '-', '−', '–', '－', '﹣':
		negative = true
	default:
		if _, ok := s.word(minus); ok {
			s.Spaces()
			return true
		}
		return false
	}
	s.Skip()
	if s.whole {
		s.Space()
	}
	if s.Next() == 0 || s.Next() == ' ' {
		s.At = start
		return false
	}
	return negative
}

// accounting reads a negative number as bookkeepers write it: (1,234).
func (s *scanner) accounting(v *Value) bool {
	if !s.whole || s.Next() != '(' {
		return false
	}
	start := s.At
	s.At++
	var inner Value
	// A measure in parentheses is an aside: (1000 mm).
	if s.quantity(&inner) && !inner.Range && s.Take(")") && inner.Value.Sign() >= 0 && !s.bareComma && inner.System != UCUM {
		*v = inner
		v.negate()
		v.Rule = "accounting"
		return true
	}
	s.At = start
	return false
}

// approximation reads ~, c. or about.
func (s *scanner) approximation(v *Value) {
	start := s.At
	switch s.Next() {
	case '~', '≈', '∼', '～', '≃', '≅':
		s.Skip()
		s.Space()
		v.Approx = true
		return
	}
	if _, ok := s.word(approx); !ok {
		return
	}
	length := s.At - start
	dot := s.Take(".")
	word := s.At
	s.Space()
	// A lone letter is an abbreviation only with its dot. CA-32 is a name.
	if length == 1 && !dot || s.Rest() == "" || s.At == word && language.IsDash(s.Next()) {
		s.At = start
		return
	}
	v.Approx = true
}

// comparator reads what bounds a number from one side: >, at least.
func (s *scanner) comparator() string {
	if sign := s.comparatorSign(); sign != "" {
		s.Space()
		return sign
	}
	start := s.At
	if w, ok := s.word(atLeast, moreThan, atMost, lessThan); ok {
		s.Take(".")
		s.Space()
		if s.Rest() != "" {
			return comparatorOf[w.role]
		}
	}
	s.At = start
	return ""
}

// comparatorSign reads <, <=, ≤ and their like.
func (s *scanner) comparatorSign() (sign string) {
	switch s.Next() {
	case '<', '＜':
		sign = "<"
	case '>', '＞':
		sign = ">"
	case '≤', '⩽', '≦':
		sign = "<="
	case '≥', '⩾', '≧':
		sign = ">="
	default:
		return ""
	}
	s.Skip()
	if len(sign) == 1 && s.Take("=") {
		sign += "="
	}
	return sign
}

var comparatorOf = map[role]string{
	atLeast: ">=", moreThan: ">", atMost: "<=", lessThan: "<", orMore: ">=", orLess: "<=",
}

// comparatorBehind reads 1,200+ and "5 or more".
func (s *scanner) comparatorBehind(v *Value) string {
	if s.Next() == '+' {
		s.At++
		if s.bounded() && !s.IsDigitAt(s.At) {
			return ">="
		}
		s.At--
		return ""
	}
	if language.IsIdeograph(s.Next()) {
		if _, ok := s.word(orSo); ok {
			v.Approx = true
			return ""
		}
	}
	start := s.At
	s.Space()
	// In "above 1000 and below 1500" the words belong to what follows.
	if w, ok := s.word(orMore, orLess); ok && !s.IsDigitAt(language.Gap(s.Text, s.At)) {
		return comparatorOf[w.role]
	}
	s.At = start
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
