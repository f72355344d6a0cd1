package number

import (
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// quantity reads sign, currency, number, scale and unit.
func (s *scanner) quantity(v *Value) bool {
	start := s.At
	negative := s.sign()
	if s.currencyBefore(v) && !negative {
		negative = s.sign()
	}
	if !s.amount(v) {
		s.At = start
		return false
	}
	if v.Kind != Ordinal && v.Kind != Ratio && s.Rest() != "" {
		s.scale(v)
		s.unit(v)
		s.scaleBehindCode(v)
	}
	if v.Kind == Money {
		v.ruleUnlessShaped("currency")
	}
	if negative {
		v.negate()
	}
	return true
}

// ruleUnlessShaped sets a rule that says less than one about the digits does.
func (v *Value) ruleUnlessShaped(rule string) {
	switch v.Rule {
	case "integer", "decimal", "grouped":
		v.Rule = rule
	}
}

// amount reads the number itself in any of its scripts.
func (s *scanner) amount(v *Value) bool {
	if s.At >= len(s.Text) {
		return false
	}
	b := s.Text[s.At]
	switch {
	case isDigit(b) || b == '.':
		return s.printed(v)
	case b == '#':
		return s.numbered(v)
	case b >= utf8.RuneSelf:
		return s.foreign(v)
	case isASCIILetter(b):
		return s.numbered(v) || s.numeral(v) || s.roman(v)
	}
	return false
}

// foreign reads an amount that begins with a rune beyond ASCII.
func (s *scanner) foreign(v *Value) bool {
	r := s.Next()
	if s.IsDigitAt(s.At) {
		return s.printed(v)
	}
	if _, ok := vulgar[r]; ok {
		return s.vulgar(v)
	}
	if s.numbered(v) {
		return true
	}
	if language.IsIdeograph(r) {
		return s.hanzi(v)
	}
	return s.numeral(v)
}

// printed reads a number in digits, with all that belongs to its digits.
func (s *scanner) printed(v *Value) bool {
	var f figure
	ok := s.figure(s.At, &f)
	if !ok || !s.read(&f, v) {
		return false
	}
	s.At = f.end
	switch r := s.Next(); {
	case r == 0 || r == '%':
	case language.IsIdeograph(r), r == ' ' && s.ideographBehind():
		s.hanziBehind(v, &f)
	case language.IsLetter(r):
		if !s.ordinalSuffix(v) {
			s.exponent(v, &f)
		}
	default:
		if s.fractionBehind(v, &f) || s.ordinalSuffix(v) || s.ratio(v, &f) {
			break
		}
		if !s.margins(v) {
			s.uncertainty(v, &f)
		}
		s.exponent(v, &f)
	}
	return true
}

// ideographBehind reports whether a Chinese character follows the white space at At.
func (s *scanner) ideographBehind() bool {
	behind := s.Cursor
	behind.Spaces()
	return language.IsIdeograph(behind.Next())
}

// read decides what the separators of f mean. The hint decides where both marks
// fit; a lone decimal comma without one needs a unit behind it.
func (s *scanner) read(f *figure, v *Value) bool {
	comma := s.hint.DecimalComma || s.words.comma && !s.hint.DecimalPoint
	if comma && s.isScaledPoint(f) {
		comma = false
	}
	mark, other := '.', ','
	if comma {
		mark, other = other, mark
	}
	r, ok := f.reading(mark)
	otherReading, otherOK := f.reading(other)
	if !ok {
		if !otherOK || s.inList(f) {
			return s.list(f, v)
		}
		r = otherReading
		s.bareComma = !comma && r.group == 0
	}
	v.Ambiguous = ok && otherOK && r.decimals > 0
	v.set(f.decimal(s.Text, r.decimals), f.digits-f.zeros)
	v.Decimals = r.decimals
	switch {
	case r.group != 0:
		v.Grouped, v.Separator, v.Rule = true, r.group, "grouped"
	case r.decimals > 0:
		v.Rule = "decimal"
	default:
		v.Rule = "integer"
	}
	return true
}

// isScaledPoint reports whether 477.672 is no thousands: its language groups digits by
// spaces, and a word for millions or more follows.
func (s *scanner) isScaledPoint(f *figure) bool {
	if !s.words.spaces || f.n != 2 || f.sep[0] != '.' || f.size[1] != 3 {
		return false
	}
	start := s.At
	s.At = f.end
	power, ok := s.scaleWord()
	s.At = start
	return ok && power >= 6
}

// list reads the first number of "22,24,26" in a running text.
func (s *scanner) list(f *figure, v *Value) bool {
	if s.whole || f.n < 2 || f.n < 3 && !s.inList(f) || f.size[0] == 0 || f.zeros > 0 {
		return false
	}
	for i, sep := range f.sep[:f.n-1] {
		if sep != ',' || f.size[i] > 2 {
			return false
		}
	}
	first := figure{start: f.start, n: 1}
	first.end = first.group(s.Text, f.start)
	*f = first
	v.set(f.decimal(s.Text, 0), f.digits)
	v.Rule, s.listed = "integer", true
	return true
}

// inList reports whether a number of a list ends in front of f.
func (s *scanner) inList(f *figure) bool {
	return f.start > 1 && s.Text[f.start-1] == ',' && isDigit(s.Text[f.start-2])
}

func (v *Value) set(d Decimal, significant int) {
	v.Value, v.Printed, v.Scale = d, d, Decimal{coeff: 1}
	v.Significant = significant
}

func (v *Value) negate() {
	if v.Range {
		v.Lower, v.Upper = v.Upper.Neg(), v.Lower.Neg()
		return
	}
	above, below := v.Upper.Sub(v.Value), v.Value.Sub(v.Lower)
	v.Value, v.Printed = v.Value.Neg(), v.Printed.Neg()
	v.Numerator = -v.Numerator
	if v.HasLower && v.HasUpper {
		v.Lower, v.Upper = v.Value.Sub(below), v.Value.Add(above)
	}
}

// times applies a power of ten to v.
func (v *Value) times(power int) {
	for _, d := range []*Decimal{&v.Scale, &v.Value, &v.Lower, &v.Upper, &v.Uncertainty} {
		if d.Sign() != 0 {
			d.exp += int32(power)
		} else if v.HasLower {
			// 0.0 keeps the decimals of its errors.
			d.exp = min(0, d.exp+int32(power))
		}
	}
}
