// Package browser has what browsers make of the values and texts of HTML, which
// pages in MediaWiki markup share.
//
//	Span("2;")                       2          a number, whatever follows it
//	Hides("color:red; display:none") true
//	Raise("6")                       "⁶"        of 10<sup>6</sup>
package browser

import "strings"

// maxSpan is how many rows a cell may cover; HTML has the same limit.
const maxSpan = 65534

// Span reads the value of colspan or rowspan: digits after optional white space,
// whatever follows them. False means that it is not a number.
// (https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#rules-for-parsing-integers)
func Span(s string) (int, bool) {
	s = strings.TrimLeft(s, " \t\n\f\r")
	s = strings.TrimPrefix(s, "+")
	n, digits := 0, 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		if n < 100_000 {
			n = n*10 + int(s[digits]-'0')
		}
		digits++
	}
	return min(n, maxSpan), digits > 0
}

// Hides reports whether a style takes its element out of the page.
func Hides(style string) bool { return is(style, "display", "none") }

// Pads reports whether a style leaves the space of its element, but shows nothing of
// it: wikis do so to align numbers.
func Pads(style string) bool { return is(style, "visibility", "hidden") }

// is reports whether the style has a value for a property.
func is(style, property, want string) bool {
	for len(style) > 0 {
		var decl string
		decl, style, _ = strings.Cut(style, ";")
		name, value, _ := strings.Cut(decl, ":")
		if strings.EqualFold(strings.TrimSpace(name), property) {
			value, _, _ = strings.Cut(value, "!")
			return strings.EqualFold(strings.TrimSpace(value), want)
		}
	}
	return false
}

// The digits and signs that Unicode has raised and lowered.
var (
	superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷",
		"8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻", "–", "⁻", "=", "⁼")
	subscripts = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇",
		"8", "₈", "9", "₉", "+", "₊", "-", "₋", "−", "₋", "–", "₋", "=", "₌")
)

// Raise writes a number as Unicode has it raised.
func Raise(s string) string { return superscripts.Replace(s) }

// Lower writes a number as Unicode has it lowered.
func Lower(s string) string { return subscripts.Replace(s) }

// Shiftable reports whether s is a number that Unicode has raised and lowered. One in
// parentheses stays as it is: it is parted from what is before it anyway.
func Shiftable(s string) bool {
	digits := false
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits = true
		case !strings.ContainsRune("+-−–=", c):
			return false
		}
	}
	return digits
}

// WideSpace is the length of the white space beyond ASCII that s begins with, 0 if
// none does. s must not be empty.
func WideSpace(s string) int {
	switch {
	case s[0] == 0xC2:
		if len(s) > 1 && (s[1] == 0xA0 || s[1] == 0x85) { // U+00A0, U+0085
			return 2
		}
	case len(s) < 3:
	case s[0] == 0xE2 && s[1] == 0x80 && (s[2] >= 0x80 && s[2] <= 0x8A || s[2] == 0xA8 || s[2] == 0xA9 || s[2] == 0xAF):
		return 3 // U+2000 to U+200A, U+2028, U+2029, U+202F
	case s[0] == 0xE1 && s[1] == 0x9A && s[2] == 0x80, s[0] == 0xE2 && s[1] == 0x81 && s[2] == 0x9F,
		s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80:
		return 3 // U+1680, U+205F, U+3000
	}
	return 0
}
