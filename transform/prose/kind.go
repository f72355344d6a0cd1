package prose

import "github.com/tidywiki/tidywiki/transform/number"

// classify settles the kind of a number, its unit and its noun. exact means
// that the text calls it a number where it could be a year.
func (s *scanner) classify(q *quantity, exact bool) {
	q.Kind = kindOf(&q.Number)
	switch {
	case q.Kind == kindMeasure && isTime(&q.Number):
		s.setDuration(q, unitWord(s.text[q.Span.Start:q.Span.End]))
	case q.Kind != kindNumber:
	case s.isYear(q, exact):
		s.setYear(q)
	case s.takesTime(q), s.isAge(q):
	default:
		if noun := s.noun(q.tail); noun != "" {
			q.Kind, q.Number.Unit = kindCount, noun
		}
	}
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
