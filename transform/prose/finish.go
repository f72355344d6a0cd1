package prose

import (
	"strings"
	"unicode/utf8"
)

// finish settles what depends on several quantities of the text: ranges, periods,
// years taken from the sentence, rates, and the place in code points.
func (s *scanner) finish() {
	s.join()
	if s.complete() {
		s.join()
	}
	s.rates()
	s.countRunes()
}

// countRunes fills First and Last.
func (s *scanner) countRunes() {
	at, n := 0, 0
	for i := range s.out {
		q := &s.out[i]
		n += utf8.RuneCountInString(s.text[at:q.Span.Start])
		q.First = n
		n += utf8.RuneCountInString(s.text[q.Span.Start:q.Span.End])
		q.Last, at = n, q.Span.End
	}
}

// join replaces neighbours that are one quantity by it: the ends of a range or
// period, or two bounds. It drops the sides of a score.
func (s *scanner) join() {
	kept := s.out[:min(1, len(s.out))]
	for i := 1; i < len(s.out); i++ {
		q := &s.out[i]
		n := len(kept)
		if n == 0 {
			kept = append(kept, *q)
			continue
		}
		switch prev := &kept[n-1]; s.relation(prev, q) {
		case aRange:
			stretch(prev, q)
		case aRangeDown:
			stretchDown(prev, q)
		case twoBounds:
			intersect(prev, q)
		case aRate:
			setPer(prev, q)
		case aSum:
			addPart(prev, q)
		case twoDays:
			s.dateDay(prev, q)
			kept = append(kept, *q)
		case daysBetween:
			s.dateDay(prev, q)
			stretch(prev, q)
		case aShare:
			divide(prev, q)
		case aScore:
			kept = kept[:n-1]
		default:
			// Quantities are large: where nothing was joined, they are in place.
			if kept = kept[:n+1]; n != i {
				kept[n] = *q
			}
		}
	}
	s.out = kept
}

// A relation is what two neighbours are to each other.
type relation uint8

const (
	unrelated relation = iota
	aRange
	aRangeDown // the greater end first
	twoBounds
	aRate       // so many per so many
	aSum        // hours and minutes
	twoDays     // the day of a month, and another day of it
	daysBetween // from the one to the other
	aShare
	aScore
)

// relation looks at the text between two quantities.
func (s *scanner) relation(a, b *quantity) relation {
	gap := s.text[a.Span.End:b.Span.Start]
	if len(gap) > longest {
		return s.boundsRelation(a, b)
	}
	joint := strings.TrimSpace(gap)
	if isDash(joint) {
		return s.dashRelation(a, b, gap)
	}
	kind := s.vocabulary.joint(joint)
	if before, last, ok := strings.Cut(joint, " "); ok && kind == 0 && words.is(last, article) {
		kind = s.vocabulary.joint(before) // tra il 1870 e il 1890
	}
	switch {
	case kind&datesJoint != 0 && s.isDayBefore(a, b):
		return daysBetween
	case (kind&toJoint != 0 || kind&datesJoint != 0 && isDated(a) && isDated(b)) && a.tail == a.Span.End:
		if joins(a, b) && !s.isChange(a) && !(a.bare && !isDated(b) && s.isResult(a.Span.Start, b.Span.End)) {
			return aRange
		}
		if kind&toJoint != 0 && s.isDayBefore(a, b) {
			return daysBetween
		}
	case joint == "in" && isShare(a, b):
		return aShare
	case s.isPartOf(b, a, joint):
		return aSum
	case isBase(a, b) && s.isOver(a, b):
		return aRate
	case kind&andJoint != 0:
		switch {
		case s.isBetween(a, b):
			if descends(a, b) {
				return aRangeDown
			}
			if joins(a, b) {
				return aRange
			}
			if s.isDayBefore(a, b) {
				return daysBetween
			}
		case s.isDayBefore(a, b):
			return twoDays
		}
	case strings.HasPrefix(joint, ". ") && s.vocabulary.joint(joint[2:])&andJoint != 0 && s.isDayBefore(a, b):
		if s.isBetween(a, b) {
			return daysBetween
		}
		return twoDays // 3. und 4. Mai
	}
	return s.boundsRelation(a, b)
}
