package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// finish settles what depends on several quantities of the text: ranges, periods,
// years taken from the sentence, rates, and the place in code points.
func (s *scanner) finish() {
	s.join()
	s.complete()
	s.join()
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
	kept := s.out[:0]
	for _, q := range s.out {
		n := len(kept)
		if n == 0 {
			kept = append(kept, q)
			continue
		}
		switch prev := &kept[n-1]; s.relation(prev, &q) {
		case aRange:
			s.span(prev, &q)
		case twoBounds:
			intersect(prev, &q)
		case aShare:
			divide(prev, &q)
		case aScore:
			kept = kept[:n-1]
		default:
			kept = append(kept, q)
		}
	}
	s.out = kept
}

// A relation is what two neighbours are to each other.
type relation uint8

const (
	unrelated relation = iota
	aRange
	twoBounds
	aShare
	aScore
)

// relation looks at what stands between two quantities.
func (s *scanner) relation(a, b *Quantity) relation {
	gap := s.text[a.Span.End:b.Span.Start]
	if len(gap) > longest {
		return s.boundsRelation(a, b)
	}
	joint := strings.TrimSpace(gap)
	switch {
	case isDash(joint):
		return s.dashRelation(a, b, gap)
	case words.join.has(joint) && !isHanAnd(joint) && a.tail == a.Span.End:
		if s.joins(a, b) && !s.isChange(a) && !(a.bare && !isDated(b) && s.isResult(a.Span.Start, b.Span.End)) {
			return aRange
		}
	case joint == "in" && isShare(a, b):
		return aShare
	case (joint == "and" || isHanAnd(joint)) && s.isBetween(a, b):
		if s.joins(a, b) {
			return aRange
		}
	}
	return s.boundsRelation(a, b)
}

func isDash(joint string) bool {
	switch joint {
	case "-", "–", "—", "−", "~", "～", "〜":
		return true
	}
	return false
}

// isHanAnd reports whether the joint is "and" in Chinese, which makes a range
// only with 之间 behind it.
func isHanAnd(joint string) bool {
	return joint == "与" || joint == "和" || joint == "與" || joint == "及"
}

// isBetween reports whether "between" stands before a, or 之间 behind b.
func (s *scanner) isBetween(a, b *Quantity) bool {
	if start, _, ok := words.between.before(s.text, a.lead); ok && lower(s.text[start]) < 0x80 {
		return true
	}
	rest := strings.TrimLeft(s.text[b.tail:], " ")
	return strings.HasPrefix(rest, "之间") || strings.HasPrefix(rest, "之間") ||
		strings.HasPrefix(rest, "间") || strings.HasPrefix(rest, "間")
}

