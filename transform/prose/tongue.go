package prose

import (
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// A tongue is what one language says around numbers, by the files of the package
// language and, for English and Chinese, by the lexicon.
type tongue struct {
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
}

// tongues makes those of all languages that are known when they are asked for.
var tongues = func() map[string]func() *tongue {
	m := map[string]func() *tongue{}
	for _, l := range language.All() {
		m[l.Tag] = sync.OnceValue(func() *tongue { return newTongue(l) })
	}
	return m
}()

// speaks returns the tongue of a primary language tag. A page in a language that
// is not known is read as English.
func speaks(tag string) *tongue {
	if t := tongues[tag]; t != nil {
		return t()
	}
	return tongues["en"]()
}

func newTongue(l *language.Language) *tongue {
	t := &tongue{tag: l.Tag, triggers: map[string]class{}, dateParts: map[string]bool{}}
	if l.Tag == "en" || l.Tag == "zh" || l.Tag == "ja" {
		t.before.merge(words.before)
		t.after.merge(words.after)
		t.approx.merge(words.approx)
		for w, c := range words.words {
			if c&triggers != 0 {
				t.trigger(w, c&triggers)
			}
		}
	}
	for i := range l.Entries {
		t.entry(&l.Entries[i])
	}
	for _, sign := range [...]string{"<", ">", "≤", "≥", "<=", ">=", "< =", "> ="} {
		t.before.add(sign, strings.ReplaceAll(asciiSign.Replace(sign), " ", ""))
	}
	t.before.sort()
	t.after.sort()
	t.approx.sort()
	return t
}

var asciiSign = strings.NewReplacer("≤", "<=", "≥", ">=")

// bounds are the keys of a language's phrases that bound a number.
var bounds = map[string]string{"at-least": ">=", "more-than": ">", "at-most": "<=", "less-than": "<",
	"or-more": ">=", "or-less": "<="}

// entry adds a phrase of a language.
func (t *tongue) entry(e *language.Entry) {
	text := strings.ToLower(e.Phrase)
	switch e.Key {
	case "month", "weekday", "of", "to", "link", "century", "decade", "bc", "ad", "present", "quarter", "half-year", "approx":
		t.datePart(text)
	}
	switch e.Key {
	case "number", "minus":
		if e.N == 1 && e.Key == "number" {
			t.trigger(text, weakWord)
		} else if words.class(text)&scaleWord == 0 {
			t.trigger(text, numberWord)
		}
	case "bare":
		t.trigger(text, numberWord)
	case "ordinal":
		t.trigger(text, ordinalWord)
	case "half":
		t.trigger(text, weakWord)
	case "month", "weekday", "quarter", "half-year":
		t.trigger(text, dateWord)
	case "scale":
		t.trigger(text, scaleWord)
	case "approx":
		t.approx.add(text, "")
	case "at-least", "more-than", "at-most", "less-than":
		t.before.add(text, bounds[e.Key])
	case "or-more", "or-less":
		t.after.add(text, bounds[e.Key])
	}
}

// trigger adds the first word of a phrase.
func (t *tongue) trigger(text string, c class) {
	text = text[:wordEnd(text, 0)]
	if text == "" {
		return
	}
	t.triggers[text] |= c
	for _, w := range [...]string{text, strings.ToUpper(text)} {
		head, tail, length := shape(w)
		t.heads[head] |= length
		t.tails[tail] |= length
	}
}

// datePart adds the words of a phrase.
func (t *tongue) datePart(phrase string) {
	for w := range strings.FieldsSeq(phrase) {
		t.dateParts[w[:wordEnd(w, 0)]] = true
	}
}

// goesOn reports whether a word may go on with a date.
func (t *tongue) goesOn(word string) bool {
	var buf [longest]byte
	b, ok := fold(word, &buf)
	return ok && t.dateParts[string(b)]
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
func (t *tongue) startsQuantity(word string) class {
	head, tail, length := shape(word)
	if t.heads[head]&t.tails[tail]&length == 0 {
		return 0
	}
	var buf [longest]byte
	b, ok := fold(word, &buf)
	if !ok {
		return 0
	}
	return t.triggers[string(b)]
}
