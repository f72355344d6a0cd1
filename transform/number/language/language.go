// Package language knows how languages write numbers and dates: one file a
// language, in the folder data, that anyone can add or extend without code.
//
// A file is named by its BCP 47 tag (de.txt) and holds lines of a key, an
// optional number, and the phrases that mean it:
//
//	# German
//	decimal: comma
//	scale 6: Million, Millionen; Mio
//	month 3: März; Mrz, Mär
//	bc: v. Chr., v. u. Z.
//
// Phrases are between commas; case and the dots of abbreviations do not matter.
// Behind a semicolon come short forms, which count only in a text that is known
// to be in the language, for "mar" and "set" mean too much elsewhere.
//
// The keys:
//
//	decimal        "point" or "comma", the decimal mark
//	group          "space" where a space groups digits in running text
//	also           further tags of the language: no for nb
//	order          how numeric dates run: dmy, mdy, ymd; absent if it varies
//	number N       words for N: one ... twelve ... ninety
//	scale N        words for the N-th power of ten: hundred, thousand, million
//	bare           scale words that are numbers without a one before them: mille
//	multiple N     words that multiply by another number: dozen
//	ordinal N      words for the N-th
//	ordinal-suffix what follows the digits of an ordinal: st, th, er, º
//	number-sign    what is before a numbered thing: No.
//	and            what joins parts of a numeral: one hundred and five
//	point          the spoken decimal mark: one point five
//	half           half, as in "half a million"
//	fraction N     one N-th: third; fractions N, several: thirds
//	from to since  what is before the ends of a range
//	the aged       the 5th of March; 1950 (aged 63)
//	minus approx at-least more-than at-most less-than or-more or-less
//	some-more or-so   the 多 of 四百多万, the 左右 of 5公里左右
//	some-more      what adds a little inside a number: the 多 of 四百多万
//	or-so          behind a number that is about right: 左右
//	per article    what a rate is over: per hour, a day
//	measured-in    before the unit in a header: Area in km²
//	link           between number and currency: millones de euros
//	percent permille points
//	month N weekday day-suffix of     5th of March; link of day, month and year
//	decade         what follows the digits of a decade: 1990s, 1990er Jahre
//	decade-lead    what is before the year of a decade: années 1990
//	hundreds       those of decade that mean a century behind 1800: 1800-talet
//	portion        what means a part of a date: early, mid, late
//	century bc ad present season N quarter N half-year N
//	month-number   the word before the number of a month: 5 tháng 3
//	year-mark      what some languages write behind a year: 2013 года
//	year month-unit week day hour minute second
package language

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// A Language is one file.
type Language struct {
	Tag string
	// Also are further tags that it goes by.
	Also []string
	// DecimalComma reports whether the language writes 1.234,5.
	DecimalComma bool
	// SpaceGroups reports whether it writes 1 234.
	SpaceGroups bool
	// Order is how its numeric dates run: "dmy", "mdy", "ymd", or "".
	Order string
	// Entries are the phrases in the order of the file.
	Entries []Entry
}

// An Entry is a phrase and what it means.
type Entry struct {
	Key string
	// N is the number behind the key, 0 without one.
	N int
	// Phrase is as written in the file.
	Phrase string
	// Short reports whether it counts only where the language is known.
	Short bool
}

// All returns the languages in the order of their tags. The caller must not
// change them.
var All = sync.OnceValue(func() []*Language {
	entries, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	var all []*Language
	for _, e := range entries {
		text, err := files.ReadFile("data/" + e.Name())
		if err != nil {
			panic(err)
		}
		l, err := parse(strings.TrimSuffix(e.Name(), ".txt"), string(text))
		if err != nil {
			panic(err)
		}
		all = append(all, l)
	}
	return all
})

// Find returns the language of a tag, or nil. "" is English; of a longer tag the
// first part counts: zh-Hans is zh.
func Find(tag string) *Language {
	if l := byTag()[tag]; l != nil {
		return l
	}
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	return byTag()[tag]
}

// byTag has the languages by all their tags, and English without one.
var byTag = sync.OnceValue(func() map[string]*Language {
	m := map[string]*Language{}
	for _, l := range All() {
		m[l.Tag] = l
		for _, tag := range l.Also {
			m[tag] = l
		}
	}
	m[""] = m["en"]
	return m
})

// keys are those that parse takes.
var keys = strings.Fields(`number scale bare multiple ordinal ordinal-suffix number-sign and point half fraction fractions
	minus approx at-least more-than at-most less-than or-more or-less some-more or-so to from per article link measured-in
	percent permille points month month-number weekday day-suffix of decade portion century bc ad present season year-mark decade-lead hundreds since the aged
	quarter half-year year month-unit week day hour minute second`)

// parse reads a file. An error is a mistake in it.
func parse(tag, text string) (*Language, error) {
	l := &Language{Tag: tag}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, values, ok := strings.Cut(line, ":")
		if !ok || !l.set(key, strings.TrimSpace(values)) {
			return nil, fmt.Errorf("%s.txt:%d: cannot read %q", tag, i+1, line)
		}
	}
	return l, nil
}

func (l *Language) set(key, values string) bool {
	switch key {
	case "decimal":
		l.DecimalComma = values == "comma"
		return values == "comma" || values == "point"
	case "group":
		l.SpaceGroups = values == "space"
		return l.SpaceGroups
	case "also":
		l.Also = strings.Split(values, ", ")
		return true
	case "order":
		l.Order = values
		return slices.Contains([]string{"dmy", "mdy", "ymd"}, values)
	}
	return l.phrases(key, values)
}

func (l *Language) phrases(key, values string) bool {
	n := 0
	if name, number, ok := strings.Cut(key, " "); ok {
		var err error
		if n, err = strconv.Atoi(number); err != nil {
			return false
		}
		key = name
	}
	long, short, _ := strings.Cut(values, ";")
	l.add(key, n, long, false)
	l.add(key, n, short, true)
	return slices.Contains(keys, key)
}

func (l *Language) add(key string, n int, phrases string, short bool) {
	for phrase := range strings.SplitSeq(phrases, ",") {
		if phrase = strings.TrimSpace(phrase); phrase != "" {
			l.Entries = append(l.Entries, Entry{key, n, phrase, short})
		}
	}
}