// dashRelation settles what two quantities with a dash between are: a range if
// they rise, else a score or nothing.
func (s *scanner) dashRelation(a, b *Quantity, gap string) relation {
	if s.joins(a, b) {
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

// joins reports whether a and b can be the ends of a range: of one kind and unit,
// and in order.
func (s *scanner) joins(a, b *Quantity) bool {
	if isDated(a) && isDated(b) {
		_, ok := period(a.Date, b.Date)
		return ok
	}
	x, y, ok := ends(a, b)
	return ok && x.Cmp(y) < 0
}

func isDated(q *Quantity) bool { return q.Kind == Date || q.Kind == Year }

// ends returns the two ends of a range of numbers. The first takes scale word and
// unit from the second if it has none itself: "26 to 30 trillion yuan".
func ends(a, b *Quantity) (x, y number.Decimal, ok bool) {
	if a.Kind == Date || b.Kind == Date || a.Number.Range || b.Number.Range ||
		a.Number.Comparator != "" || b.Number.Comparator != "" {
		return x, y, false
	}
	plain := a.Kind == Number || a.Kind == Year
	other := b.Kind == Number || b.Kind == Year
	same := a.Kind == b.Kind && a.Number.Unit == b.Number.Unit
	if !same && !plain && !(other && a.Kind == Money) || (a.Kind == Ordinal) != (b.Kind == Ordinal) {
		return x, y, false
	}
	x, y = a.Number.Value, b.Number.Value
	if plain && a.Number.Scale.Cmp(one) == 0 && a.Number.Printed.Cmp(b.Number.Printed) < 0 {
		x = x.Mul(b.Number.Scale)
	}
	return x, y, true
}

// span makes a the range or period from a to b.
func (s *scanner) span(a, b *Quantity) {
	if isDated(a) && isDated(b) {
		a.Date, _ = period(a.Date, b.Date)
		a.Kind = Date
		a.Completed = a.Completed || b.Completed
	} else {
		x, y, _ := ends(a, b)
		unit, kind := *a, b.Kind
		v := b.Number
		if b.Kind == Number || b.Kind == Year {
			kind = a.Kind
			v.Unit, v.System, v.Per = unit.Number.Unit, unit.Number.System, unit.Number.Per
		}
		if kind == Year {
			kind = Number
		}
		v.Range, v.Lower, v.Upper, v.HasLower, v.HasUpper = true, x, y, true, true
		v.Value, v.Printed = number.Decimal{}, number.Decimal{}
		v.Approx = v.Approx || a.Number.Approx
		a.Kind, a.Number = kind, v
	}
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

// period joins two dates. Where only one has a year, the other is in the same or,
// if they would not be in order, in the year before.
func period(a, b date.Value) (date.Value, bool) {
	if a.Precision == date.Interval || b.Precision == date.Interval {
		return a, false
	}
	if a.Precision == date.NoYear && b.Known {
		a = yearFor(a, yearOf(b.Start), b, -1)
	}
	if b.Precision == date.NoYear && a.Known {
		b = yearFor(b, yearOf(a.Start), a, 1)
	}
	if !a.Known || !b.Known || a.Start > b.End {
		return a, false
	}
	return date.Value{EDTF: a.EDTF + "/" + b.EDTF, Precision: date.Interval, Start: a.Start, End: b.End, Known: true,
		Approx: a.Approx || b.Approx, Uncertain: a.Uncertain || b.Uncertain, Rule: "joined"}, true
}

// yearFor completes v with a year, or with the one before or after it (step) if
// that puts it on the right side of other.
func yearFor(v date.Value, year int, other date.Value, step int) date.Value {
	w, ok := v.WithYear(year)
	if ok && (step < 0 && w.Start > other.End || step > 0 && w.End < other.Start) {
		w, ok = v.WithYear(year + step)
	}
	if !ok {
		return v
	}
	return w
}

// boundsRelation reports twoBounds if a and b bound one number from two sides:
// "greater than 100 and smaller than 300".
func (s *scanner) boundsRelation(a, b *Quantity) relation {
	if b.lead < a.tail || isDated(a) || isDated(b) || a.Number.HasLower == a.Number.HasUpper || b.Number.HasLower == b.Number.HasUpper ||
		a.Number.HasLower == b.Number.HasLower || a.Number.Comparator == "" || b.Number.Comparator == "" {
		return unrelated
	}
	joint := strings.Trim(s.text[a.tail:b.lead], " ,，、")
	if joint != "" && !words.both.has(joint) {
		return unrelated
	}
	lower, upper := a.Number.Lower, b.Number.Upper
	if b.Number.HasLower {
		lower, upper = b.Number.Lower, a.Number.Upper
	}
	if lower.Cmp(upper) >= 0 || a.Number.Unit != "" && a.Number.Unit != b.Number.Unit && b.Number.Unit != "" {
		return unrelated
	}
	return twoBounds
}

// intersect makes a the range that both bounds leave.
func intersect(a, b *Quantity) {
	v := &a.Number
	if b.Number.HasLower {
		v.Lower, v.HasLower = b.Number.Lower, true
	} else {
		v.Upper, v.HasUpper = b.Number.Upper, true
	}
	if a.Kind == Number {
		a.Kind, v.Unit, v.System = b.Kind, b.Number.Unit, b.Number.System
	}
	v.Range, v.Value, v.Printed, v.Comparator = true, number.Decimal{}, number.Decimal{}, ""
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

// isShare reports whether "a in b" is a part of a whole: "2 in 5", "3 in 10 people".
func isShare(a, b *Quantity) bool {
	x, y := &a.Number, &b.Number
	return a.Kind == Number && x.Comparator == "" && !x.Range && !y.Range && x.Rule == "integer" && y.Rule == "integer" &&
		(b.Kind == Number || b.Kind == Count && words.is(y.Unit, personWord)) && x.Value.Sign() > 0 && x.Value.Cmp(y.Value) < 0
}

// divide makes a the share a in b, which bounds what the words at b bound.
func divide(a, b *Quantity) {
	// What has no end is rounded here, as the package number rounds fractions.
	const decimals = 16
	v := b.Number
	v.Numerator, _ = a.Number.Value.Int64()
	v.Denominator, _ = v.Value.Int64()
	share, _ := a.Number.Value.Quo(v.Value, decimals)
	for places := 1; places < decimals; places++ {
		if short := share.Round(places); short.Cmp(share) == 0 {
			share = short
			break
		}
	}
	v.Kind, v.Value, v.Printed, v.Unit = number.Ratio, share, share, ""
	v.Approx = v.Approx || a.Number.Approx
	if v.Comparator != "" {
		setBound(&v, v.Comparator)
	}
	a.Kind, a.Number = Ratio, v
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}

// nearScore reports whether a word of scores stands in the same sentence within
// reach of the pair.
func (s *scanner) nearScore(start, end int) bool {
	const reach = 6
	for i, n := start, 0; n < reach; n++ {
		w, at := s.wordBefore(i)
		if w == "" {
			break
		}
		if words.is(w, scoreWord) {
			return true
		}
		i = at
	}
	for i, n := end, 0; n < reach; n++ {
		w, stop := nextWord(s.text, i)
		if w == "" {
			break
		}
		if words.is(w, scoreWord) {
			return true
		}
		i = stop
	}
	return false
}
