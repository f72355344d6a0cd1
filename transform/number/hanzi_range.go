package number

// fewHundred reads 五六百, five to six hundred: two digits that follow each other in
// front of a power.
func (s *scanner) fewHundred(v *Value) bool {
	start := s.At
	first := s.Next()
	s.Skip()
	second := s.Next()
	upper := s.At
	a, ok1 := hanziDigit(first)
	b, ok2 := hanziDigit(second)
	if s.Skip(); !ok1 || !ok2 || a == 0 || b != a+1 || hanziPower(s.Next()) == 0 {
		s.At = start
		return false
	}
	rest := s.At
	s.At = upper
	w, lower := Value{}, Value{}
	sub := newScanner(string(first)+s.Text[rest:], 0, &s.hint)
	if !s.hanziInteger(&w) || !sub.hanziInteger(&lower) {
		s.At = start
		return false
	}
	v.setBetween(lower.Value, w.Value)
	return true
}

// oneMore reads the 八 of 十七八, seventeen to eighteen.
func (s *scanner) oneMore(v *Value) bool {
	a, ok1 := hanziDigit(s.Last())
	b, ok2 := hanziDigit(s.Next())
	if !ok1 || !ok2 {
		return false
	}
	n, _ := v.Value.Int64()
	s.Skip()
	power := hanziPower(s.Next())
	if a == 0 || b != a+1 || n%10 != a || power != 0 && (power < 4 || n >= 100) {
		// What else has two digits in a row is none that we know.
		s.refused = true
		return false
	}
	v.setBetween(v.Value, v.Value.Add(Decimal{coeff: 1}))
	return true
}

// setBetween makes v the range between two numbers in words.
func (v *Value) setBetween(lower, upper Decimal) {
	v.setWord(Decimal{}, Plain, "hanzi")
	v.Range, v.Lower, v.Upper, v.HasLower, v.HasUpper = true, lower, upper, true, true
}
