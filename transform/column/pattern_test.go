package column

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/number"
)

// What the figures of one column are read as must be what the number parser says.
func TestFiguresAgreeWithTheParser(t *testing.T) {
	texts := []string{
		"5", "12", "2952", "2,952", "12,345", "1,234,567", "1.5", "0.5", "0", "0.25", "1,234.5", "1234.5", "123.456", "1.234", "00", "007", "05.5",
		"12,34", "1,2345", "1234,567", "1,234,56", "1.2.3", "1.234.567", "1,,2", "1.", "1,", ".5", ",5", "1,234.", "1:10.9", "3-2", "3–2", "5 6", "", " ",
		"12345678901234567", "123456789012345678901", "1 234", "1'234", "12,34,567", "0,123", "1/2", "1e5",
	}
	for _, around := range []string{"%s", "%s%", "$%s", "%s km", "−%s", "+%s", "-%s", "%s million", "US$%s"} {
		for _, text := range texts {
			text = strings.Replace(around, "%s", text, 1)
			var warm, cold reader
			var v, w Value
			warm.read(strings.Replace(around, "%s", "1.5", 1), "", &v)
			v = Value{}
			warm.read(text, "", &v)
			cold.read(text, "", &w)
			if v.fits != w.fits || v.hint != w.hint || v.Unit != w.Unit || v.fits.has(Number) && v.Number.Cmp(w.Number) != 0 {
				t.Errorf("%q is %s with fits %b, hint %b behind another, %s with fits %b, hint %b alone",
					text, v.Number, v.fits, v.hint, w.Number, w.fits, w.hint)
			}
		}
	}
}

// And so must the evidence about the decimal mark.
func TestFiguresWeigh(t *testing.T) {
	for _, text := range []string{"5", "2,952", "1,234,567", "1.5", "0.5", "0.125", "1.234", "123.456", "1234.567", "1,234.5", "2952"} {
		f, ok := readFigure(text)
		var got, want evidence
		f.weigh(&got)
		want.weigh(text, "")
		if !ok || got != want {
			t.Errorf("%q: %+v, the parser says %+v (%v)", text, got, want, number.DecimalMark(text))
		}
	}
}
