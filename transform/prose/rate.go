package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// rates finds what a quantity is per: "$98 a share", "58.7 million jobs per year",
// "an annual average of 8.8%". A rate holds for the parallel clauses of its
// sentence too: "rose by an annual average of 8.8%, and ... rose by 9.9%".
func (s *scanner) rates() {
	for i := range s.out {
		q := &s.out[i]
		if isDated(q) || q.Kind == kindOrdinal || q.Number.Per != "" {
			continue
		}
		q.Number.Per = s.perAfter(i)
		if q.Number.Per == "" {
			q.Number.Per = s.perBefore(q)
		}
		if q.Number.Per == "" {
			q.Number.Per = s.shared(i)
		}
		if q.Number.Per == "" && q.Kind == kindPercent {
			q.Number.Per = s.carried(i)
		}
	}
}

// perAfter reads "per year", "a share", "annually" behind quantity i, at most a
// few words on and not beyond the next quantity.
func (s *scanner) perAfter(i int) string {
	at, limit := s.out[i].Span.End, len(s.text)
	if i+1 < len(s.out) {
		limit = s.out[i+1].Span.Start
	}
	const reach = 5
	for range reach {
		w, end := nextPart(s.text, at)
		if w == "" || end > limit {
			return ""
		}
		next, _ := nextPart(s.text, end)
		switch {
		case w == "each" && (next == "" || words.is(next, functionWord)):
			return ""
		case w == "per" || w == "each":
			// "per square mile", "per km²": a unit may be more than a word.
			start := skipSpace(s.text, end)
			if unit, stop := number.UnitAt(s.text, start); stop > start+len(next) {
				return unit
			}
			return perUnit(next)
		case (w == "a" || w == "an") && words.periods.has(next):
			return perUnit(next)
		case words.rates.value(w) != "" && strings.HasSuffix(w, "ly"):
			return words.rates.value(w)
		case words.is(w, functionWord) && w != "of" || words.is(w, changeWord):
			return ""
		}
		at = end
	}
	return ""
}

// nextPart is the next word, hyphens counting as blanks: "$ 70 - a - share".
func nextPart(text string, i int) (string, int) {
	for i < len(text) && (text[i] == ' ' || text[i] == '-') {
		i++
	}
	end := wordEnd(text, i)
	return text[i:end], end
}

// perUnit is the word a rate is over: "annum" is a year.
func perUnit(w string) string {
	if unit := words.periods.value(w); unit != "" {
		return unit
	}
	if strings.EqualFold(w, "cent") {
		return "" // "per cent" is no rate
	}
	return w
}

// perBefore reads "an annual average of" or 年均 before a quantity.
func (s *scanner) perBefore(q *quantity) string {
	const reach = 5
	at := q.lead
	for range reach {
		w, start := s.wordBefore(at)
		if w == "" {
			break
		}
		if per := words.rates.value(w); per != "" {
			return per
		}
		if !words.is(w, rateWord) {
			return ""
		}
		at = start
	}
	return s.perBeforeHan(q)
}

// shared returns what the quantity before is per, if the two are members of a
// list: 年均分别增长8.8%、9.9%.
func (s *scanner) shared(i int) string {
	if i == 0 || s.out[i-1].Kind != s.out[i].Kind {
		return ""
	}
	switch strings.TrimSpace(gap(s.text, &s.out[i-1], &s.out[i])) {
	case "、", "和", "及", "and", ",", ", and", "or":
		return s.out[i-1].Number.Per
	}
	return ""
}

// carried returns what an earlier percentage of the sentence is per, if the same
// verb of change leads to both and nothing else is said of this one.
func (s *scanner) carried(i int) string {
	q := &s.out[i]
	for j := i - 1; j >= 0 && s.out[j].Span.Start > q.Span.Start-farthest; j-- {
		p := &s.out[j]
		if p.Kind != kindPercent || p.Number.Per == "" {
			continue
		}
		if p.Span.Start < s.sentence(q.Span.Start).Start {
			return ""
		}
		if verb := s.verbBefore(q.lead); verb != "" && strings.EqualFold(s.verbBefore(p.lead), verb) {
			return p.Number.Per
		}
	}
	return ""
}

// verbBefore returns the nearest verb of change before byte i in its clause.
func (s *scanner) verbBefore(i int) string {
	w, _ := changeBefore(s.text, clauseStart(s.text, i), i)
	return w
}

// perBeforeHan reads 年均 before a quantity, a few words of growth between.
func (s *scanner) perBeforeHan(q *quantity) string {
	at := q.lead
	if at == 0 || s.text[at-1] < 0x80 {
		return ""
	}
	const reach = 4
	for range reach {
		if _, per, ok := words.rates.before(s.text, at); ok {
			return per
		}
		start, _, ok := words.rateLink.before(s.text, at)
		if !ok {
			return ""
		}
		at = start
	}
	return ""
}
