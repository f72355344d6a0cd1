package number

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

var seeds = []string{
	"2,952", "1.234.567,89", "−3.5 %", "US$1.2bn", "10–12 km", "c. 1,200+", "12.3 ± 0.4", "6.674(15)×10^-11 m", "5 ft 11 in",
	"3½", "第十二届", "一百二十三万", "5万4千6百", "3又千分之23", "百分之五十五点五", "one hundred and five thousand", "two thirds", "half a million",
	"3,5 Mrd. Euro", "３．５％", "$5 per capita", "007", "1.2.3", "(1,234)", "±0.5", "No. 3", "12th[a]", "1e300", "\xff5", "5\u00a0000",
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
		v, ok := Parse(in, fuzzHint(bits))
		if !ok {
			return
		}
		if v.Rule == "" || v.Scale.Sign() <= 0 {
			t.Errorf("%q has rule %q, scale %s", in, v.Rule, v.Scale)
		}
		if v.HasLower && v.HasUpper && v.Lower.Cmp(v.Upper) > 0 {
			t.Errorf("%q is from %s to %s", in, v.Lower, v.Upper)
		}
		text := Format(v)
		again, ok := Parse(text, &Hint{Nouns: true})
		if !ok || Format(again) != text {
			t.Errorf("%q is %q, which is %q", in, text, Format(again))
		}
		added := v.Denominator != 0 || v.Rule == "compound-unit"
		if !v.Words && !added && !inside(digitsOf(printedOf(v)), in) {
			t.Errorf("%q is %q by %s, whose digits it does not have", in, text, v.Rule)
		}
	})
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
