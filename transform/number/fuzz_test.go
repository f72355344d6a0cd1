package number

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

var seeds = []string{
	"one十七八", "五六百分之三", "+0.3~第三届",
	"2,952", "1.234.567,89", "−3.5 %", "US$1.2bn", "10–12 km", "c. 1,200+", "12.3 ± 0.4", "6.674(15)×10^-11 m", "5 ft 11 in",
	"3½", "第十二届", "一百二十三万", "5万4千6百", "3又千分之23", "百分之五十五点五", "one hundred and five thousand", "two thirds", "half a million",
	"3,5 Mrd. Euro", "３．５％", "$5 per capita", "007", "1.2.3", "(1,234)", "±0.5", "No. 3", "12th[a]", "1e300", "\xff5", "5\u00a0000",
	"5.2+0.3−0.1", "5 L/100 km", "two dozen", "20 [kg]", "0/ac–1", "0-kmk", "$5–6 a day", "5 per day ± 1", "5 km–10 per hour",
}

// fuzzHint turns the bits of a byte into a hint.
func fuzzHint(bits uint8) *Hint {
	return &Hint{
		DecimalComma: bits&1 != 0, Roman: bits&2 != 0, Fraction: bits&4 != 0, Nouns: bits&8 != 0, Conversion: bits&8 != 0,
		Padded: bits&16 != 0, Ratio: bits&32 != 0, Language: []string{"", "de", "zh", "fr"}[bits>>6],
	}
}

func FuzzParse(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint8(i*37))
	}
	f.Fuzz(func(t *testing.T, in string, bits uint8) {
		if fault := fault(in, fuzzHint(bits)); fault != "" {
			t.Error(fault)
		}
	})
}

// FuzzPieces is FuzzParse over texts of what numbers are made of, where bytes at
// random seldom come to one.
func FuzzPieces(f *testing.F) {
	f.Add([]byte{0, 40, 20, 1}, uint8(0))
	f.Fuzz(func(t *testing.T, indices []byte, bits uint8) {
		var b strings.Builder
		for _, i := range indices[:min(len(indices), 12)] {
			b.WriteString(pieces[int(i)%len(pieces)])
		}
		if fault := fault(b.String(), fuzzHint(bits)); fault != "" {
			t.Error(fault)
		}
	})
}

var pieces = []string{
	"0", "1", "5", "12", "007", "1,234", "1.5", "0,5", "999", "½", "3/4", "２", "٣", "III",
	" ", " ", " ", "\u00a0", ",", ".", "-", "–", " – ", "/", ":", "+", "−", "(", ")", "'", "\"", "±", " ± ", "~", "<", "≥", "%", "‰", "^", "[a]", "*",
	"/ac", "/km²", "/100 km", "/(100.", " per 1,000 people", "+0.3", "−0.1", " [kg]", " per ", " per capita", " a ", " an ", " day", " year", "km", " mi", "m", "s", "h", "g", "lb", "ft", "in", "px", "°C", "°", "″",
	"$", "US$", "€", "¥", "USD", " kr", " pounds", " cents", " dollars", " and 30 cents", "元5角", "k", "M", "bn", " million", " thousand", "e5", "×10^3", "×10⁻⁶", "(15)",
	"th", "st", "No. ", "#", "第", "届", "one", "twenty", " hundred", " and ", " third", "first", "half", " dozen", "-", " to ", "between ", "from ",
	"about ", "more than ", " or more", "minus ", " percentage points", " cars", "Mio.", " bis ", "drei", "fünf", "de ", "euros",
	"一", "二", "三", "五六百", "十七八", "十", "百", "万", "亿", "兆", "零", "点", "又", "分之", "多", "约", "年", "元", "人", "公里", "负",
}

// fault reports which of the things that hold for every text does not hold for this one,
// or "".
func fault(in string, hint *Hint) string {
	v, ok := Parse(in, hint)
	if !ok {
		return ""
	}
	text := Format(v)
	again, ok := Parse(text, &Hint{Nouns: true})
	added := v.Denominator != 0 || v.Rule == "compound-unit" || v.Scale.coeff != 1
	switch {
	case v.Rule == "" || v.Scale.Sign() <= 0:
		return fmt.Sprintf("%q has rule %q, scale %s", in, v.Rule, v.Scale)
	case v.HasLower && v.HasUpper && v.Lower.Cmp(v.Upper) > 0:
		return fmt.Sprintf("%q is from %s to %s", in, v.Lower, v.Upper)
	case !ok || Format(again) != text:
		return fmt.Sprintf("%q with %+v is %q by %s, which is %q by %s", in, *hint, text, v.Rule, Format(again), again.Rule)
	case !v.Words && !added && !inside(digitsOf(printedOf(v)), in):
		return fmt.Sprintf("%q with %+v is %q by %s, whose digits it does not have", in, *hint, text, v.Rule)
	}
	return ""
}

// printedOf returns the printed number, of a range the first.
func printedOf(v Value) string {
	if v.Range {
		return strings.TrimRight(v.Lower.String(), "0")
	}
	return v.Printed.String()
}

func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if isDigitRune(r) {
			return r
		}
		return -1
	}, strings.TrimLeft(text, "-0."))
}

// inside reports whether the digits stand in this order in a text of any script.
func inside(digits, text string) bool {
	for i := 0; i < len(text) && digits != ""; {
		d, size := language.DigitAt(text, i)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[i:])
		} else if byte(d) == digits[0]-'0' {
			digits = digits[1:]
		}
		i += size
	}
	return digits == ""
}

func FuzzScan(f *testing.F) {
	for i, s := range seeds {
		f.Add("in "+s+" of it", uint8(3), uint8(i*37))
	}
	f.Fuzz(func(t *testing.T, text string, start, bits uint8) {
		at := int(start)
		if at > len(text) {
			return
		}
		v, end, ok := Scan(text, at, fuzzHint(bits))
		if end < at || end > len(text) || ok && end == at {
			t.Fatalf("Scan(%q, %d) ends at %d, %v", text, at, end, ok)
		}
		if ok && utf8.ValidString(text) && !utf8.ValidString(text[at:end]) {
			t.Errorf("Scan(%q, %d) cuts a rune: %q", text, at, text[at:end])
		}
		if ok && v.Rule == "" {
			t.Errorf("Scan(%q, %d) has no rule", text, at)
		}
	})
}

func FuzzDecimalMark(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		v, ok := Parse(in, nil)
		w, okComma := Parse(in, &Hint{DecimalComma: true})
		if v.Rule != "decimal" && v.Rule != "grouped" || w.Rule != v.Rule || !ok || !okComma {
			return
		}
		if mark := DecimalMark(in); mark != EitherMark && v.Value.Cmp(w.Value) != 0 {
			t.Errorf("%q shows %d, but is %s or %s", in, mark, v.Value, w.Value)
		}
	})
}
