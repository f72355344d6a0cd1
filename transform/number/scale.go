package number

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// maxScale limits the powers of ten that words stand for, so that a page of nothing
// but "million" stays cheap.
const maxScale = 60

// scale reads the words and letters that multiply a number by a power of ten.
func (s *scanner) scale(v *Value) {
	power, last := 0, 0
	for power < maxScale && s.Next() != '%' {
		s.someMore(v)
		n, ok := s.scaleWord()
		if ok {
			last = n
		} else if n, ok = s.scaleLetter(v); !ok {
			break
		}
		power += n
	}
	if power != 0 {
		v.times(power)
		v.Rule = "scale-word"
	}
	switch {
	case power == 0:
		s.dozens(v)
		if v.Significant <= 3 { // "2005 and a half of 2006"
			s.andHalf(v)
		}
	case last > 0:
		s.lesserScales(v, last)
	}
}

// scaleBehindCode reads the million of "75 USD million".
func (s *scanner) scaleBehindCode(v *Value) {
	if v.Kind != Money || v.scaled() || v.Per != "" || s.Next() != ' ' || !isASCIILetter(s.Text[s.At-1]) {
		return
	}
	if power, ok := s.scaleWord(); ok {
		v.times(power)
		v.Rule = "scale-word"
	}
}

// dozens reads a word that multiplies by a number that is not a power of ten.
func (s *scanner) dozens(v *Value) {
	start := s.At
	s.Spaces()
	w, ok := s.word(multiple)
	if !ok || v.Kind == Fraction || v.HasLower || v.scaled() {
		s.At = start
		return
	}
	v.Scale = Decimal{coeff: int64(w.n)}
	v.Value, v.Rule = v.Value.Mul(v.Scale), "scale-word"
}

// someMore reads the 多 of 四百多 and the 几 of 二十几亿.
func (s *scanner) someMore(v *Value) {
	start := s.At
	s.Spaces()
	if language.IsIdeograph(s.Next()) {
		if _, ok := s.word(someMore); ok {
			v.Approx = true
			return
		}
	}
	s.At = start
}

// lesserScales reads the rest of "3 hundred and 21" and "4 thousand 3 hundred": what
// is behind a scale word of this power.
func (s *scanner) lesserScales(v *Value, power int) {
	if !v.Value.IsInteger() || v.HasLower || v.Kind == Fraction {
		return
	}
	for {
		start := s.At
		s.Space()
		_, joined := s.word(and)
		if joined {
			s.Space()
		}
		var f figure
		s.At = f.group(s.Text, s.At)
		n, scaled := 0, false
		if 0 < f.digits && f.digits <= 3 && f.zeros == 0 {
			n, scaled = s.scaleWord()
		}
		last := !scaled && joined && 0 < f.digits && f.digits <= 2 && f.zeros == 0 && s.bounded()
		if !last && !(scaled && n < power) {
			s.At = start
			return
		}
		v.setWord(v.Value.Add(Decimal{coeff: f.coeff, exp: int32(n)}), v.Kind, "numeral-word")
		if last {
			return
		}
		power = n
	}
}

func (s *scanner) scaleWord() (power int, ok bool) {
	start := s.At
	if s.Spaces(); s.At == start && s.Next() == '-' {
		s.At++ // a 30-million-dollar ship
	}
	begin := s.At
	w, ok := s.word(scale)
	if ok {
		// 兆 is a scale, 兆瓦 is a megawatt, and 50 cent is money in French too.
		m, end, named := allMeasures().names.Find(s.Text, begin)
		if end < s.At || end == s.At && !(named && m.money) {
			s.abbreviated(begin)
			return w.n, true
		}
	}
	s.At = start
	return 0, false
}

// abbreviated reads the dot of an abbreviation that began at begin: the one of
// "Mrd. Euro", but not the full stop behind "5 million".
func (s *scanner) abbreviated(begin int) {
	if s.Next() != '.' || utf8.RuneCountInString(s.Text[begin:s.At]) > 4 {
		return
	}
	behind := language.Gap(s.Text, s.At+1)
	if s.whole && behind == len(s.Text) {
		s.At++
	} else if m, _ := s.measureAt(behind, true); m != nil {
		s.At++
	}
}

// letters are the suffixes that are single letters. Most of them are also units,
// so that they scale only money.
var letters = []struct {
	text  string
	power int
	money bool
}{
	{"mn", 6, true}, {"Mn", 6, true}, {"k", 3, false}, {"K", 3, false}, {"M", 6, false}, {"MM", 6, true}, {"mm", 6, true},
	{"m", 6, true}, {"b", 9, true}, {"B", 9, true}, {"t", 12, true}, {"T", 12, true},
}

// scaleLetter reads the k of 10k and the m of €5m.
func (s *scanner) scaleLetter(v *Value) (power int, ok bool) {
	start := s.At
	s.Spaces()
	begin := s.At
	s.At = start
	spaced, end := begin > start, language.WordEnd(s.Text, begin)
	token := s.Text[begin:end]
	for _, l := range letters {
		if !strings.HasPrefix(token, l.text) || l.text == "K" && spaced {
			continue
		}
		// 30 MUSD is money as well, 30 MHz and 30 kΩ have units.
		behind := begin + len(l.text)
		if _, unitEnd := allMeasures().symbolAt(s.Text, begin); unitEnd > behind {
			continue
		}
		fused := token != l.text
		money := !fused && v.Kind == Money || s.moneyAt(behind, !fused)
		if (fused || l.money) && !money {
			continue
		}
		s.At = behind
		return l.power, true
	}
	return 0, false
}

// moneyAt reports whether a currency is at i, or behind a gap there.
func (s *scanner) moneyAt(i int, gapAllowed bool) bool {
	if gapAllowed {
		i = language.Gap(s.Text, i)
	}
	m, _ := s.measureAt(i, true)
	return m != nil && m.money
}
