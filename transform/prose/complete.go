package prose

import (
	"strconv"

	"github.com/tidywiki/tidywiki/transform/date"
)

// complete gives a year to the dates that have none: that of the next dated
// quantity of the sentence, or of the one before, or the context's. It
// reports whether any date got one.
func (s *scanner) complete() (any bool) {
	for i := range s.out {
		q := &s.out[i]
		if q.Kind != kindDate || q.Date.Precision != date.NoYear {
			continue
		}
		year, from := s.yearNear(i), yearOfSentence
		if year == 0 {
			year, from = s.ctx.Year, yearOfContext
		}
		if year == 0 {
			continue
		}
		if v, ok := q.Date.WithYear(year); ok {
			q.Date, q.YearFrom, any = v, from, true
		}
	}
	return any
}

// yearNear returns the year of the nearest dated quantity in the sentence of
// quantity i, later ones first, or 0.
func (s *scanner) yearNear(i int) int {
	sentence := s.sentence(s.out[i].Span.Start)
	for j := i + 1; j < len(s.out) && s.out[j].Span.Start < sentence.End; j++ {
		if year, ok := singleYear(&s.out[j]); ok {
			return year
		}
	}
	for j := i - 1; j >= 0 && s.out[j].Span.Start >= sentence.Start; j-- {
		if year, ok := singleYear(&s.out[j]); ok {
			return year
		}
	}
	return 0
}

// singleYear returns the year of a quantity that lies in one.
func singleYear(q *quantity) (year int, ok bool) {
	if !isDated(q) || q.YearFrom != yearWritten {
		return 0, false
	}
	if q.Date.Precision == date.Season && len(q.Date.EDTF) >= len("1989-22") {
		year, err := strconv.Atoi(q.Date.EDTF[:len("1989")])
		return year, err == nil && year > 0
	}
	if !q.Date.Known {
		return 0, false
	}
	year = yearOf(q.Date.Start)
	return year, year == yearOf(q.Date.End)
}

// yearOf returns the year of a day counted from 1970-01-01.
func yearOf(days int32) int {
	year, _, _ := date.Civil(days)
	return year
}
