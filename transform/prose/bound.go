package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// bound looks at the words before and behind a number that bound or round it:
// "more than 500", "about 300", "200 or greater", 比三十大. It widens lead and tail
// to them. exact reports whether the text
// calls it a number ("equal to 2000").
func (s *scanner) bound(q *quantity) (exact bool) {
	sign := s.boundBefore(q)
	if after := s.boundAfter(q); after != "" {
		sign = stronger(sign, after)
	}
	if start, _, ok := words.exact.before(s.text, q.lead); ok {
		q.lead, exact = start, true
	}
	if sign != "" && q.Number.Comparator == "" && !q.Number.Range && q.Number.Kind != number.Ordinal {
		setBound(&q.Number, sign)
	}
	return exact
}

// boundBefore reads the words before a number, at most three phrases of them:
// "at least about some 500".
func (s *scanner) boundBefore(q *quantity) (sign string) {
	for range 3 {
		if start, _, ok := s.vocabulary.approx.before(s.text, q.lead); ok {
			q.lead, q.Number.Approx = start, true
			continue
		}
		start, v, ok := s.vocabulary.before.before(s.text, q.lead)
		if !ok || v == "" || sign != "" || s.isJoint(start, q.lead) {
			return sign
		}
		q.lead, sign = start, v
	}
	return sign
}

// isJoint reports whether the words text[i:end] join two numbers rather than bound
// one: the до of "от 5 до 10".
func (s *scanner) isJoint(i, end int) bool {
	n := len(s.out)
	if n == 0 || backSpace(s.text, i) != s.out[n-1].tail {
		return false
	}
	return s.vocabulary.joint(strings.TrimSpace(s.text[i:end]))&toJoint != 0
}

// boundAfter reads the words behind a number.
func (s *scanner) boundAfter(q *quantity) (sign string) {
	if start, _, ok := words.than.before(s.text, q.lead); ok {
		if end, v, ok := words.compared.after(s.text, q.tail); ok {
			q.lead, q.tail = start, end
			return v
		}
	}
	if end, _, ok := words.around.after(s.text, q.tail); ok {
		q.tail, q.Number.Approx = end, true
	}
	end, v, ok := s.vocabulary.after.after(s.text, q.tail)
	if !ok {
		// 一百人以上
		counted, _, ok := words.counter.after(s.text, q.tail)
		if !ok || counted == q.tail || s.text[counted-1] < utf8.RuneSelf {
			return ""
		}
		if _, v, ok = s.vocabulary.after.after(s.text, counted); !ok || v == "same" || s.text[counted] < utf8.RuneSelf {
			return ""
		}
		return v
	}
	if s.comparesNext(end) {
		return ""
	}
	q.tail = end
	return v
}

// comparesNext reports whether the phrase that ends at i belongs to the next
// number: "5000 or less than 4000", "12 and more than 194", "5 or more than six", "30 and up to 40".
func (s *scanner) comparesNext(i int) bool {
	next := skipSpace(s.text, i)
	rest := s.text[next:]
	if rest != "" && isDigit(rest[0]) || strings.HasPrefix(rest, "than ") || strings.HasPrefix(rest, "to ") {
		return true
	}
	word, _ := nextPart(rest, 0)
	return strings.HasSuffix(s.text[:i], " than") && word != "" && s.vocabulary.startsQuantity(word)&numberWord != 0
}

// stronger joins what the words before and behind a number say: "more than 5000
// or equal to".
func stronger(before, after string) string {
	switch {
	case after != "same":
		return after
	case before == ">":
		return ">="
	case before == "<":
		return "<="
	}
	return before
}

// setBound makes v a bound.
func setBound(v *number.Value, sign string) {
	v.Comparator = sign
	if sign[0] == '>' {
		v.Lower, v.HasLower = v.Value, true
	} else {
		v.Upper, v.HasUpper = v.Value, true
	}
}

// boundsRelation reports twoBounds if a and b bound one number from two sides:
// "greater than 100 and smaller than 300".
func (s *scanner) boundsRelation(a, b *quantity) relation {
	if overlap(a, b) || isDated(a) || isDated(b) || a.Number.HasLower == a.Number.HasUpper || b.Number.HasLower == b.Number.HasUpper ||
		a.Number.HasLower == b.Number.HasLower || a.Number.Comparator == "" || b.Number.Comparator == "" {
		return unrelated
	}
	joint := strings.Trim(gap(s.text, a, b), " ,，、")
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
func intersect(a, b *quantity) {
	v := &a.Number
	if b.Number.HasLower {
		v.Lower, v.HasLower = b.Number.Lower, true
	} else {
		v.Upper, v.HasUpper = b.Number.Upper, true
	}
	if a.Kind == kindNumber {
		a.Kind, v.Unit, v.System = b.Kind, b.Number.Unit, b.Number.System
	}
	v.Range, v.Value, v.Printed, v.Comparator = true, number.Decimal{}, number.Decimal{}, ""
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}
