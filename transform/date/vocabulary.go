package date

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A word is what a phrase of a language means to a date.
type word struct {
	role role
	n    int
	// foreign reports whether it is of a language that nothing says the text is in.
	foreign bool
}

type role uint8

const (
	month       role = iota + 1
	monthNumber      // before the number of a month
	weekday
	of // link of day, month and year
	to
	from
	since
	the
	aged
	bc
	ad
	century
	present
	quarter
	half
	season
	yearMark
	decadeLead
	portion
	approx
	ordinal
	cardinal
	and
	// units of duration
	year
	months
	week
	day
	hour
	minute
	second
)

var roles = map[string]role{
	"month": month, "month-number": monthNumber, "weekday": weekday, "of": of, "to": to, "from": from, "since": since, "the": the, "aged": aged, "bc": bc, "ad": ad,
	"century": century, "present": present, "quarter": quarter, "half-year": half,
	"season": season, "year-mark": yearMark, "decade-lead": decadeLead, "portion": portion, "approx": approx, "ordinal": ordinal, "number": cardinal, "and": and,
	"year": year, "month-unit": months, "week": week, "day": day, "hour": hour, "minute": minute,
	"second": second,
}

// A vocabulary is what one language reads: words for dates and, apart, the units
// of durations and numerals, which mean other things there.
type vocabulary struct {
	dates, durations language.Lexicon[word]
	// suffixes are behind the digits of a day: 5th. anySuffix are those of all
	// languages, and of other ordinals, for where a month or century follows that
	// leaves no doubt; decades are behind the digits of a decade: 1990s.
	suffixes, anySuffix, decades []string
	// hundreds are those of decades that mean a century behind 1800.
	hundreds []string
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
	english := language.Find("en")
	v := &vocabulary{
		suffixes:  affixes([]*language.Language{l, english}, "day-suffix"),
		anySuffix: affixes(language.All(), "day-suffix", "ordinal-suffix"),
		decades:   affixes(language.All(), "decade"),
		hundreds:  affixes([]*language.Language{l}, "hundreds"),
	}
	v.add(sharedWords(), true)
	v.add(english.Entries, false)
	v.add(l.Entries, false)
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

func (v *vocabulary) add(entries []language.Entry, foreign bool) {
	for _, e := range entries {
		r, ok := roles[e.Key]
		switch {
		case !ok:
		case r >= year || r == cardinal || r == and:
			v.durations.Add(e.Phrase, word{r, e.N, foreign})
		default:
			v.dates.Add(e.Phrase, word{r, e.N, foreign})
		}
	}
}

// affixes returns what the languages have under the keys, the longest first. The
// dot of German ordinals is not one of these, for a dot may be behind any
// number.
func affixes(languages []*language.Language, keys ...string) (all []string) {
	for _, l := range languages {
		for _, e := range l.Entries {
			if slices.Contains(keys, e.Key) && e.Phrase != "." && !slices.Contains(all, e.Phrase) {
				all = append(all, e.Phrase)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}

// sharedKeys are those whose words need no hint of their language, if all
// languages that have them agree: "14 März 2013" can mean nothing else.
var sharedKeys = []string{"month", "weekday", "of", "bc", "ad", "century", "season", "year-mark", "the"}

var sharedWords = sync.OnceValue(func() []language.Entry {
	meaning := map[string]language.Entry{}
	var shared []language.Entry
	for _, l := range language.All() {
		for _, e := range l.Entries {
			r, _ := utf8.DecodeRuneInString(e.Phrase)
			if e.Short || !language.IsIdeograph(r) && !slices.Contains(sharedKeys, e.Key) {
				continue
			}
			shared = append(shared, e)
			key := strings.ToLower(e.Phrase)
			if first, known := meaning[key]; known && (first.Key != e.Key || first.N != e.N) {
				e.N = -1
			}
			meaning[key] = e
		}
	}
	return slices.DeleteFunc(shared, func(e language.Entry) bool {
		m := meaning[strings.ToLower(e.Phrase)]
		return m.Key != e.Key || m.N != e.N
	})
})
