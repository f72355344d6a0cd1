package prose

import "github.com/tidywiki/tidywiki/transform/number"

// classify settles the kind of a number, its unit and its noun. exact says that
// the text calls it a number where it could be a year.
func (s *scanner) classify(q *Quantity, exact bool) {
	q.Kind = kindOf(&q.Number)
	switch {
	case q.Kind == Measure && isTime(&q.Number):
		s.setDuration(q, unitWord(s.text[q.Span.Start:q.Span.End]))
	case q.Kind != Number:
	case s.isYear(q, exact):
		s.setYear(q)
	case s.takesTime(q), s.isAge(q):
	default:
		if noun := s.noun(q.tail); noun != "" {
			q.Kind, q.Number.Unit = Count, noun
		}
	}
}

// kindOf maps the kinds of numbers to those of quantities.
func kindOf(v *number.Value) Kind {
	switch v.Kind {
	case number.Percent:
		return Percent
	case number.Money:
		return Money
	case number.Ordinal:
		return Ordinal
	case number.Points:
		return Points
	case number.Ratio:
		return Ratio
	}
	if v.Unit != "" {
		return Measure
	}
	return Number
}
