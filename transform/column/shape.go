package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// latestYear is the last number of four digits that may be a year.
const latestYear = 2999

// digits reads plain digits, which most cells with a number are.
func (r *reader) digits(text string, v *Value) bool {
	if len(text) == 0 || len(text) > 18 {
		return false
	}
	var n int64
	for i := range len(text) {
		d := text[i] - '0'
		if d > 9 {
			return false
		}
		n = 10*n + int64(d)
	}
	if text[0] == '0' && len(text) > 1 {
		v.hint = padded
		return true
	}
	v.Number, v.fits, v.hint = number.NewDecimal(n, 0), asInteger, plain
	if len(text) == 4 && n <= latestYear && !r.names {
		v.EDTF = text
		v.fits |= asYear
	}
	return true
}

// ordinal reads 12th as English writes it.
func (r *reader) ordinal(text string, v *Value) bool {
	n := len(text) - 2
	if n < 1 || n > 6 || text[0] == '0' || numberEnd(text, 0) != n || r.number.Language != "" && r.number.Language != "en" {
		return false
	}
	suffix := "th"
	if n < 2 || text[n-2] != '1' {
		switch text[n-1] {
		case '1':
			suffix = "st"
		case '2':
			suffix = "nd"
		case '3':
			suffix = "rd"
		}
	}
	if text[n:] != suffix {
		return false
	}
	v.Number, v.fits = number.NewDecimal(int64(atoi(text[:n])), 0), asOrdinal
	return true
}

// firstDigit is the place of the first digit. Signs count as one, and so do the
// letters of scripts that have digits of their own, but not those of Europe.
func firstDigit(text string) int {
	for i := range len(text) {
		// 0xD9 and 0xDB begin the digits of Arabic and Persian.
		if c := text[i]; c >= '0' && c <= '9' || c == 0xC2 || c == 0xD9 || c == 0xDB || c >= 0xE0 {
			return i
		}
	}
	return len(text) + longest
}

// isPair reports whether a text is two short numbers with a dash between, as in 3–2.
// It is neither a number nor a date, and where there is one there are many.
func isPair(text string) bool {
	i := numberEnd(text, 0)
	if i == 0 || i > 3 || i == len(text) {
		return false
	}
	j := i
	for _, dash := range [...]string{"-", "–", "−"} {
		if strings.HasPrefix(text[i:], dash) {
			j += len(dash)
		}
	}
	end := numberEnd(text, j)
	return j > i && end > j && end-j <= 3 && end == len(text)
}

// numberEnd is where the digits at i end.
func numberEnd(text string, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

func hasLetter(text string) bool {
	for i := range len(text) {
		if isLetter(text[i]) {
			return true
		}
	}
	return false
}

// isLetter reports whether a byte is an ASCII letter or part of a rune beyond ASCII.
func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || b >= 0x80 }

// isFusedMonth reports whether a date is a word of letters with a number behind it and
// nothing between: SEPT2, just a hyphen: Sep-02, or a space behind capitals: NOV 1. Many
// names look like that.
func isFusedMonth(text string) bool {
	i, capitals := 0, true
	for i < len(text) && 'a' <= text[i]|0x20 && text[i]|0x20 <= 'z' {
		capitals = capitals && text[i] < 'a'
		i++
	}
	if i < 3 || i == len(text) {
		return false
	}
	if text[i] == '-' || capitals && text[i] == ' ' {
		i++
	}
	end := numberEnd(text, i)
	return end == len(text) && end-i > 0 && end-i <= 2
}

// isFullDate reports whether a text has the letters or the hyphens of a date with a
// year of four digits, so that hardly a name is like it.
func isFullDate(text string) bool {
	digits := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			digits = 0
		} else if digits++; digits == 4 {
			return len(text) >= len("1 May 2012")
		}
	}
	return false
}
