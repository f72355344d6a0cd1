package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// longestCode is the length of the longest code or abbreviation of a currency
// that may stand before an amount.
const longestCode = 4

// leadsAmount reports whether a currency sign follows the word, or a digit a
// capitalised one: "hk $ 10", "USD 200", "Rs. 5". An article has no part in the
// sign: "a $5 prize".
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
		if c != '$' {
			return false
		}
	default:
		if r, _ := utf8.DecodeRuneInString(s.text[end:]); !unicode.Is(unicode.Sc, r) {
			return false
		}
	}
	return s.text[end-1] != ' ' || !words.is(s.text[i:wordEnd(s.text, i)], article)
}

// dottedCurrency reads an amount whose sign has an abbreviation with dots before it,
// the last letter of which is at i: "u.s $ 40" is in US$.
func (s *scanner) dottedCurrency(i, end int) (int, bool) {
	dot := backSpace(s.text, i)
	if end-i != 1 || dot == 0 || s.text[dot-1] != '.' {
		return i, false
	}
	first := backSpace(s.text, dot-1)
	if wordStart(s.text, first) != first-1 {
		return i, false
	}
	sign, ok := number.Parse(strings.ToUpper(s.text[first-1:first]+s.text[i:end])+"$1", nil)
	at := skipSpace(s.text, end)
	v, stop, scanned := number.Scan(s.text, at, &s.plain)
	if !scanned || v.Kind != number.Money || v.Unit != "$" || !s.closes(stop) {
		return i, false
	}
	if ok && sign.Kind == number.Money {
		v.Unit, v.System = sign.Unit, sign.System
	}
	return s.addNumber(v, at, stop)
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
