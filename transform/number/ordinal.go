package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// ordinalSuffix reads the th of 12th.
func (s *scanner) ordinalSuffix(v *Value) bool {
	if r := s.Next(); v.Decimals > 0 || r != '.' && r != '-' && !language.IsLetter(r) {
		return false
	}
	if s.TakeAny("º", "ª", ".º", ".ª") || s.suffix() {
		v.Kind, v.Rule = Ordinal, "ordinal-suffix"
		return true
	}
	return false
}

// suffix reads a suffix of the language that no letter follows.
func (s *scanner) suffix() bool {
	rest := s.Rest()
	for _, suffix := range s.words.suffixes {
		if suffix == "." {
			if s.whole && rest == "." {
				s.At++
				return true
			}
			continue
		}
		text := strings.TrimPrefix(rest, "-")
		if len(text) < len(suffix) || !strings.EqualFold(text[:len(suffix)], suffix) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[len(suffix):]); language.IsAlphanumeric(r) {
			continue
		}
		s.At += len(rest) - len(text) + len(suffix)
		return true
	}
	return false
}

// numbered reads a number with the sign that it numbers a thing: No. 3, #3, 第三届.
func (s *scanner) numbered(v *Value) bool {
	start := s.At
	if !s.numberSign() {
		return false
	}
	prefix := strings.HasSuffix(s.Text[:s.At], "第")
	if !prefix {
		s.Space()
	}
	var f figure
	ok := s.figure(s.At, &f)
	switch {
	case ok && prefix && s.scaledOrdinal(v, &f):
	case ok && s.read(&f, v) && v.Decimals == 0:
		s.At = f.end
	case !ok && prefix && s.hanziInteger(v) && v.Value.IsInteger():
	default:
		s.At = start
		*v = Value{}
		return false
	}
	v.Kind, v.Rule = Ordinal, "number-sign"
	if prefix {
		v.Rule = "ordinal-prefix"
		s.counter(v)
	}
	return true
}

// scaledOrdinal reads the 3万 of 第3万.
func (s *scanner) scaledOrdinal(v *Value, f *figure) bool {
	start := s.At
	if s.At = f.end; hanziPower(s.Next()) > 0 {
		s.At = start
		if s.hanziInteger(v) && v.Value.IsInteger() {
			return true
		}
	}
	s.At = start
	return false
}

// numberSign reads No., №, # or 第. A colour, #336699, has none.
func (s *scanner) numberSign() bool {
	if s.Next() == '#' {
		if s.At+7 == len(s.Text) || !s.IsDigitAt(s.At+1) {
			return false
		}
		s.At++
		return true
	}
	if s.TakeAny("№", "第") {
		return true
	}
	rest := s.Rest()
	for _, sign := range s.words.signs {
		if len(rest) <= len(sign) || rest[0]|0x20 != sign[0]|0x20 || !strings.EqualFold(rest[:len(sign)], sign) {
			continue
		}
		// "There were no 3 of them": a short sign needs its dot.
		dot := rest[len(sign)] == '.'
		if !dot && len(sign) < 5 && (!s.whole || rest[len(sign)] != ' ') {
			continue
		}
		s.At += len(sign)
		s.Take(".")
		return true
	}
	return false
}

// counter reads the word that Chinese and Japanese set between an ordinal and what
// it counts: the 届 of 第十二届.
func (s *scanner) counter(v *Value) {
	r := s.Next()
	if r != 0 && strings.ContainsRune("届屆次名位個个代章回号號期卷集季版任世轮輪场場节節条條项項套批番巻話節", r) {
		size := utf8.RuneLen(r)
		v.Unit = s.Text[s.At : s.At+size]
		s.At += size
	}
}

// roman reads a Roman numeral where the hint allows one.
func (s *scanner) roman(v *Value) bool {
	if !s.hint.Roman {
		return false
	}
	n, end := readRoman(s.Text, s.At)
	if n == 0 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.Text[end:]); language.IsLetter(r) {
		return false
	}
	s.At = end
	v.set(Decimal{coeff: n}, 0)
	v.Kind, v.Rule, v.Words = Ordinal, "roman", true
	return true
}

var romans = []struct {
	text  string
	value int64
}{
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50},
	{"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
}

// readRoman reads the capital Roman numeral at i; n is 0 if there is none or if it
// is not written as it should be.
func readRoman(text string, i int) (n int64, end int) {
	end = i
	for _, r := range romans {
		for repeated := 0; strings.HasPrefix(text[end:], r.text); repeated++ {
			if repeated == 3 || repeated == 1 && (len(r.text) == 2 || r.value == 5 || r.value == 50 || r.value == 500) {
				return 0, i
			}
			n, end = n+r.value, end+len(r.text)
		}
	}
	return n, end
}
