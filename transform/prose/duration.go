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
func (s *scanner) setDuration(q *quantity, word string) {
	unit := words.durations.value(word)
	if unit == "" {
		unit = word
	}
	q.Kind, q.Number.Unit, q.Number.System = kindDuration, unit, ""
}

// takesTime takes a unit of time that follows the number but that the
// package number does not know as one: "87 yo", "十个月大".
func (s *scanner) takesTime(q *quantity) bool {
	end, unit, ok := words.durations.after(s.text, q.Span.End)
	if !ok {
		return false
	}
	q.Kind, q.Number.Unit, q.Number.System = kindDuration, unit, ""
	q.Span.End, q.tail = end, max(end, q.tail)
	return true
}

// isAge makes an age of a bare number: "of age 87".
func (s *scanner) isAge(q *quantity) bool {
	_, unit, ok := words.age.before(s.text, q.lead)
	if ok {
		q.Kind, q.Number.Unit = kindDuration, unit
	}
	return ok
}
