package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// longestCode is the length of the longest code or abbreviation of a currency
// that may stand before an amount.
const longestCode = 4

// leadsAmount reports whether a currency sign follows the word, or a digit a
// capitalised one: "hk $ 10", "USD 200", "Rs. 5".
func (s *scanner) leadsAmount(i, end int) bool {
	if end < len(s.text) && s.text[end] == '.' {
		end++
	}
	if end < len(s.text) && s.text[end] == ' ' {
		end++
	}
	if end == len(s.text) {
		return false
	}
	switch c := s.text[end]; {
	case isDigit(c):
		return isUpper(s.text[i])
	case c < utf8.RuneSelf:
		return c == '$'
	}
	r, _ := utf8.DecodeRuneInString(s.text[end:])
	return unicode.Is(unicode.Sc, r)
}

// currency reads an amount that begins with the code or abbreviation of a
// currency: "US$1.2bn", "USD 200", "Rs 5 crore".
func (s *scanner) currency(i int) (int, bool) {
	v, end, ok := number.Scan(s.text, i, &s.plain)
	if !ok || v.Kind != number.Money || !s.closes(end) {
		return i, false
	}
	return s.addNumber(v, i, end)
}
