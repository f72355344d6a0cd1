package prose

import "github.com/tidywiki/tidywiki/transform/number"

// classify settles the kind of a number, its unit and its noun. exact means
// that the text calls it a number where it could be a year.
func (s *scanner) classify(q *quantity, exact bool) {
	q.Kind = kindOf(&q.Number)
	switch {
	case q.Kind == kindMeasure && isTime(&q.Number):
		s.setDuration(q, s.timeWord(q))
		s.takesHalf(q)
	case q.Kind == kindMeasure && s.isAgo(q):
	case q.Kind == kindMeasure:
		s.takesDegree(q)
		s.takesSpeed(q)
	case q.Kind != kindNumber:
	case s.isYear(q, exact):
		s.setYear(q)
	case s.takesAndHalf(q), s.takesTime(q), s.isAge(q), s.takesInches(q):
	case s.takesMoney(q), s.takesTenths(q):
	default:
		if noun := s.noun(q.tail); noun != "" {
			q.Kind, q.Number.Unit = kindCount, noun
		}
	}
}

// takesInches takes the "in" behind a number as inches where a word of dimension
// follows: 10 3/4 in wide.
func (s *scanner) takesInches(q *quantity) bool {
	unit, end := nextWord(s.text, q.Span.End)
	if unit != "in" {
		return false
	}
	if next, _ := nextWord(s.text, end); !words.is(next, dimension) {
		return false
	}
	code, _ := number.UnitAt("inch", 0)
	q.Kind, q.Number.Unit, q.Number.System = kindMeasure, code, number.UCUM
	q.Span.End, q.tail = end, max(end, q.tail)
	return true
}

// kindOf maps the kinds of numbers to those of quantities.
func kindOf(v *number.Value) kind {
	switch v.Kind {
	case number.Percent:
		return kindPercent
	case number.Money:
		return kindMoney
	case number.Ordinal:
		return kindOrdinal
	case number.Points:
		return kindPoints
	case number.Ratio:
		return kindRatio
	}
	if v.Unit != "" {
		return kindMeasure
	}
	return kindNumber
}
