package number

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// currencyBefore reads the sign or code of a currency in front of its number: $5,
// US$ 5, USD 5, Rs. 5.
func (s *scanner) currencyBefore(v *Value) bool {
	if s.At >= len(s.Text) || isDigit(s.Text[s.At]) {
		return false
	}
	end := s.currencyEnd()
	if end == s.At {
		return false
	}
	behind := end
	if letter := isASCIILetter(s.Text[end-1]); letter && strings.HasPrefix(s.Text[end:], ".") {
		behind++
	} else if letter && !s.IsDigitAt(end) && language.Gap(s.Text, end) == end {
		// DM-20 names a thing.
		return false
	}
	behind = language.Gap(s.Text, behind)
	if !s.numberAt(behind) {
		return false
	}
	m := currencyOf(s.Text[s.At:end])
	if m == nil || s.At > 1 && strings.HasSuffix(s.Text[:s.At], "' ") {
		// The s of "country music ' s $ 500" is none of Singapore's.
		return false
	}
	s.At = behind
	v.Kind, v.Unit, v.System = Money, m.code, m.system
	s.decideCurrency(v, m)
	return true
}

// currencyEnd returns the end of what may be a currency at At: a few letters
// and a sign, or one of them alone.
func (s *scanner) currencyEnd() int {
	i := s.At
	for i < len(s.Text) && i < s.At+8 && (isASCIILetter(s.Text[i]) || s.Text[i] == '.' && s.dottedAt(i)) {
		i++
	}
	letters := i
	// "hk $ 10" is how some corpora set their tokens.
	if i > s.At {
		i = language.Gap(s.Text, i)
	}
	if i < len(s.Text) {
		if r, size := utf8.DecodeRuneInString(s.Text[i:]); isCurrencySign(r) {
			return i + size
		}
	}
	return letters
}

// dottedAt reports whether the dot at i is inside an abbreviation: U.S.$.
func (s *scanner) dottedAt(i int) bool {
	return i+1 < len(s.Text) && (isASCIILetter(s.Text[i+1]) || s.Text[i+1] == '$')
}

func isCurrencySign(r rune) bool {
	switch r {
	case '$', '£', '¥', '￥', '＄', '￡', '﹩', '؋', '֏', '৳', '฿', '៛', '﷼':
		return true
	}
	return 0x20A0 <= r && r <= 0x20CF
}

// currencyOf returns the currency of a sign or code, or nil.
func currencyOf(sign string) *measure {
	t := allMeasures()
	symbols := t.symbols
	if m := symbols[sign]; m != nil {
		if m.money && !t.behindOnly[sign] {
			return m
		}
		return nil
	}
	if last := sign[len(sign)-1]; last != '$' && len(sign) != 3 {
		return nil
	}
	sign = strings.ReplaceAll(sign, " ", "")
	if m := symbols[strings.ToUpper(sign)]; m != nil && m.money && strings.HasSuffix(sign, "$") {
		return m
	}
	return nil
}

// numberAt reports whether a number or its sign begins at i.
func (s *scanner) numberAt(i int) bool {
	if i >= len(s.Text) {
		return false
	}
	switch r, _ := utf8.DecodeRuneInString(s.Text[i:]); r {
	case '-', '−', '–', '+', '.':
		return s.IsDigitAt(i + utf8.RuneLen(r))
	}
	return s.IsDigitAt(i)
}

// decideCurrency gives a sign that several currencies share the meaning that the
// hint has for it.
func (s *scanner) decideCurrency(v *Value, m *measure) {
	if s.hint.Currency != "" && slices.Contains(m.may, s.hint.Currency) {
		v.Unit, v.System = s.hint.Currency, ISO
	}
}
