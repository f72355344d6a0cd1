package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// span reads the rest of a range: the second number of "10–12 km".
func (s *scanner) span(v *Value) bool {
	start := s.At
	spaced, dash, ok := s.connector(v)
	if !ok {
		s.At = start
		return false
	}
	// The m of "£3–4m" counts millions as it does in "£4m".
	w := Value{}
	if v.Kind == Money {
		w.Kind = Money
	}
	if !s.quantity(&w) || w.Range {
		// 2013-03 is no 2013.
		s.refused = s.refused || dash && !spaced && s.IsDigitAt(s.At)
		s.At = start
		return false
	}
	if dash && !spaced && v.Words && w.Words {
		// nineteen-eighty
		s.refused = true
		return false
	}
	if s.Text[start] == '-' && telephone(v, &w) {
		s.refused = true
	} else if s.join(v, &w) {
		// Three numbers with dashes between are a date or a telephone number.
		s.refused = s.refused || dash && language.IsDash(s.Next()) && s.IsDigitAt(s.At+utf8.RuneLen(s.Next()))
		return true
	}
	// 3–2 is a score, 2001–02 a season.
	s.refused = s.refused || dash && !spaced && v.bare() && w.bare()
	s.At = start
	return false
}

// telephone reports whether 555-1234 is a telephone number rather than a range. The
// lower end of a range that is so wide is mostly round.
func telephone(v, w *Value) bool {
	return v.Rule == "integer" && w.Rule == "integer" && v.Significant == 3 && w.Significant == 4 && v.Value.coeff%10 != 0
}

// between reads "between 5 and 10 km", and "from 5 to 10 km" where the text is
// nothing else, for in running text that is a change.
func (s *scanner) between(v *Value) bool {
	start := s.At
	if _, ok := s.word(from); !ok {
		return false
	}
	s.Space()
	first := Value{Approx: v.Approx}
	if s.quantity(&first) && !first.Range {
		s.Space()
		joint, ok := s.word(and, to)
		s.Space()
		var w Value
		if ok && (joint.role == and || s.whole) && s.quantity(&w) && !w.Range && s.join(&first, &w) {
			*v = first
			return true
		}
	}
	s.At = start
	return false
}

// connector reads what is between the numbers of a range.
func (s *scanner) connector(v *Value) (spaced, dash, ok bool) {
	before := s.At
	s.Space()
	spaced = s.At > before
	if language.IsDash(s.Next()) {
		s.Skip()
		after := s.At
		s.Space()
		// "5 -3" is not a range.
		return spaced, true, (s.At > after) == spaced
	}
	// "rose 5% to 10%" is not a range, nor is "from 5 to 10".
	if _, ok := s.word(to); !ok || !s.whole && (!v.bare() || s.behindFrom()) {
		return spaced, false, false
	}
	s.Space()
	return spaced, false, true
}

// behindFrom reports whether the word before the number is a "from".
func (s *scanner) behindFrom() bool {
	before := strings.TrimRight(s.Text[:s.start], " \u00a0")
	begin := len(before)
	for begin > 0 {
		r, size := utf8.DecodeLastRuneInString(before[:begin])
		if !language.IsLetter(r) {
			break
		}
		begin -= size
	}
	w, end, ok := s.words.words.Find(before, begin)
	return ok && end == len(before) && w.role == from
}

// scaled reports whether a word or a power of ten multiplies the printed number.
func (v *Value) scaled() bool { return v.Scale != Decimal{coeff: 1} }

// bare reports whether v is a number without unit or scale.
func (v *Value) bare() bool {
	return v.Unit == "" && v.Kind != Ordinal && !v.scaled()
}

// agree gives v the unit of the number w behind it where v has none: 10–12 km, $3–4 a
// day. ok is false if the two measure different things: 5 km and 3 mi, 5 an acre and
// just 3.
func (v *Value) agree(w *Value) (ok bool) {
	switch {
	case v.Unit == "" && v.Per == "":
		v.Unit, v.System, v.Per = w.Unit, w.System, w.Per
		if w.Unit != "" {
			v.Kind = w.Kind
		}
		return true
	case w.Unit != v.Unit && w.Unit != "", v.Per != "" && v.Per != w.Per:
		return false
	case w.Unit != v.Unit && w.Per != "" && v.System == UCUM:
		// Kilometres and so many per hour.
		return false
	}
	v.Per = w.Per
	return true
}

