package column

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/number/language"
)

var one = number.NewDecimal(1, 0)

// cutUnit takes the unit off the end of a header text, and a second one before it.
// If nothing else is left, the unit is the name too.
func cutUnit(text string) (rest string, u unit, ok bool) {
	if _, _, per := cutRate(text); per {
		if u, ok = rateUnit(text); ok {
			return text, u, true
		}
	}
	if rest, u, ok = cutOne(text, false); ok {
		name, first, two := cutOne(rest, true)
		if two && u.name != "" && first.name != "" && first.name != u.name && u.scale == first.scale {
			first.second = u.name
			return name, first, true
		}
		return rest, u, true
	}
	if u, ok = rateUnit(text); ok {
		return text, u, true
	}
	return text, unit{scale: one}, false
}

// cutOne takes one unit off. before reports whether another one was behind it, so that
// the last word may be a unit of letters: "Height m (ft)".
func cutOne(text string, before bool) (rest string, u unit, ok bool) {
	cuts := [...]func(string) (string, string){inParentheses, behindWord, percentSign, symbol}
	if before {
		cuts[3] = lastWord
	}
	for _, cut := range cuts {
		name, inner := cut(text)
		if inner == "" || isPlural(text, name, inner) {
			continue
		}
		if u, ok = unitUnder(name, inner); !ok || isClock(name, u.name) {
			ok = false
			continue
		}
		if name == "" {
			name = text
		}
		return name, u, true
	}
	return text, u, false
}

// lowerUnit reads a lower row of a header that is nothing but a unit of two letters or
// more, or the code of a currency: Diameter > km.
func lowerUnit(text string) (u unit, ok bool) {
	if len(text) < 2 || notUnits()[text] {
		return u, false
	}
	first, _ := utf8.DecodeRuneInString(text)
	if u, ok = wholeUnit(text); !ok || u.name == "" || !unicode.IsLower(first) && u.currency == "" {
		return u, false
	}
	return u, true
}

// notUnits are codes of currencies that are rather words where they are a header.
var notUnits = sync.OnceValue(func() map[string]bool { return wordlist.Set(wordFile("notunits")) })

// isPlural reports whether the parentheses hold the ending of a plural: "Goal(s)".
// Only a word for time has seconds in them: "Time(s)".
func isPlural(text, name, inner string) bool {
	if inner != "s" && inner != "es" && inner != "n" && inner != "en" && inner != "e" || name == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	if !unicode.IsLetter(last) || strings.HasSuffix(text[:len(text)-len(inner)-2], " ") {
		return false
	}
	f := findKinds(name)
	return !f.has(timeKind) && !f.has(durationKind)
}

// isClock reports whether pm is a time of day rather than picometres.
func isClock(name, unit string) bool {
	if unit != "pm" {
		return false
	}
	f := findKinds(name)
	return f.has(timeKind)
}

// inParentheses splits "Area (km²)", "Area [km²]" and "面積（km²）".
func inParentheses(text string) (name, inner string) {
	open := -1
	switch {
	case strings.HasSuffix(text, ")"):
		open = strings.LastIndexByte(text, '(')
	case strings.HasSuffix(text, "]"):
		open = strings.LastIndexByte(text, '[')
	case strings.HasSuffix(text, "）"):
		if open = strings.LastIndex(text, "（"); open >= 0 {
			return strings.TrimSpace(text[:open]), strings.TrimSpace(text[open+len("（") : len(text)-len("）")])
		}
	}
	if open < 0 {
		return text, ""
	}
	return strings.TrimSpace(text[:open]), strings.TrimSpace(text[open+1 : len(text)-1])
}

