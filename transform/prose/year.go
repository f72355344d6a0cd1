package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
)

// isYear reports whether a number is a year: four digits without any mark, and
// nothing that counts or compares around it.
func (s *scanner) isYear(q *quantity, exact bool) bool {
	if !q.bare || q.Span.Len() != 4 || !isDigits(s.text[q.Span.Start:q.Span.End]) || !isYearAt(s.text, q.Span.Start) || exact || q.Number.Comparator != "" {
		return false
	}
	before, at := s.wordBefore(q.lead)
	if s.isAmount(before, at) {
		return false
	}
	if words.is(before, yearLead) {
		return true
	}
	noun := s.noun(q.tail)
	if strings.HasPrefix(s.text[q.tail:], "-") && s.text[q.Span.Start:q.Span.End] >= "1900" {
		// "2007-standard plates"; a "1500-seat theatre" has a smaller number.
		return true
	}
	if noun == "" || words.is(noun, personWord) {
		return noun == ""
	}
	// "The 2008 floods" and "the 2012 Census" are of that year, "2008 trees" are counted.
	return isUpper(noun[0]) || words.is(before, article) && !strings.EqualFold(before, "a") || strings.HasSuffix(before, "'s")
}

// isAmount reports whether the word before a number, which begins at i, gives it to
// what the clause counts: "the number of cases to 1666", "membership rose to 1850".
// "Extended to 1931" does not.
func (s *scanner) isAmount(word string, i int) bool {
	if !words.to.has(word) || word == "" {
		return false
	}
	begin := clauseStart(s.text, i)
	if n := len(s.out); n > 0 && s.out[n-1].Span.Start >= begin && isDated(&s.out[n-1]) &&
		s.vocabulary.joint(strings.TrimSpace(s.text[s.out[n-1].tail:i+len(word)]))&toJoint != 0 {
		return false // from 1850 to 1856
	}
	const reach = 5
	for n, at := 0, i; n < reach && at > begin; n++ {
		w, start := lastWord(s.text, at)
		if w == "" || n == 0 && w == "prior" {
			break
		}
		if words.is(w, amountWord) {
			return true
		}
		at = start
	}
	verb, _ := changeBefore(s.text, begin, i)
	direction := value(words.changes, verb)
	return (direction == "up" || direction == "down") && !words.is(verb, timeChange)
}

// setYear makes a year of the four digits of q.
func (s *scanner) setYear(q *quantity) {
	text := s.text[q.Span.Start:q.Span.End]
	year := int(text[0]-'0')*1000 + int(text[1]-'0')*100 + int(text[2]-'0')*10 + int(text[3]-'0')
	first, _ := date.Days(year, 1, 1)
	last, _ := date.Days(year, 12, 31)
	q.Kind = kindYear
	q.Date = date.Value{EDTF: text, Precision: date.YearOnly, Start: first, End: last, Known: true, Rule: "year"}
	if q.Number.Approx {
		q.Date.EDTF, q.Date.Approx = text+"~", true
	}
}

// isYearAt reports whether exactly four digits, of a year from 1000 to 2100,
// begin at i.
func isYearAt(text string, i int) bool {
	if i+4 > len(text) || i+4 < len(text) && isDigit(text[i+4]) {
		return false
	}
	for _, c := range []byte(text[i : i+4]) {
		if !isDigit(c) {
			return false
		}
	}
	y := text[i : i+4]
	return "1000" <= y && y <= "2100"
}
