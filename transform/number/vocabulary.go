package number

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A word is what a phrase of a language means to a number.
type word struct {
	role role
	n    int
}

type role uint8

const (
	cardinal role = iota + 1 // n itself
	scale                    // times 10^n
	multiple                 // times n
	ordinal                  // the n-th
	half
	and
	point
	minus
	approx
	atLeast
	moreThan
	atMost
	lessThan
	orMore
	orLess
	someMore
	orSo
	to
	from
	per
	article
	link
	percent
	permille
	points
)

var roles = map[string]role{
	"number": cardinal, "scale": scale, "multiple": multiple, "ordinal": ordinal, "half": half, "and": and, "point": point,
	"minus": minus, "approx": approx, "at-least": atLeast, "more-than": moreThan, "at-most": atMost,
	"less-than": lessThan, "or-more": orMore, "or-less": orLess, "some-more": someMore, "or-so": orSo, "to": to, "from": from, "per": per, "article": article, "link": link,
	"percent": percent, "permille": permille, "points": points,
}

// A vocabulary is what one language reads.
type vocabulary struct {
	words language.Lexicon[word]
	// fraction and fractions are the denominators of one part and of several.
	fraction, fractions language.Lexicon[int]
	// bare are the scale words that need no number before them.
	bare language.Lexicon[int]
	// suffixes are behind the digits of an ordinal, signs before a numbered
	// thing; the longest first.
	suffixes, signs []string
	// comma is the decimal mark of the language; spaces reports whether it groups
	// digits by a space in running text.
	comma, spaces bool
}

// hundredth reports whether "per" in front of the unit makes a word for a percentage
// rather than a rate, as in per cent.
func (v *vocabulary) hundredth(unit string) bool {
	begin := "per "
	_, end, ok := v.words.Find(begin+unit, 0)
	return ok && end == len(begin)+len(unit)
}

// vocabularies has one for each language, made when it is first asked for.
var vocabularies = sync.OnceValue(func() map[*language.Language]func() *vocabulary {
	all := map[*language.Language]func() *vocabulary{}
	for _, l := range language.All() {
		all[l] = sync.OnceValue(func() *vocabulary { return newVocabulary(l) })
	}
	return all
})

func newVocabulary(l *language.Language) *vocabulary {
	v := &vocabulary{comma: l.DecimalComma, spaces: l.SpaceGroups}
	v.add(sharedWords())
	v.add(language.Find("en").Entries)
	v.add(l.Entries)
	v.suffixes = affixes(l, "ordinal-suffix")
	v.signs = affixes(l, "number-sign")
	return v
}

func vocabularyOf(hint *Hint) *vocabulary {
	if hint != nil && hint.Language != "" {
		if l := language.Find(hint.Language); l != nil {
			return vocabularies()[l]()
		}
	}
	return english()
}

var english = sync.OnceValue(func() *vocabulary { return newVocabulary(language.Find("en")) })

func (v *vocabulary) add(entries []language.Entry) {
	for _, e := range entries {
		switch r, ok := roles[e.Key]; {
		case ok:
			v.words.Add(e.Phrase, word{r, e.N})
		case e.Key == "bare":
			v.bare.Add(e.Phrase, 1)
		case e.Key == "fraction":
			v.fraction.Add(e.Phrase, e.N)
		case e.Key == "fractions":
			v.fractions.Add(e.Phrase, e.N)
		}
	}
}

// sharedWords are the words that need no hint of their language, so that "5
// Millionen" and "约3.5万" can be read in any page: all in Chinese characters, and
// the scale words that mean the same in every language that has them. Billion is
// none of these, nor are words so short that they mean much else.
var sharedWords = sync.OnceValue(func() []language.Entry {
	meaning := map[string]int{}
	var shared []language.Entry
	for _, l := range language.All() {
		for _, e := range l.Entries {
			r, _ := utf8.DecodeRuneInString(e.Phrase)
			ideograph := language.IsIdeograph(r)
			if !ideograph && (e.Key != "scale" || e.N < 3 || e.Short || len(e.Phrase) < 4) {
				continue
			}
			shared = append(shared, e)
			key := strings.ToLower(e.Phrase)
			if n, known := meaning[key]; known && n != e.N {
				meaning[key] = -1
			} else {
				meaning[key] = e.N
			}
		}
	}
	return slices.DeleteFunc(shared, func(e language.Entry) bool {
		return meaning[strings.ToLower(e.Phrase)] != e.N
	})
})

// affixes returns the phrases of a key in the language and in English.
func affixes(l *language.Language, key string) []string {
	var all []string
	for _, from := range []*language.Language{l, language.Find("en")} {
		for _, e := range from.Entries {
			if e.Key == key {
				all = append(all, e.Phrase)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}
