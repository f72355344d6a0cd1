package column

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A unit is what a header says of the numbers below it.
type unit struct {
	name, second, currency string
	scale                  number.Decimal
}

// isArea reports whether a unit is one of area or volume.
func isArea(code string) bool {
	return strings.HasSuffix(code, "2") || strings.HasSuffix(code, "3") || code == "har" || code == "[acr_us]"
}

// parseUnit reads a unit, a scale, or both: "km²", "in km²", "per km²", "%",
// "thousand", "000s", "US$ million", "millions of US$", "тыс. чел.".
func parseUnit(text string) (u unit, ok bool) {
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && unicode.IsLetter(r) && !strings.ContainsRune("mgshtlмгтлсч", r) {
		// A single letter is a symbol of a unit less often than something else.
		return u, false
	}
	in := false
	for _, sep := range separators() {
		if rest, found := strings.CutPrefix(text, sep[1:]); found && sep[0] == ' ' && sep != " / " {
			text, in = rest, true
			break
		}
	}
	if n, ok := zeros(text); ok {
		return unit{scale: number.NewDecimal(1, n)}, true
	} else if in && isThousand(text) {
		return unit{scale: number.NewDecimal(1, 3)}, true
	}
	if per, found := strings.CutPrefix(strings.Replace(text, "/", "per ", 1), "per "); found {
		if u, ok = wholeUnit(strings.TrimSpace(per)); ok && u.scale == one {
			u.name = "/" + u.name
			return u, true
		}
		return unit{}, false
	}
	if u, ok = wholeUnit(text); ok {
		return u, true
	}
	if u, ok = unitWords(text); ok {
		return u, true
	}
	return scaledUnit(text)
}

// zeros counts those of 000s, '000 and ×1000.
func zeros(text string) (n int32, ok bool) {
	digits, times := strings.CutPrefix(strings.Replace(text, "×", "x", 1), "x")
	digits = strings.ReplaceAll(strings.TrimSpace(digits), ",", "")
	if times {
		digits, times = strings.CutPrefix(digits, "1")
		ok = times
	} else {
		digits = strings.TrimSuffix(strings.TrimLeft(digits, "'’"), "s")
		ok = true
	}
	return int32(len(digits)), ok && len(digits) > 0 && len(digits)%3 == 0 && strings.Trim(digits, "0") == ""
}

// wholeUnit reads a unit as the number parser knows it.
func wholeUnit(text string) (u unit, ok bool) {
	if code, end := number.UnitAt(text, 0); code != "" && end == len(text) && text == "pm" {
		return unit{name: code, scale: one}, true
	}
	if i := strings.LastIndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Sc, r) }); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		text = text[:i+size] + "1" + text[i+size:]
	} else {
		text = "1 " + text
	}
	n, ok := number.Parse(text, nil)
	if !ok || n.Kind == number.Ordinal || n.Printed.Cmp(one) != 0 {
		return u, false
	}
	if n.Unit == "" && n.Scale.Cmp(one) == 0 || n.Unit != "" && n.System == "" && n.Kind == number.Plain {
		return u, false
	}
	u = unit{name: unitName(&n), scale: n.Value}
	if n.System == "ISO 4217" {
		u.currency = n.Unit
	}
	return u, true
}

// unitWords reads a currency and a scale word in any order, with small words
// between them.
func unitWords(text string) (u unit, ok bool) {
	u.scale = one
	for word := range strings.FieldsSeq(text) {
		if word == "of" || word == "in" {
			continue
		}
		w, known := wholeUnit(word)
		if !known {
			w, known = wholeUnit(strings.TrimSuffix(word, "s"))
		}
		if !known || w.name != "" && u.name != "" || w.scale != one && u.scale != one {
			return unit{}, false
		}
		if w.name != "" {
			u.name, u.currency = w.name, w.currency
		}
		u.scale = u.scale.Mul(w.scale)
		ok = true
	}
	return u, ok
}

// unitName is the unit of a number with the one it is over.
func unitName(n *number.Value) string {
	if n.Per == "" {
		return n.Unit
	}
	return n.Unit + "/" + n.Per
}
