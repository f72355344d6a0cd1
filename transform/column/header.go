package column

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A header is what the header texts of a column say.
//
//	readHeader("Area (km²)")          Texts "Area", Unit "km2"
//	readHeader("2012", "Share %")     Texts "2012", "Share"; Unit "%"
//	readHeader("Sold (thousand)")     Texts "Sold", Scale 1000
//	readHeader("Name (in English)")   Texts "Name (in English)"
type header struct {
	// Texts are the texts from the top row down, without the unit.
	Texts []string
	// Unit is the unit of all numbers of the column, or empty.
	Unit string
	// Scale is what the printed numbers have to be multiplied by, 1 as a rule.
	Scale number.Decimal

	currency string
	// years, counts, months and durations are kinds of words that the texts have.
	years, counts, months, durations bool
}

// readHeader reads the header texts of a column from the top row down. A unit in
// a lower row overrides one above it.
func readHeader(path ...string) header {
	h := header{Texts: make([]string, 0, len(path)), Scale: one}
	for _, text := range path {
		rest, u, ok := cutUnit(strings.Join(strings.Fields(text), " "))
		if !ok {
			rest, u, ok = cutUnit(clean(text))
		}
		if ok {
			h.Unit, h.Scale, h.currency = u.name, u.scale, u.currency
		}
		h.Texts = append(h.Texts, rest)
		years, counts := yearsOrCounts(rest)
		h.years, h.counts = h.years || years, h.counts || counts
		h.durations = h.durations || lengthWords().in(rest)
		h.months = h.months || monthWords().in(rest)
	}
	h.years = h.years && !h.counts && h.Unit == ""
	return h
}

// yearsOrCounts reports which of the two a header speaks of. Where it has words for
// both, the last one is what it is about: "Population year".
func yearsOrCounts(text string) (years, counts bool) {
	years, counts = yearWords().in(text), countWords().in(text) || isYear(text)
	if years && counts {
		last := text[strings.LastIndexFunc(strings.TrimRightFunc(text, notWord), notWord)+1:]
		years = yearWords().in(last)
		counts = !years
	}
	return years, counts
}

// withoutUnit takes back what was read as a unit.
func (h header) withoutUnit(path []string) header {
	h.Texts, h.Unit, h.Scale = cleaned(path), "", one
	return h
}

// clean is a header text on one line and without footnote marks.
func clean(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if rest, _ := cutMarks(text); rest != "" {
		return rest
	}
	return text
}

func cleaned(path []string) []string {
	texts := make([]string, len(path))
	for i, text := range path {
		texts[i] = clean(text)
	}
	return texts
}

// measures reports whether the header gives its numbers a unit or a scale.
func (h *header) measures() bool { return h.Unit != "" || h.Scale != one }

var one = number.NewDecimal(1, 0)

// A unit is what a header says of the numbers below it.
type unit struct {
	name, currency string
	scale          number.Decimal
}

// cutUnit takes the unit off the end of a header text. If nothing else is left,
// the unit is the name too.
func cutUnit(text string) (rest string, u unit, ok bool) {
	for _, cut := range [...]func(string) (string, string){inParentheses, percentSign, behindWord, symbol} {
		name, inner := cut(text)
		if inner == "" {
			continue
		}
		if u, ok = parseUnit(inner); !ok {
			continue
		}
		if name == "" {
			name = text
		}
		return name, u, true
	}
	return text, unit{scale: one}, false
}

// inParentheses splits "Area (km²)" and "Area [km²]".
func inParentheses(text string) (name, inner string) {
	open := -1
	switch {
	case strings.HasSuffix(text, ")"):
		open = strings.LastIndexByte(text, '(')
	case strings.HasSuffix(text, "]"):
		open = strings.LastIndexByte(text, '[')
	}
	if open < 0 {
		return text, ""
	}
	return strings.TrimSpace(text[:open]), strings.TrimSpace(text[open+1 : len(text)-1])
}

// percentSign splits "Share %" and "Share, %"; "% of all" keeps its name.
func percentSign(text string) (name, inner string) {
	if name, ok := strings.CutSuffix(text, "%"); ok {
		return strings.TrimRight(name, " ,-–:"), "%"
	}
	if strings.HasPrefix(text, "%") {
		return text, "%"
	}
	return text, ""
}

// behindWord splits "Area, km²" and "Area in km²".
func behindWord(text string) (name, inner string) {
	for _, sep := range [...]string{", ", " in "} {
		if i := strings.LastIndex(text, sep); i > 0 {
			return text[:i], text[i+len(sep):]
		}
	}
	return text, ""
}

// symbol splits "Area km²" and "Speed km/h", where the last word cannot be one of
// the name because it is not made of letters.
func symbol(text string) (name, inner string) {
	i := strings.LastIndexByte(text, ' ') + 1
	last := text[i:]
	letters := strings.IndexFunc(last, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	digit := last != "" && last[0] >= '0' && last[0] <= '9'
	if letters || digit {
		return text, ""
	}
	return strings.TrimSpace(text[:i]), last
}

// parseUnit reads a unit, a scale, or both: "km²", "in km²", "per km²", "%",
// "thousand", "000s", "US$ million", "millions of US$".
func parseUnit(text string) (u unit, ok bool) {
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && unicode.IsLetter(r) && !strings.ContainsRune("mgshtl", r) {
		// A single letter is a symbol of a unit less often than something else.
		return u, false
	}
	text = strings.TrimPrefix(text, "in ")
	if n, ok := zeros(text); ok {
		return unit{scale: number.NewDecimal(1, n)}, true
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
	return unitWords(text)
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

// isYear reports whether a header is itself a year, so that the numbers below it
// were counted in that year.
func isYear(text string) bool {
	return len(text) == 4 && (text[0] == '1' || text[0] == '2') && strings.Trim(text, "0123456789") == ""
}
