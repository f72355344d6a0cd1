package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// zeros makes words for nothing the number 0 where at least six in ten of the other
// values are numbers. E is one among numbers with signs, where it is even par.
func (in *inference) zeros() {
	words, numbers, signs, others := 0, 0, 0, 0
	for i := range in.values {
		switch v := &in.values[i]; {
		case v.is(nothing | remark):
		case v.is(zeroWord):
			words++
		case v.fits.has(Number):
			numbers++
			if text := in.source.Cells[i].Text; text[0] == '+' || v.Number.Sign() < 0 {
				signs++
			}
		default:
			others++
		}
	}
	if words == 0 || numbers < 2 || 10*numbers < 6*(numbers+others) {
		return
	}
	for i := range in.values {
		if v := &in.values[i]; v.is(zeroWord) && (signs > 0 || !isEven(in.source.Cells[i].Text)) {
			*v = Value{fits: asInteger}
			in.zeroWords = append(in.zeroWords, i)
		}
	}
}

// isEven reports whether a text is even par, which is 0 among scores with signs.
func isEven(text string) bool { return text == "E" || strings.EqualFold(text, "even") }

// hasNumbersInWords reports whether at least six in ten of the texts are numbers, and some
// of them are written in words so that they are not titles: with a hundred or a thousand,
// in small letters, or among digits.
func (in *inference) hasNumbersInWords() bool {
	words, sure, digits, others := 0, 0, 0, 0
	for i := range in.values {
		text := in.source.Cells[i].Text
		switch v := &in.values[i]; {
		case v.is(nothing|remark) || text == "":
			continue
		case v.fits.has(Number):
			digits++
			continue
		case len(text) <= longest && firstDigit(text) > dateAhead:
			if n, ok := number.Parse(text, &in.reader.number); ok && n.Words && n.Kind == number.Plain && !n.Range {
				words++
				if text[0] >= 'a' && text[0] <= 'z' || n.Value.Cmp(number.NewDecimal(100, 0)) >= 0 {
					sure++
				}
				continue
			}
		}
		if others++; others > 3 && others > words+digits {
			return false
		}
	}
	return words > 0 && (sure > 0 || digits > 0) && 10*(words+digits) >= 6*(words+digits+others)
}
