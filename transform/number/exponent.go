package number

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// exponent reads e6, ×10^6 and ×10⁶.
func (s *scanner) exponent(v *Value, f *figure) {
	start := s.At
	power, ok := s.scientific()
	if !ok {
		power, ok = s.timesTen()
	}
	if !ok && f.digits == 2 && f.coeff == 10 && f.n == 1 {
		// 10⁶ is 1 × 10⁶.
		if power, ok = s.raised(); ok {
			v.set(Decimal{coeff: 1}, 1)
		}
	}
	if !ok {
		s.At = start
		return
	}
	v.times(power)
	v.Rule = "power-of-ten"
}

// scientific reads e6, E+06 and e-7.
func (s *scanner) scientific() (power int, ok bool) {
	if !s.TakeAny("e", "E", "ｅ", "Ｅ") {
		return 0, false
	}
	power, ok = s.signedInt(false)
	return power, ok && (!language.IsAlphanumeric(s.Next()) || language.IsIdeograph(s.Next()))
}

func (s *scanner) timesTen() (power int, ok bool) {
	s.Space()
	if !s.TakeAny("×", "x", "*", "·", "⋅", "✕") {
		return 0, false
	}
	s.Space()
	if !s.Take("10") {
		return 0, false
	}
	if start := s.At; s.Next() == '−' {
		// The raised digits of × 10⁻⁵ may have come down: × 10−5.
		if power, ok = s.signedInt(false); ok && !language.IsAlphanumeric(s.Next()) {
			return power, true
		}
		s.At = start
	}
	return s.raised()
}

// raised reads ^6, ^{6} and ⁶.
func (s *scanner) raised() (power int, ok bool) {
	if s.Take("^") {
		brace := s.Take("{")
		power, ok = s.signedInt(false)
		return power, ok && (!brace || s.Take("}"))
	}
	return s.signedInt(true)
}

// signedInt reads a small integer, in superscript digits if raised.
func (s *scanner) signedInt(raised bool) (n int, ok bool) {
	negative := s.TakeAny("-", "−", "–", "⁻")
	if !negative {
		s.TakeAny("+", "⁺")
	}
	for !(n > maxExponent) {
		r := s.Next()
		d := strings.IndexRune("0123456789", r)
		if '０' <= r && r <= '９' {
			d = int(r - '０')
		}
		if raised {
			d = superscript(r)
		}
		if d < 0 || r == 0 {
			break
		}
		n, ok = n*10+d, true
		s.Skip()
	}
	if negative {
		n = -n
	}
	return n, ok && -maxExponent <= n && n <= maxExponent
}

func superscript(r rune) int {
	switch r {
	case '¹':
		return 1
	case '²':
		return 2
	case '³':
		return 3
	}
	if '⁴' <= r && r <= '⁹' || r == '⁰' {
		return int(r - '⁰')
	}
	return -1
}
