package validate

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// numberReading takes numbers, with the decimal and group characters of the
// field.
func numberReading(f *datapackage.Field) reading {
	point := cmp.Or(f.DecimalChar, ".")
	return func(c read.Cell) (string, bool) {
		if c.Kind == read.Number {
			return plainNumber(c.Text)
		}
		if c.Kind != read.Bare && c.Kind != read.Text {
			return c.Text, false
		}
		text := bareNumber(f, c.Text)
		if point != "." {
			if strings.Contains(text, ".") {
				return c.Text, false
			}
			text = strings.Replace(text, point, ".", 1)
		}
		return plainNumber(text)
	}
}

// bareNumber takes off what the field allows around a number and in it.
func bareNumber(f *datapackage.Field, text string) string {
	if f.WithWords {
		text = trimWords(text)
	}
	if f.GroupChar != "" {
		text = strings.ReplaceAll(text, f.GroupChar, "")
	}
	return text
}

// integerReading takes whole numbers.
func integerReading(f *datapackage.Field) reading {
	return func(c read.Cell) (string, bool) {
		switch c.Kind {
		case read.Number:
			// JSON knows no integers: 12.0 is one.
			value, ok := plainNumber(c.Text)
			return value, ok && !strings.ContainsAny(value, ".NI")
		case read.Bare, read.Text:
			text := bareNumber(f, c.Text)
			if value, ok := plainNumber(text); ok && isInteger(text) {
				return value, true
			}
		}
		return c.Text, false
	}
}

func isInteger(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// trimWords takes off what is around a number: currencies, units, percent.
func trimWords(s string) string {
	return strings.Trim(strings.TrimFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789+-.", r) }), " ")
}

// maxExponent is how far the digits of a number may be from its point to be
// written out.
const maxExponent = 400

// plainNumber returns a number in the form that equal numbers have: no plus, no
// needless zeros, no exponent. NaN and INF are numbers, too.
func plainNumber(s string) (string, bool) {
	if isPlain(s) {
		return s, true
	}
	sign := ""
	rest := s
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		sign, rest = strings.TrimPrefix(rest[:1], "+"), rest[1:]
	}
	switch rest {
	case "NaN":
		return rest, rest == s
	case "INF", "Infinity", "inf":
		return sign + "INF", true
	}
	exponent := 0
	if i := strings.IndexAny(rest, "eE"); i >= 0 {
		var err error
		if exponent, err = strconv.Atoi(rest[i+1:]); err != nil || exponent > maxExponent || exponent < -maxExponent {
			return s, err == nil
		}
		rest = rest[:i]
	}
	whole, fraction, _ := strings.Cut(rest, ".")
	if whole+fraction == "" || strings.Trim(whole+fraction, "0123456789") != "" {
		return s, false
	}
	if rest = shifted(whole, fraction, exponent); rest == "0" {
		sign = ""
	}
	return sign + rest, true
}

// isPlain is a quick test for the form that most numbers have anyway.
func isPlain(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || digits[0] == '0' || len(digits) > 18 {
		return false
	}
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return false
		}
	}
	return true
}

// shifted writes digits with their point moved to the right.
func shifted(whole, fraction string, by int) string {
	digits := whole + fraction
	at := len(whole) + by
	if at < 0 {
		digits, at = strings.Repeat("0", -at)+digits, 0
	}
	if at > len(digits) {
		digits += strings.Repeat("0", at-len(digits))
	}
	whole = strings.TrimLeft(digits[:at], "0")
	whole = cmp.Or(whole, "0")
	if fraction = strings.TrimRight(digits[at:], "0"); fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

// compareNumbers compares two that plainNumber returned.
func compareNumbers(a, b string) int {
	negA, negB := strings.HasPrefix(a, "-"), strings.HasPrefix(b, "-")
	switch {
	case isZero(a) && isZero(b):
		return 0
	case negA != negB:
		if negA {
			return -1
		}
		return 1
	case negA:
		return comparePositive(b[1:], a[1:])
	}
	return comparePositive(a, b)
}

func isZero(s string) bool { return strings.Trim(s, "-0.") == "" }

func comparePositive(a, b string) int {
	if infA, infB := a == "INF", b == "INF"; infA || infB {
		return boolean(infA) - boolean(infB)
	}
	wholeA, fractionA, _ := strings.Cut(a, ".")
	wholeB, fractionB, _ := strings.Cut(b, ".")
	return cmp.Or(len(wholeA)-len(wholeB), strings.Compare(wholeA, wholeB), strings.Compare(fractionA, fractionB))
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// comparisonOf returns how values of a type are compared, nil if they are not.
func comparisonOf(kind string) func(a, b string) int {
	switch kind {
	case "integer", "number":
		return compareNumbers
	case "date", "time", "datetime", "string":
		return strings.Compare
	case "year", "yearmonth":
		return compareYears
	}
	return nil
}

// compareYears compares years, or years and months, of which some may be negative.
func compareYears(a, b string) int {
	year := func(s string) (int, string) {
		i := strings.LastIndexByte(s, '-')
		if i <= 0 {
			i = len(s)
		}
		n, _ := strconv.Atoi(s[:i]) // the form was checked
		return n, s[i:]
	}
	yearA, monthA := year(a)
	yearB, monthB := year(b)
	return cmp.Or(yearA-yearB, strings.Compare(monthA, monthB))
}