// percentSign splits "Share %" and "Share, %"; "% of all" and "Income (as % of GDP)"
// keep their names.
func percentSign(text string) (name, inner string) {
	if name, ok := strings.CutSuffix(text, "%"); ok {
		return strings.TrimRight(name, " ,-–:"), "%"
	}
	if strings.HasPrefix(text, "%") {
		return text, "%"
	}
	if _, inner := inParentheses(text); inner != "" {
		for _, begin := range [...]string{"% ", "as % ", "in % ", "as a % "} {
			if strings.HasPrefix(inner, begin) {
				return text, "%"
			}
		}
	}
	return text, ""
}

// behindWord splits "Area, km²", "Area in km²" and "Area / km²".
func behindWord(text string) (name, inner string) {
	for _, sep := range separators() {
		if i := strings.LastIndex(text, sep); i > 0 {
			return text[:i], text[i+len(sep):]
		}
	}
	return text, ""
}

// separators are what sets a unit off: a comma, a slash between spaces, and the words
// of all languages for "in".
var separators = sync.OnceValue(func() []string {
	list := []string{", ", " / "}
	for word := range wordsOf("measured-in") {
		list = append(list, " "+word+" ")
	}
	slices.Sort(list)
	return list
})

// perWords are the words of all languages for what a rate is over: per, pro, por.
var perWords = sync.OnceValue(func() map[string]bool { return wordsOf("per") })

// wordsOf are the phrases that the languages have for a key, in lower case. A single
// letter counts only if it is not Latin.
func wordsOf(key string) map[string]bool {
	words := map[string]bool{}
	for _, l := range language.All() {
		for _, e := range l.Entries {
			if e.Key == key && !e.Short && e.Phrase != "a" {
				words[strings.ToLower(e.Phrase)] = true
			}
		}
	}
	return words
}

// symbol splits "Area km²" and "Speed km/h", where the last word cannot be one of
// the name because it is not made of letters.
func symbol(text string) (name, inner string) {
	name, last := lastWord(text)
	letters := strings.IndexFunc(last, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	digit := last != "" && last[0] >= '0' && last[0] <= '9'
	if letters || digit {
		return text, ""
	}
	return name, last
}

func lastWord(text string) (name, last string) {
	i := strings.LastIndexByte(text, ' ') + 1
	return strings.TrimSpace(text[:i]), text[i:]
}

// rateUnit reads the unit that a header counts over: the /km2 of "Einwohner pro km²",
// "Habitantes/km²" and "Density (people per sq mi)". Such a header keeps its name, for
// it says what was counted. But "Mass/kg" and "Area/km²" have the unit itself.
func rateUnit(text string) (u unit, ok bool) {
	if name, inner := inParentheses(text); inner != "" {
		if u, ok := rateUnit(inner); ok || name == "" {
			return u, ok
		}
		text = name
	}
	counted, over, per := cutRate(text)
	if u, ok = wholeUnit(over); !ok || u.scale != one || u.name == "" || u.currency != "" || len(over) < 2 {
		return unit{}, false
	}
	if per || isArea(u.name) && !areaWords().in(counted) {
		u.name = "/" + u.name
	}
	return u, true
}

// cutRate splits "Habitantes/km²" and "People per km²".
func cutRate(text string) (counted, over string, per bool) {
	if i := strings.LastIndexByte(text, '/'); i > 0 {
		return text[:i], strings.TrimSpace(text[i+1:]), false
	}
	for end := strings.LastIndexByte(text, ' '); end > 0; {
		i := strings.LastIndexByte(text[:end], ' ')
		if i > 0 && perWords()[text[i+1:end]] {
			return text[:i], text[end+1:], true
		}
		end = i
	}
	return text, "", false
}

// unitUnder is parseUnit for the unit of a header. Where people are counted, a word that
// may be a scale is no length: Población (miles).
func unitUnder(name, inner string) (u unit, ok bool) {
	if power, ok := scaleWords()[strings.ToLower(inner)]; ok {
		if k := findKinds(name); k.has(peopleKind) {
			return unit{scale: number.NewDecimal(1, power)}, true
		}
	}
	return parseUnit(inner)
}
