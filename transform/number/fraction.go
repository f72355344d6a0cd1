package number

import "github.com/tidywiki/tidywiki/transform/number/language"

// vulgar are the fractions that are one rune.
var vulgar = map[rune][2]int64{
	'½': {1, 2}, '⅓': {1, 3}, '⅔': {2, 3}, '¼': {1, 4}, '¾': {3, 4}, '⅕': {1, 5}, '⅖': {2, 5},
	'⅗': {3, 5}, '⅘': {4, 5}, '⅙': {1, 6}, '⅚': {5, 6}, '⅐': {1, 7}, '⅛': {1, 8}, '⅜': {3, 8},
	'⅝': {5, 8}, '⅞': {7, 8}, '⅑': {1, 9}, '⅒': {1, 10}, '↉': {0, 3},
}

// vulgar reads ½.
func (s *scanner) vulgar(v *Value) bool {
	f, ok := vulgar[s.Next()]
	if ok {
		s.Skip()
		v.setFraction(0, f[0], f[1])
	}
	return ok
}

// fractionBehind reads what makes f a part of a fraction: 3½, 10 1/2, 3/4.
func (s *scanner) fractionBehind(v *Value, f *figure) bool {
	if f.n > 1 || f.digits > 9 {
		return false
	}
	return s.slashBehind(v, f) || s.partBehind(v, f.coeff)
}

// slashBehind reads the denominator of f. Only the fraction slash of 3⁄4 makes one by
// itself; 3/4 needs a hint, or a unit: 1/4 mile.
func (s *scanner) slashBehind(v *Value, f *figure) bool {
	start, certain := s.At, s.Next() == '⁄' || s.hint.Fraction
	num, den, ok := s.slashed(f.coeff)
	if ok && (certain || num < den && s.measureBehind()) {
		v.setFraction(0, num, den)
		return true
	}
	s.At = start
	return false
}

// partBehind reads the ½ of 3½ and the 1/2 of "10 1/2" and 10-1/2.
func (s *scanner) partBehind(v *Value, whole int64) bool {
	start := s.At
	s.Space()
	if s.At == start {
		s.TakeAny("-", "+")
	}
	if part, ok := vulgar[s.Next()]; ok {
		s.Skip()
		v.setFraction(whole, part[0], part[1])
		return true
	}
	var numerator figure
	if end := numerator.group(s.Text, s.At); numerator.digits > 0 && numerator.digits < 4 && s.At > start {
		s.At = end
		certain := s.Next() == '⁄' || s.Text[start] != '+'
		if num, den, ok := s.slashed(numerator.coeff); ok && certain && 0 < num && num < den {
			v.setFraction(whole, num, den)
			return true
		}
	}
	s.At = start
	return false
}

// slashed reads a slash and the denominator of num.
func (s *scanner) slashed(num int64) (n, den int64, ok bool) {
	start := s.At
	if !s.TakeAny("⁄", "/", "／", "∕") {
		return 0, 0, false
	}
	var f figure
	end := f.group(s.Text, s.At)
	// 5/3/2013 is a date, 12/07 may be.
	if f.digits == 0 || f.digits > 6 || f.zeros > 0 || end < len(s.Text) && (s.Text[end] == '/' || s.Text[end] == '.' && s.IsDigitAt(end+1)) {
		s.At = start
		return 0, 0, false
	}
	s.At = end
	return num, f.coeff, true
}

// measureBehind reports whether a unit of measure is at At or behind a gap.
func (s *scanner) measureBehind() bool {
	i := language.Gap(s.Text, s.At)
	m, _ := s.measureAt(i, i == s.At)
	return m != nil
}

// ofUnit moves to the unit of "five eighths of an inch".
func (s *scanner) ofUnit() {
	start := s.At
	s.Space()
	if _, ok := s.word(link); ok {
		s.Space()
		if _, ok := s.word(article); ok {
			end := s.At
			s.Space()
			if m, _ := s.measureAt(s.At, false); m != nil {
				s.At = end
				return
			}
		}
	}
	s.At = start
}

// fractionDecimals is how far a fraction without an exact decimal is written out.
const fractionDecimals = 16

// setFraction sets v to whole + num/den.
func (v *Value) setFraction(whole, num, den int64) {
	v.Kind, v.Rule = Fraction, "fraction"
	v.Numerator, v.Denominator = whole*den+num, den
	d, _ := NewDecimal(v.Numerator, 0).Quo(NewDecimal(den, 0), fractionDecimals)
	v.set(d.reduced(), 0)
	v.Significant = len(v.Value.digits(nil))
}

// reduced drops the zeros that end the decimals.
func (d Decimal) reduced() Decimal {
	for d.large == nil && d.exp < 0 && d.coeff%10 == 0 {
		d.coeff, d.exp = d.coeff/10, d.exp+1
	}
	return d
}

// ratio reads the second number of 3:2.
func (s *scanner) ratio(v *Value, f *figure) bool {
	if !s.hint.Ratio || s.Next() != ':' || f.n > 1 || f.digits > 9 {
		return false
	}
	var second figure
	end := second.group(s.Text, s.At+1)
	if second.digits == 0 || second.digits > 9 || second.zeros > 0 {
		return false
	}
	s.At = end
	v.setFraction(0, f.coeff, second.coeff)
	v.Kind, v.Rule = Ratio, "ratio"
	return true
}
