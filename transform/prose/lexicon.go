package prose

import (
	"embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A class is a set of sections of the lexicon that hold a word.
type class uint32

const (
	numberWord class = 1 << iota
	ordinalWord
	weakWord
	scaleWord
	dateWord
	partialDate // with what follows: summer of 1969, AD 79
	monthLead
	prefixWord
	yearLead
	labelWord
	scoreWord
	functionWord
	auxiliaryWord
	changeWord
	changeNoun
	rateWord
	article
	conjunction
	noPlural
	romanWord
	regnalWord
	abbreviation
	extension
	personWord
	portionWord
	multitude
	dimension
	amountWord
	timeChange

	// triggers may begin a quantity.
	triggers = numberWord | weakWord | dateWord | ordinalWord | scaleWord
)

// wordSections are the sections of single words. The others hold phrases, or words
// with a value; a section may be several of these.
var wordSections = map[string]class{"weak": weakWord, "scale": scaleWord,
	"date": dateWord, "months": monthLead, "prefix": prefixWord, "year": yearLead, "label": labelWord,
	"score": scoreWord, "function": functionWord, "auxiliary": auxiliaryWord, "change": changeWord,
	"noun of change": changeNoun, "rate word": rateWord, "article": article, "conjunction": conjunction, "no plural": noPlural,
	"roman": romanWord, "regnal": regnalWord, "abbreviation": abbreviation, "extension": extension, "person": personWord,
	"portion": portionWord, "multitude": multitude, "dimension": dimension, "amount": amountWord,
	"change of time": timeChange}

// A lexicon holds the words of the files in the folder lexicon.
type lexicon struct {
	// language is that of the file being read.
	language string
	words    map[string]class
	// plurals has the singular of plurals, changes the direction of verbs of change.
	plurals, changes map[string]string
	// counted has the singular of what is counted in languages whose plurals follow no
	// rule that is worth its exceptions.
	// Each language has its own.
	counted map[string]map[string]string
	// parts has for a unit of time how many of the next smaller unit make one, and
	// the names of that unit.
	parts map[string]string

	before, after, approx, exact, between, join, both, ratio, age, idiom                                                 *phrases
	counter, copula, from, to, than, compared, around                                                                    *phrases
	durations, rates, rateLink, era, lasting, and, amid, of, particle, periods, perMany, degree, speed, joinDates, tenth *phrases
}

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// words is the lexicon of all languages: their words do not get in each other's way.
// English is first, for the first meaning of a phrase counts.
var words = loadLexicon("en", "zh", "ja", "de", "fr", "es", "it", "pt", "ru", "uk", "pl", "cs", "sv", "nl", "hu")

func loadLexicon(names ...string) *lexicon {
	l := &lexicon{words: map[string]class{}, plurals: map[string]string{}, changes: map[string]string{}, counted: map[string]map[string]string{},
		parts: map[string]string{}}
	sections := l.phraseSections()
	for _, name := range names {
		data, err := lexiconFiles.ReadFile("lexicon/" + name + ".txt")
		if err != nil {
			panic(err)
		}
		l.counted[name] = map[string]string{}
		l.language = name
		l.read(string(data), sections)
	}
	for _, e := range language.Find("en").Entries {
		if e.Key == "scale" {
			l.words[strings.ToLower(e.Phrase)] |= scaleWord
		}
	}
	for _, p := range sections {
		(*p).sort()
	}
	return l
}

// phraseSections makes the empty sections that hold phrases.
func (l *lexicon) phraseSections() map[string]**phrases {
	m := map[string]**phrases{"before": &l.before, "after": &l.after, "approx": &l.approx, "exact": &l.exact,
		"between": &l.between, "join": &l.join, "both": &l.both, "ratio": &l.ratio, "age": &l.age,
		"idiom": &l.idiom, "counter": &l.counter, "copula": &l.copula, "from": &l.from, "to": &l.to,
		"duration": &l.durations, "than": &l.than, "compared": &l.compared, "approx after": &l.around,
		"rate": &l.rates, "rate word": &l.rateLink, "era": &l.era, "lasting": &l.lasting, "and": &l.and, "amid": &l.amid,
		"of": &l.of, "per many": &l.perMany, "degree": &l.degree, "join dates": &l.joinDates, "tenth": &l.tenth, "speed": &l.speed, "particle": &l.particle, "period": &l.periods}
	for _, p := range m {
		*p = new(phrases)
	}
	return m
}

// read adds the entries of a file. It panics on a section it does not know: the
// files are part of the program.
func (l *lexicon) read(text string, sections map[string]**phrases) {
	var section string
	for line := range wordlist.Lines(text) {
		if line[0] == '[' {
			section = strings.Trim(line, "[]")
			continue
		}
		keys, value, _ := strings.Cut(line, "=")
		if strings.HasSuffix(line, ">=") || strings.HasSuffix(line, "<=") {
			keys, value = line[:len(line)-2], line[len(line)-2:]
			keys = strings.TrimSuffix(strings.TrimSpace(keys), "=")
		}
		for key := range strings.SplitSeq(keys, ",") {
			l.add(section, strings.TrimSpace(key), strings.TrimSpace(value), sections)
		}
	}
}

func (l *lexicon) add(section, key, value string, sections map[string]**phrases) {
	known := false
	if p := sections[section]; p != nil {
		(*p).add(key, value)
		known = true
	}
	if m := l.values(section); m != nil {
		m[strings.ToLower(key)] = value
		known = true
	}
	if c := wordSections[section]; c != 0 {
		l.words[key] |= c
		known = true
	}
	if !known {
		panic(fmt.Sprintf("prose: the lexicon has no section %q", section))
	}
}

// values returns the map of a section whose words have values, or nil.
func (l *lexicon) values(section string) map[string]string {
	switch section {
	case "plural":
		return l.plurals
	case "change":
		return l.changes
	case "counted":
		return l.counted[l.language]
	case "parts":
		return l.parts
	}
	return nil
}

// longest bounds the words of the lexicon, so that they can be folded on the stack.
const longest = 32

// fold writes word in lower case to buf. ok is false if it is too long.
func fold(word string, buf *[longest]byte) (folded []byte, ok bool) {
	if len(word) > longest {
		return nil, false
	}
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return foldWide(word, buf)
		}
		buf[i] = lower(word[i])
	}
	return buf[:len(word)], true
}

// foldWide folds a word that is not all ASCII.
func foldWide(word string, buf *[longest]byte) (folded []byte, ok bool) {
	n := 0
	for _, r := range word {
		r = unicode.ToLower(r)
		if n+utf8.RuneLen(r) > longest {
			return nil, false
		}
		n += utf8.EncodeRune(buf[n:], r)
	}
	return buf[:n], true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// class returns the sections that hold a word, in whatever case it is written.
func (l *lexicon) class(word string) class {
	var buf [longest]byte
	b, ok := fold(word, &buf)
	if !ok {
		return 0
	}
	return l.words[string(b)]
}

// is reports whether one of the sections holds the word.
func (l *lexicon) is(word string, c class) bool { return word != "" && l.class(word)&c != 0 }

// value looks a word up in one of the maps, in whatever case it is written.
func value(m map[string]string, word string) string {
	var buf [longest]byte
	b, ok := fold(word, &buf)
	if !ok {
		return ""
	}
	return m[string(b)]
}