// join makes v the range from v to w. ok is false if they are no range: their
// units differ, or the second is not greater.
func (s *scanner) join(v, w *Value) (ok bool) {
	lower := *v
	if !lower.agree(w) {
		return false
	}
	if w.Rule == "ordinal-suffix" && v.Rule == "integer" {
		// 5–7th
		lower.Kind = Ordinal
	}
	// "10–12 million"; but in "500–1 million" each has its own scale.
	if !lower.scaled() && w.scaled() && lower.Value.Cmp(w.Printed) < 0 {
		lower.Value, lower.Scale = lower.Value.Mul(w.Scale), w.Scale
	}
	if lower.Kind == Ordinal && (lower.Value.Sign() < 0 || !lower.Value.IsInteger()) {
		return false // +0.3~第三届
	}
	if v.Kind == Fraction || (lower.Kind == Ordinal) != (w.Kind == Ordinal) || lower.Value.Cmp(w.Value) >= 0 {
		return false
	}
	*v = lower
	v.Range, v.Rule = true, "range"
	v.Lower, v.Upper, v.HasLower, v.HasUpper = lower.Value, w.Value, true, true
	v.Value, v.Printed = Decimal{}, Decimal{}
	v.Decimals, v.Significant = max(v.Decimals, w.Decimals), max(v.Significant, w.Significant)
	return true
}

// tolerance reads ±0.5.
func (s *scanner) tolerance(v *Value) bool {
	start := s.At
	if !s.plusMinusSign() {
		return false
	}
	s.Space()
	if !s.quantity(v) || v.Range || !v.isWidth() || v.Value.Sign() == 0 {
		s.At = start
		*v = Value{}
		return false
	}
	v.Uncertainty, v.Range, v.Rule = v.Value, true, "tolerance"
	v.Lower, v.Upper, v.HasLower, v.HasUpper = v.Value.Neg(), v.Value, true, true
	v.Value, v.Printed = Decimal{}, Decimal{}
	return true
}

func (s *scanner) plusMinusSign() bool {
	switch s.Next() {
	case '±':
		s.Skip()
		return true
	case '+':
		return s.TakeAny("+/-", "+/−")
	}
	return false
}

// plusMinus reads the uncertainty of 12.3 ± 0.4.
func (s *scanner) plusMinus(v *Value) bool {
	start := s.At
	s.Space()
	if !s.plusMinusSign() {
		s.At = start
		return false
	}
	s.Space()
	var w Value
	if !s.quantity(&w) || w.Range || !w.isWidth() || v.Kind == Ordinal || w.Scale.coeff != 1 || !v.agree(&w) {
		s.At = start
		return false
	}
	if !v.scaled() {
		v.times(int(w.Scale.exp))
	}
	v.widen(w.Value)
	return true
}

// isWidth reports whether v may be behind ±.
func (v *Value) isWidth() bool {
	return !v.Words && v.Kind != Ordinal && v.Value.Sign() >= 0 && v.Uncertainty.Sign() == 0
}

// widen sets the bounds that an uncertainty gives.
func (v *Value) widen(by Decimal) {
	v.Uncertainty, v.Rule = by, "uncertainty"
	v.Lower, v.Upper = v.Value.Sub(by), v.Value.Add(by)
	v.HasLower, v.HasUpper = true, true
}

// margins reads the errors above and below of 5.2+0.3−0.1, which have as many
// decimals as the number. Without decimals and the sign of a minus it is a sum: 5+3-1.
func (s *scanner) margins(v *Value) bool {
	start := s.At
	s.Space()
	open := s.Take("(")
	upper, up := s.margin(v, "+")
	s.TakeAny(" / ", "/", " ", "\n")
	minus := s.Next()
	lower, down := s.margin(v, "−", "-")
	certain := minus == '−' && s.Text[start] == '+' && !strings.ContainsAny(s.Text[start:s.At], " \n")
	if !up || !down || open && !s.Take(")") || !certain && (v.Decimals == 0 || !s.whole) {
		s.At = start
		return false
	}
	if v.Ambiguous = false; upper.Cmp(lower) == 0 {
		v.widen(upper)
		return true
	}
	v.Rule = "asymmetric"
	v.Lower, v.Upper, v.HasLower, v.HasUpper = v.Value.Sub(lower), v.Value.Add(upper), true, true
	return true
}

// margin reads one error behind its sign.
func (s *scanner) margin(v *Value, signs ...string) (d Decimal, ok bool) {
	if !s.TakeAny(signs...) || !s.IsDigitAt(s.At) {
		return Decimal{}, false
	}
	var f figure
	var w Value
	if !s.figure(s.At, &f) || !s.read(&f, &w) || w.Decimals != v.Decimals {
		return Decimal{}, false
	}
	s.At = f.end
	return w.Value, true
}

// uncertainty reads the (15) of 6.674(15), which counts in units of the last
// printed digit.
func (s *scanner) uncertainty(v *Value, f *figure) {
	if s.Next() != '(' || v.Decimals == 0 {
		return
	}
	var inner figure
	end := inner.group(s.Text, s.At+1)
	if inner.digits == 0 || inner.digits > f.digits || end >= len(s.Text) || s.Text[end] != ')' {
		return
	}
	inner.start, inner.end = s.At+1, end
	s.At = end + 1
	v.Ambiguous = false
	v.widen(inner.decimal(s.Text, v.Decimals))
}
