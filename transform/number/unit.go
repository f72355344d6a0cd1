package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// unit reads what is counted or measured: a percent sign, a currency, a unit, or
// with Hint.Nouns a word.
func (s *scanner) unit(v *Value) {
	if s.Rest() == "" {
		return
	}
	start := s.At
	if v.Kind == Fraction {
		s.ofUnit()
	}
	attached := !s.separated()
	if v.Unit == "" && s.percentage(v) {
		s.rate(v)
		return
	}
	m, end := s.measureAt(s.At, attached)
	if m == nil && !attached && (s.Next() == '[' || s.Next() == '{') {
		m, end = s.bracketed()
	}
	misread := m != nil && attached && s.misread(v, m, end)
	// The 6 of "$5–6 a day" has no years.
	if misread || m != nil && !m.money && v.Kind == Money && v.Unit == "" {
		m = nil
	}
	switch {
	case m == nil && !misread && v.Unit == "" && s.hint.Nouns && s.noun(v, attached):
	case m == nil:
		s.At = start
		s.feetInches(v)
	case v.Unit == "" && s.elsewhere(v, m, end):
		// No part of a coordinate or of a time of day is a number.
		s.refused = true
	case v.Unit == "":
		s.At = end
		s.measured(v, m)
	case v.System == "" && m.system == ISO && v.Kind == Money && !s.IsDigitAt(end):
		// "$5 USD" says which dollar it is.
		s.At = end
		v.Unit, v.System = m.code, m.system
	default:
		s.At = start
	}
	s.rate(v)
}

// bracketed reads the unit of "20 [kg]" and "20 {kg}".
func (s *scanner) bracketed() (m *measure, end int) {
	rest := s.Rest()
	end = strings.IndexAny(rest[:min(len(rest), len("[10.m/s2]"))], "]}") + 1
	if end == 0 || rest[end-1] != rest[0]+2 || !isBracketedUnit(s.Text[:s.At], rest[:end]) {
		return nil, s.At
	}
	return allMeasures().symbols[rest[1:end-1]], s.At + end
}

// separated reads what may be between number and unit: a space, the hyphen of
// "3-inch", the "of" or "d'" of other languages.
func (s *scanner) separated() bool {
	start := s.At
	if s.Next() == '%' {
		return false
	}
	s.Spaces()
	if s.At == start && s.Next() == '-' && s.At+1 < len(s.Text) && isASCIILetter(s.Text[s.At+1]) {
		s.At++
	}
	if s.At > start && s.Next() == 'd' && s.TakeAny("d'", "d’") {
		return true
	}
	if s.words != english() {
		s.link()
	}
	return s.At > start
}

// link reads the "de" of "millones de euros".
func (s *scanner) link() {
	start := s.At
	if _, ok := s.word(link); ok {
		s.Space()
		if m, _ := s.measureAt(s.At, false); m != nil && m.money {
			return
		}
	}
	s.At = start
}

// misread reports whether what is attached to the digits is not a unit: the s of the
// 1970s, the 年 of 2013年, the name 4Minute.
func (s *scanner) misread(v *Value, m *measure, end int) bool {
	if (m.code == "s" || m.code == "a") && v.Significant == 4 && v.Rule == "integer" {
		return true
	}
	_, symbol := allMeasures().symbols[s.Text[s.At:end]]
	return !symbol && 'A' <= s.Text[s.At] && s.Text[s.At] <= 'Z'
}

// elsewhere reports whether the unit m, which ends at end, makes of v a part of
// something else: a coordinate, 48°51′ or 51.5° N, or a time of day, 7 pm.
func (s *scanner) elsewhere(v *Value, m *measure, end int) bool {
	switch m.code {
	case "deg":
		at := language.Gap(s.Text, end)
		pole := at < len(s.Text) && strings.IndexByte("NSEW", s.Text[at]) >= 0 && language.WordEnd(s.Text, at) == at+1
		return pole || s.IsDigitAt(end)
	case "pm":
		return s.Text[s.At:end] == "pm" && v.Rule == "integer" && v.Significant <= 2 && v.Value.Cmp(Decimal{coeff: 12}) <= 0
	}
	return false
}

// percentage reads %, ‰, and the words of the language for them and for points.
func (s *scanner) percentage(v *Value) bool {
	switch s.Next() {
	case '%', '％', '٪', '﹪':
		s.Skip()
		v.Kind, v.Unit, v.Rule = Percent, "%", "percent"
	case '‰', '‱':
		v.Kind, v.Unit, v.Rule = Percent, string(s.Next()), "percent"
		s.Skip()
	default:
		w, ok := s.word(percent, permille, points)
		if !ok && s.takeSpaced("个百分点", "個百分點") {
			w, ok = word{role: points}, true
		}
		if !ok {
			return false
		}
		v.Kind, v.Unit, v.Rule = Percent, percentUnit[w.role], "percent"
		if w.role == points {
			v.Kind, v.Rule = Points, "percentage-points"
		}
	}
	return true
}

// takeSpaced reads one of the phrases, between whose characters other programs may
// have set spaces.
func (s *scanner) takeSpaced(phrases ...string) bool {
	start := s.At
	for _, phrase := range phrases {
		taken := true
		for _, r := range phrase {
			s.Spaces()
			if taken = s.Next() == r; !taken {
				break
			}
			s.Skip()
		}
		if taken {
			return true
		}
		s.At = start
	}
	return false
}

var percentUnit = map[role]string{percent: "%", permille: "‰", points: "pp"}

// measured gives v the unit m, and reads a second number in its smaller part.
func (s *scanner) measured(v *Value, m *measure) {
	if m.code == "[lb_av]" && s.addCoins(v, allMeasures().codes["GBP"]) {
		m = allMeasures().codes["GBP"]
	}
	v.Unit, v.System = m.code, m.system
	if m.money {
		v.Kind = Money
		s.addCoins(v, m)
		s.decideCurrency(v, m)
		return
	}
	v.ruleUnlessShaped("unit")
	// 361 million pounds are no weight.
	if m.code == "[lb_av]" && v.Scale.exp >= 6 {
		v.Unit, v.System, v.Kind = "GBP", ISO, Money
		return
	}
	s.compound(v, m)
}

// noun reads a word that no table has: the cars of "58 cars", the 人 of 35人.
func (s *scanner) noun(v *Value, attached bool) bool {
	rest := s.Rest()
	end := language.WordEnd(rest, 0)
	if end == 0 {
		if end = strings.IndexFunc(rest, isNoIdeograph); end < 0 {
			end = len(rest)
		}
	} else if attached || end < 2 {
		return false
	}
	word := rest[:end]
	if r, _ := utf8.DecodeRuneInString(word); isNumeral(r) || strings.HasPrefix(word, "分之") || strings.HasPrefix(word, "分の") {
		return false // "one十" is not one of anything, "分之三" the rest of a fraction
	}
	// The kmk of "5-kmk" may be thousands of marks.
	for _, l := range letters {
		if strings.HasPrefix(word, l.text) && s.moneyAt(s.At+len(l.text), false) {
			return false
		}
	}
	if _, _, known := s.words.words.Find(word, 0); known || !s.whole || word == "" || strings.ToLower(word) != word {
		return false
	}
	v.Unit, v.Rule = word, "noun"
	s.At += end
	return true
}

// isNumeral reports whether r is a Chinese digit or unit of counting.
func isNumeral(r rune) bool {
	_, digit := hanziDigit(r)
	return digit || hanziPower(r) > 0
}

func isNoIdeograph(r rune) bool { return !language.IsIdeograph(r) }
