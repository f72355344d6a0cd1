package prose

import (
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A vocabulary is the words of one language around numbers, by the files of the package
// language and, for English and Chinese, by the lexicon.
type vocabulary struct {
	tag string
	// triggers are the words that may begin a quantity. heads and tails have a bit
	// for every length of those that begin or end with the same two letters: they
	// dismiss most words of a text.
	triggers     map[string]class
	heads, tails [1 << 10]uint32
	// dateParts are the words that go on with a date behind digits or an ordinal:
	// months, "of", "century", "BC".
	dateParts map[string]bool
	// before, after and approx bound and round a number.
	before, after, approx phrases
	// links are the words between a number and what it counts: millions de.
	links map[string]bool
	// centuries are the words for a century.
	centuries map[string]bool
	// between is before the ends of a range, joints are the words that join numbers.
	between phrases
	joints  map[string]jointKind
	// durations are the units of time, with the name that quantities give them.
	durations phrases
}

// vocabularies makes those of all languages that are known when they are asked for.
var vocabularies = func() map[string]func() *vocabulary {
	m := map[string]func() *vocabulary{}
	for _, l := range language.All() {
		m[l.Tag] = sync.OnceValue(func() *vocabulary { return newVocabulary(l) })
	}
	return m
}()

// vocabularyOf returns the vocabulary of a primary language tag. A page in a language that
// is not known is read as English.
func vocabularyOf(tag string) *vocabulary {
	if v := vocabularies[tag]; v != nil {
		return v()
	}
	return vocabularies["en"]()
}

func newVocabulary(l *language.Language) *vocabulary {
	v := &vocabulary{tag: l.Tag, triggers: map[string]class{}, dateParts: map[string]bool{}, links: map[string]bool{}, centuries: map[string]bool{}, joints: map[string]jointKind{}}
	if l.Tag == "en" || l.Tag == "zh" || l.Tag == "ja" {
		v.before.merge(words.before)
		v.after.merge(words.after)
		v.approx.merge(words.approx)
		for w, c := range words.words {
			if c&triggers != 0 {
				v.trigger(w, c&triggers)
			}
		}
	}
	for p, kind := range map[*phrases]jointKind{words.join: toJoint, words.joinDates: datesJoint, words.and: andJoint} {
		for text := range p.exact {
			v.joints[text] |= kind
		}
	}
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Key == "scale" {
			v.trigger(strings.ToLower(e.Phrase), scaleWord)
		}
	}
	for i := range l.Entries {
		v.entry(&l.Entries[i])
	}
	for _, sign := range [...]string{"<", ">", "≤", "≥", "<=", ">=", "< =", "> ="} {
		v.before.add(sign, strings.ReplaceAll(asciiSign.Replace(sign), " ", ""))
	}
	v.before.sort()
	v.after.sort()
	v.approx.sort()
	v.durations.sort()
	v.between.sort()
	return v
}

var asciiSign = strings.NewReplacer("≤", "<=", "≥", ">=")

// bounds are the keys of a language's phrases that bound a number.
var bounds = map[string]string{"at-least": ">=", "more-than": ">", "at-most": "<=", "less-than": "<",
	"or-more": ">=", "or-less": "<="}

// durationNames are the units of durations in languages other than Chinese.
var durationNames = map[string]string{"year": "year", "month-unit": "month", "week": "week", "day": "day", "hour": "hour",
	"minute": "minute", "second": "second"}

// entry adds a phrase of a language.
func (v *vocabulary) entry(e *language.Entry) {
	text := strings.ToLower(e.Phrase)
	switch e.Key {
	case "month", "month-number", "weekday", "of", "to", "link", "century", "decade", "bc", "ad", "present", "quarter", "half-year", "approx":
		v.datePart(text)
	}
	switch e.Key {
	case "year", "month-unit", "week", "day", "hour", "minute", "second":
		if v.tag != "zh" && v.tag != "en" {
			v.durations.add(text, durationNames[e.Key])
		}
	case "number", "minus":
		if e.N == 1 && e.Key == "number" {
			v.trigger(text, weakWord)
		} else if v.triggers[text]&scaleWord == 0 {
			v.trigger(text, numberWord)
		}
	case "link":
		v.links[text] = true
	case "bare":
		v.trigger(text, numberWord)
	case "ordinal":
		v.trigger(text, ordinalWord)
	case "half":
		v.trigger(text, weakWord)
	case "month", "weekday", "quarter", "half-year":
		v.trigger(text, dateWord)
	case "season", "decade-lead":
		v.trigger(text, partialDate)
	case "ad":
		if !e.Short {
			v.trigger(text, partialDate)
		}
	case "century":
		v.centuries[text] = true
		if v.tag != "en" && !e.Short {
			v.trigger(text, dateWord)
		}
	case "to":
		v.joints[text] |= toJoint
	case "from":
		v.between.add(text, "")
	case "and":
		v.joints[text] |= andJoint
	case "approx":
		v.approx.add(text, "")
	case "at-least", "more-than", "at-most", "less-than":
		v.before.add(text, bounds[e.Key])
	case "or-more", "or-less":
		v.after.add(text, bounds[e.Key])
	}
}

// trigger adds the first word of a phrase.
func (v *vocabulary) trigger(text string, c class) {
	text = text[:wordEnd(text, 0)]
	if text == "" {
		return
	}
	v.triggers[text] |= c
	for _, w := range [...]string{text, strings.ToUpper(text)} {
		head, tail, length := shape(w)
		v.heads[head] |= length
		v.tails[tail] |= length
	}
}

// datePart adds the words of a phrase.
func (v *vocabulary) datePart(phrase string) {
	for w := range strings.FieldsSeq(phrase) {
		v.dateParts[w[:wordEnd(w, 0)]] = true
	}
}

// A jointKind is a set of what a word between two numbers makes of them.
type jointKind uint8

const (
	toJoint    jointKind = 1 << iota // the ends of a range
	datesJoint                       // the ends of a period
	andJoint                         // two of a kind
)

// joint returns what the text between two numbers makes of them.
func (v *vocabulary) joint(text string) jointKind {
	if text == "" || text[0] < 'A' {
		return 0
	}
	var buf [longest]byte
	b, ok := fold(text, &buf)
	if !ok {
		return 0
	}
	return v.joints[string(b)]
}

// continuesDate reports whether a word may go on with a date.
func (v *vocabulary) continuesDate(word string) bool {
	var buf [longest]byte
	b, ok := fold(word, &buf)
	return ok && v.dateParts[string(b)]
}

// shape folds the first and the last two bytes of a word to 5 bits each, whatever
// their case, and its length to one bit.
func shape(word string) (head, tail int, length uint32) {
	n := len(word)
	if n == 1 {
		return int(word[0] & 31), int(word[0] & 31), 1 << 1
	}
	return int(word[0]&31)<<5 | int(word[1]&31), int(word[n-2]&31)<<5 | int(word[n-1]&31), 1 << min(n, 31)
}

// startsQuantity returns the classes of a word that may begin a quantity, 0 for
// nearly all words.
func (v *vocabulary) startsQuantity(word string) class {
	head, tail, length := shape(word)
	if v.heads[head]&v.tails[tail]&length == 0 {
		return 0
	}
	var buf [longest]byte
	b, ok := fold(word, &buf)
	if !ok {
		return 0
	}
	return v.triggers[string(b)]
}
