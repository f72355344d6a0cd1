package number

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A coin is the name of a part of a currency, 10^power of which make one.
type coin struct {
	name  string
	power int32
}

// setCoins reads "2 cent, cents; USD, EUR": two decimals, the names, the currencies.
func (t *measures) setCoins(values string) bool {
	names, codes, ok := strings.Cut(values, ";")
	power, names, cut := strings.Cut(names, " ")
	if !ok || !cut || len(power) != 1 || power[0] < '1' || power[0] > '3' {
		return false
	}
	for code := range strings.SplitSeq(codes, ",") {
		m := t.codes[strings.TrimSpace(code)]
		if m == nil || !m.money {
			return false
		}
		for name := range strings.SplitSeq(names, ",") {
			m.coins = append(m.coins, coin{strings.TrimSpace(name), int32(power[0] - '0')})
		}
	}
	return true
}

// addCoins reads the smaller parts of "5 dollars and 30 cents" and 3元5角, and adds
// them to v. What is printed with decimals or a scale word has none.
func (s *scanner) addCoins(v *Value, m *measure) bool {
	if len(m.coins) == 0 || s.Rest() == "" || v.scaled() || v.Decimals > 0 || v.Kind == Fraction || v.Kind == Ordinal || v.HasLower {
		return false
	}
	last := int32(0)
	for {
		start := s.At
		s.Take(",")
		s.Space()
		if _, ok := s.word(and); ok {
			s.Space()
		}
		var part Value
		c := coin{}
		if s.amount(&part) {
			s.Space()
			c = s.coinOf(m)
		}
		if c.power <= last || part.Kind != Plain || !part.Value.IsInteger() || part.Value.Cmp(Decimal{coeff: 1, exp: c.power - last}) >= 0 {
			s.At = start
			return last > 0
		}
		part.Value.exp -= c.power
		v.set(v.Value.Add(part.Value), v.Significant)
		v.Words, v.Decimals, v.Rule = v.Words || part.Words, int(c.power), "compound-unit"
		last = c.power
	}
}

// coinOf reads the name of a coin of m.
func (s *scanner) coinOf(m *measure) coin {
	rest := s.Rest()
	end := language.WordEnd(rest, 0)
	for _, c := range m.coins {
		if end > 0 && strings.EqualFold(rest[:end], c.name) || end == 0 && strings.HasPrefix(rest, c.name) {
			s.At += len(c.name)
			return c
		}
	}
	return coin{}
}
