package number

import "github.com/tidywiki/tidywiki/transform/number/language"

// fractionWord reads the thirds of two thirds.
func (s *scanner) fractionWord(v *Value, numerator Decimal) bool {
	num, _ := numerator.Int64()
	if num < 1 {
		return false
	}
	start := s.At
	s.joint()
	parts := &s.words.fractions
	if num == 1 {
		parts = &s.words.fraction
	}
	den, end, ok := parts.Find(s.Text, s.At)
	if !ok || num >= int64(den) {
		s.At = start
		return false
	}
	s.At = end
	v.setFraction(0, num, int64(den))
	v.Rule, v.Words = "fraction-word", true
	return true
}

// andHalf reads the rest of "one and a half" and of "two and three quarters".
func (s *scanner) andHalf(v *Value) {
	start := s.At
	s.Space()
	if _, ok := s.word(and); ok && !v.scaled() && !v.HasLower {
		s.Space()
		if w, ok := s.word(article, cardinal); ok && s.part(v, max(w.n, 1)) {
			return
		}
	}
	s.At = start
}

// part adds to v so many parts that follow: the half of "and a half".
func (s *scanner) part(v *Value, n int) bool {
	whole, ok := v.Value.Int64()
	if !ok || !v.Value.IsInteger() || whole >= fractionLimit {
		return false
	}
	begin := s.At
	s.joint()
	if _, ok := s.word(half); ok && n == 1 {
		v.setWord(v.Value.Add(Decimal{coeff: 5, exp: -1}), Plain, "numeral-word")
		return true
	}
	s.At = begin
	var f Value
	if !s.fractionWord(&f, Decimal{coeff: int64(n)}) {
		return false
	}
	v.setFraction(whole, f.Numerator, f.Denominator)
	v.Rule, v.Words = "fraction-word", true
	return true
}

// halfScale reads the rest of "half a million"; of "half a mile" it leaves the unit.
func (s *scanner) halfScale(v *Value) bool {
	end := s.At
	s.joint()
	if _, ok := s.word(article); ok {
		end = s.At
		s.joint()
	}
	if s.At > end && s.unitBehind() {
		s.At = end
		v.setFraction(0, 1, 2)
		v.Rule, v.Words = "fraction-word", true
		return true
	}
	w, ok := s.word(scale, multiple)
	if !ok || w.n < 2 {
		return false
	}
	v.setWord(Decimal{coeff: 5, exp: -1}, Plain, "numeral-word")
	if w.role == multiple {
		v.Scale = Decimal{coeff: int64(w.n)}
		v.Value = v.Value.Mul(v.Scale)
	} else {
		v.times(w.n)
	}
	return true
}

// ofScale reads the rest of "a quarter of a million", one of den parts.
func (s *scanner) ofScale(v *Value, den int) bool {
	s.Space()
	if _, ok := s.word(article); !ok {
		return false
	}
	s.Space()
	w, ok := s.word(scale)
	if !ok || w.n < 3 || s.Last() == 's' {
		return false
	}
	v.setFraction(0, 1, int64(den))
	v.times(w.n)
	v.Kind, v.Numerator, v.Denominator, v.Rule, v.Words = Plain, 0, 0, "numeral-word", true
	return true
}

// unitBehind reports whether a unit or the word for percent is at At.
func (s *scanner) unitBehind() bool {
	start := s.At
	_, ok := s.word(percent)
	s.At = start
	m, _ := s.measureAt(start, false)
	return ok || m != nil
}

// aPart reads the rest of "a third of"; without its "of" in running text a third is
// one of many.
func (s *scanner) aPart(v *Value) bool {
	start := s.At
	s.joint()
	den, end, ok := s.words.fraction.Find(s.Text, s.At)
	if !ok || s.At == start {
		s.At = start
		return false
	}
	s.At = language.Gap(s.Text, end)
	_, of := s.word(link)
	if of && s.ofScale(v, den) {
		return true
	}
	if s.At = end; !of && !(s.whole && s.Rest() == "") {
		s.At = start
		return false
	}
	v.setFraction(0, 1, int64(den))
	v.Rule, v.Words = "fraction-word", true
	return true
}
