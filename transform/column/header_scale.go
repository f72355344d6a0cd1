package column

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/number"
)

// scaleWords are the words for a scale in headers, and its power of ten.
var scaleWords = sync.OnceValue(func() map[string]int32 {
	m := map[string]int32{}
	for word, power := range wordlist.Pairs(wordFile("scales")) {
		n, err := strconv.Atoi(power)
		if err != nil {
			panic("column: scales.txt: " + word + " has no power of ten")
		}
		m[word] = int32(n)
	}
	return m
})

// countedWords are what headers count: people, units.
var countedWords = sync.OnceValue(func() map[string]bool { return wordlist.Set(wordFile("counted")) })

// scaledUnit reads a unit that begins with a scale, behind which is what is counted, or
// a unit.
//
//	scaledUnit("тыс. чел.")   scale 1000
//	scaledUnit("千人")         scale 1000
//	scaledUnit("1000 t")      scale 1000, "t"
func scaledUnit(text string) (u unit, ok bool) {
	first, rest := firstWord(text)
	scale, ok := scaleOf(first, rest != "")
	if !ok {
		return unit{}, false
	}
	if small, behind := firstWord(rest); behind != "" && joinWords[small] {
		rest = behind
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "d'"), "d’")
	if rest == "" || countedWords()[strings.ToLower(strings.TrimSuffix(rest, "."))] {
		return unit{scale: scale}, true
	}
	if u, ok = wholeUnit(rest); !ok || u.scale != one {
		return unit{}, false
	}
	u.scale = scale
	return u, true
}

// joinWords may be between a scale and what is counted.
var joinWords = map[string]bool{"of": true, "de": true, "di": true, "do": true, "da": true, "von": true, "av": true}

// firstWord splits a text behind its first word. In a script without spaces that is the
// longest scale at its beginning.
func firstWord(text string) (word, rest string) {
	if r, _ := utf8.DecodeRuneInString(text); unicode.In(r, unicode.Han, unicode.Hangul) {
		for i := range text {
			if _, ok := scaleWords()[text[:i]]; ok {
				word = text[:i]
			}
		}
		if _, ok := scaleWords()[text]; ok || word == "" {
			word = text
		}
		return word, strings.TrimSpace(text[len(word):])
	}
	word, rest, _ = strings.Cut(text, " ")
	return strings.ToLower(strings.TrimSuffix(word, ".")), rest
}

// scaleOf is the scale that a word is. A thousand in digits is one only before something
// else: "1000 t".
func scaleOf(word string, more bool) (number.Decimal, bool) {
	if power, ok := scaleWords()[word]; ok {
		return number.NewDecimal(1, power), true
	}
	if more && isThousand(word) {
		return number.NewDecimal(1, 3), true
	}
	u, ok := wholeUnit(word)
	return u.scale, ok && more && u.name == "" && u.scale != one
}

// isThousand reports whether a word is a thousand in digits.
func isThousand(word string) bool { return word == "1000" || word == "1,000" || word == "1.000" }
