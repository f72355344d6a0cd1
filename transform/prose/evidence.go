package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// addNumber takes the number v of text[start:end] with what the words around it
// make of it. ok is false if they make it something else.
func (s *scanner) addNumber(v number.Value, start, end int) (int, bool) {
	q := quantity{Number: v, Span: source.Span{Start: start, End: end}, lead: start, tail: end}
	if words.is(v.Per, functionWord|article) {
		// "$10 each for a ship" is not over anything.
		_, cut := lastWord(s.text, end)
		_, cut = lastWord(s.text, cut)
		cut = backSpace(s.text, cut)
		q.Span.End, q.tail, q.Number.Per = cut, cut, ""
	}
	if v.Unit == "a" && isYearAt(s.text, start) && words.is(unitWord(s.text[start:end]), article) {
		// "In 1720 an edict" has no years.
		end = start + len("1720")
		v, _ = number.Parse(s.text[start:end], nil)
		q.Number, q.Span.End, q.tail = v, end, end
	}
	q.bare = isBare(&v, s.text[start:end])
	exact := s.bound(&q)
	if !s.isQuantity(&q) || s.isNumbering(&q) {
		return start, false
	}
	s.classify(&q, exact)
	s.out = append(s.out, q)
	return q.Span.End, true
}

// isBare reports whether raw is a number without unit, scale word or any mark that
// would keep it from being part of a name: "747", "3.0", "Seven".
func isBare(v *number.Value, raw string) bool {
	return v.Kind == number.Plain && v.Unit == "" && !v.Range && !v.Grouped && v.Comparator == "" &&
		v.Scale.Cmp(one) == 0 && (isDigit(raw[0]) || isUpper(raw[0]))
}

var one = number.NewDecimal(1, 0)

func isDigits(text string) bool {
	return strings.TrimLeft(text, "0123456789") == ""
}

// isNumbering reports whether the number numbers what follows: "1. The", "(2) the",
// or is joined to a longer word or name: "four-by-four", "7-Eleven".
func (s *scanner) isNumbering(q *quantity) bool {
	start, end := q.Span.Start, q.Span.End
	if end == len(s.text) {
		return false
	}
	if strings.HasSuffix(s.text[start:end], "年") && (strings.HasPrefix(s.text[end:], "代") || strings.HasPrefix(s.text[end:], "级")) {
		return true // a decade without its century, a form at school
	}
	if s.text[end] == '-' && q.Number.Unit == "" && q.Number.Kind == number.Plain {
		next := s.text[end+1 : wordEnd(s.text, end+1)]
		return next != "" && isUpper(next[0]) || words.is(next, functionWord)
	}
	if end-start > 2 || !isDigits(s.text[start:end]) {
		return false
	}
	switch s.text[end] {
	case '.':
		return skipSpace(s.text, 0) == start && end+1 < len(s.text) && s.text[end+1] == ' '
	case ')':
		return start == 0 || s.text[start-1] == '(' && (start == 1 || s.text[start-2] == ' ')
	}
	return false
}

// isQuantity reports whether a number may be one here. The words before it may
// make it a part of a name, a label or a word.
func (s *scanner) isQuantity(q *quantity) bool {
	if r, _ := utf8.DecodeRuneInString(s.text[q.Span.Start:]); isHan(r) && !s.isNumberHan(q, r) {
		return false
	}
	before, at := s.wordBefore(q.lead)
	if before == "" {
		return true
	}
	if beginsUpper(before) && q.bare && q.lead == q.Span.Start && s.isName(q, before, at) {
		return false
	}
	return kindOf(&q.Number) != kindNumber || q.Number.Grouped || !words.is(before, labelWord)
}

// beginsUpper reports whether a word is capitalised.
func beginsUpper(word string) bool {
	if word[0] < utf8.RuneSelf {
		return isUpper(word[0])
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isName reports whether a capitalised word before bare digits is the beginning
// of a name that they belong to: "Boeing 747". A word that begins a sentence is
// capitalised for that reason if the number counts something: "Built 500 schools".
func (s *scanner) isName(q *quantity, word string, at int) bool {
	if isYearAt(s.text, q.Span.Start) || words.is(word, functionWord|changeWord|yearLead) || s.vocabulary.startsQuantity(word) != 0 {
		return false
	}
	switch {
	case s.vocabulary.tag == "de":
		// German capitalises all nouns, but a name in capitals is one: BMW 320.
		return strings.ToUpper(word) == word
	case s.sentence(at).Start != at:
		return true
	}
	return s.vocabulary.tag == "en" && s.noun(q.tail) == ""
}
