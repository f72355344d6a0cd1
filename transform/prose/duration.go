package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// isTime reports whether the unit is one of time.
func isTime(v *number.Value) bool {
	switch v.Unit {
	case "a", "mo", "wk", "d", "h", "min", "s", "ms", "us", "ns":
		return v.System == "UCUM"
	}
	return words.durations.value(v.Unit) != ""
}

// unitWord returns the last word of a quantity: the unit as the text writes it.
func unitWord(raw string) string {
	i := len(raw)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(raw[:i])
		if !unicode.IsLetter(r) || isHan(r) && isNumeral(r) {
			break
		}
		i -= size
	}
	return raw[i:]
}

// setDuration makes a duration of q, its unit the word of the text in the singular.
func (s *scanner) setDuration(q *Quantity, word string) {
	unit := words.durations.value(word)
	if unit == "" {
		unit = word
	}
	q.Kind, q.Number.Unit, q.Number.System = Duration, unit, ""
}

// takesTime takes a unit of time that follows the number but is no unit to the
// package number: "87 yo", "十个月大".
func (s *scanner) takesTime(q *Quantity) bool {
	end, unit, ok := words.durations.after(s.text, q.Span.End)
	if !ok {
		return false
	}
	q.Kind, q.Number.Unit, q.Number.System = Duration, unit, ""
	q.Span.End, q.tail = end, max(end, q.tail)
	return true
}

// isAge makes an age of a bare number: "of age 87".
func (s *scanner) isAge(q *Quantity) bool {
	_, unit, ok := words.age.before(s.text, q.lead)
	if ok {
		q.Kind, q.Number.Unit = Duration, unit
	}
	return ok
}
