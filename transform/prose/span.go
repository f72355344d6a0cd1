package prose

import "github.com/tidywiki/tidywiki/transform/number"

// joins reports whether a and b can be the ends of a range: of one kind and unit,
// and in order.
func joins(a, b *quantity) bool {
	if isDated(a) && isDated(b) {
		_, ok := period(a.Date, b.Date)
		return ok
	}
	x, y, ok := ends(a, b)
	return ok && x.Cmp(y) < 0
}

// descends reports whether a and b are the ends of a range whose greater end is
// first, behind "between": "between 105 and 84 million years ago". A scale word
// holds for both where the first number is only a few times greater.
func descends(a, b *quantity) bool {
	if isDated(a) || isDated(b) {
		return false
	}
	x, y, ok := ends(a, b)
	if !ok || a.Number.Scale.Cmp(b.Number.Scale) == 0 {
		return ok && x.Cmp(y) > 0
	}
	printed := b.Number.Printed
	const few = 10
	return a.Number.Scale.Cmp(one) == 0 && !a.Number.Grouped && printed.Cmp(a.Number.Printed) < 0 &&
		a.Number.Printed.Cmp(printed.Mul(number.NewDecimal(few, 0))) < 0
}

// stretchDown makes a the range from b up to a.
func stretchDown(a, b *quantity) {
	x, y, _ := ends(a, b)
	if a.Number.Scale.Cmp(b.Number.Scale) != 0 {
		x = a.Number.Printed.Mul(b.Number.Scale)
	}
	stretch(a, b)
	a.Number.Lower, a.Number.Upper = y, x
}

func isDated(q *quantity) bool { return q.Kind == kindDate || q.Kind == kindYear }

// ends returns the two ends of a range of numbers. The first takes scale word and
// unit from the second if it has none itself: "26 to 30 trillion yuan".
func ends(a, b *quantity) (x, y number.Decimal, ok bool) {
	if a.Kind == kindDate || b.Kind == kindDate || a.Number.Range || b.Number.Range ||
		a.Number.Comparator != "" || b.Number.Comparator != "" {
		return x, y, false
	}
	plain := a.Kind == kindNumber || a.Kind == kindYear
	other := b.Kind == kindNumber || b.Kind == kindYear
	same := a.Kind == b.Kind && a.Number.Unit == b.Number.Unit
	if !same && !plain && !(other && a.Kind == kindMoney) || (a.Kind == kindOrdinal) != (b.Kind == kindOrdinal) {
		return x, y, false
	}
	x, y = a.Number.Value, b.Number.Value
	if (plain || same && a.Kind == kindMoney) && a.Number.Scale.Cmp(one) == 0 && a.Number.Printed.Cmp(b.Number.Printed) < 0 {
		x = x.Mul(b.Number.Scale)
	}
	return x, y, true
}

// stretch makes a the range or period from a to b.
func stretch(a, b *quantity) {
	if isDated(a) && isDated(b) {
		a.Date, _ = period(a.Date, b.Date)
		a.Kind = kindDate
		a.YearFrom = max(a.YearFrom, b.YearFrom)
	} else {
		x, y, _ := ends(a, b)
		kind, v := b.Kind, b.Number
		if b.Kind == kindNumber || b.Kind == kindYear {
			kind = a.Kind
			v.Unit, v.System, v.Per = a.Number.Unit, a.Number.System, a.Number.Per
		}
		if kind == kindYear {
			kind = kindNumber
		}
		v.Range, v.Lower, v.Upper, v.HasLower, v.HasUpper = true, x, y, true, true
		v.Value, v.Printed = number.Decimal{}, number.Decimal{}
		v.Approx = v.Approx || a.Number.Approx
		a.Kind, a.Number = kind, v
	}
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

func isDash(joint string) bool {
	switch joint {
	case "-", "–", "—", "−", "~", "～", "〜", "－", "──", "——":
		return true
	}
	return false
}

// dashRelation settles what two quantities with a dash between are: a range if
// they rise, else a score or nothing.
func (s *scanner) dashRelation(a, b *quantity, gap string) relation {
	if joins(a, b) {
		if a.bare && b.bare && s.nearScore(a.Span.Start, b.Span.End) {
			return aScore
		}
		return aRange
	}
	if a.bare && b.bare && isDash(gap) {
		return aScore
	}
	return unrelated
}

// isBetween reports whether "between" is before a, or 之间 behind b.
func (s *scanner) isBetween(a, b *quantity) bool {
	lead := a.lead
	if w, start := s.wordBefore(lead); words.is(w, article) {
		lead = start
	}
	if _, _, ok := words.between.before(s.text, lead); ok {
		return true
	}
	if _, _, ok := s.vocabulary.between.before(s.text, lead); ok {
		return true
	}
	_, _, ok := words.amid.after(s.text, b.tail)
	return ok
}

// isChange reports whether the numbers that "to" joins are the ends of a change
// and not of a range: "rose from 5 to 10" and "rose by 5 km to 10 km" are, "rose
// by 5 to 10 km" is not.
func (s *scanner) isChange(a *quantity) bool {
	if isDated(a) {
		return false
	}
	before, _ := s.wordBefore(a.lead)
	begin := clauseStart(s.text, a.lead)
	if words.from.has(before) {
		// The verb may be that of an earlier clause: "X rose from 5 to 10, Y from 3 to 4".
		begin = s.sentence(a.lead).Start
	}
	verb, _ := changeBefore(s.text, begin, a.lead)
	return verb != "" && (before != "by" || a.Kind != kindNumber)
}

// overlap reports whether both quantities take words between them as their own:
// in "5 or more than 6" the "more" bounds either.
func overlap(a, b *quantity) bool { return b.lead < a.tail }

// gap returns the text between two quantities and the words that bound them, ""
// where they overlap.
func gap(text string, a, b *quantity) string {
	if overlap(a, b) {
		return ""
	}
	return text[a.tail:b.lead]
}
