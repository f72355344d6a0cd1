package prose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
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

// timeWord returns the unit of a duration as the text writes it, without the words
// behind it that bound it: the 岁 of 18岁以下.
func (s *scanner) timeWord(q *quantity) string {
	raw := s.text[q.Span.Start:q.Span.End]
	if start, _, ok := s.vocabulary.after.before(raw, len(raw)); ok && start > 0 {
		raw = raw[:start]
	} else if start, _, ok := words.around.before(raw, len(raw)); ok && start > 0 {
		raw = raw[:start]
	}
	if start, _, ok := words.durations.before(raw, len(raw)); ok && raw[start] >= utf8.RuneSelf {
		return raw[start:] // the 岁 of 四十多岁
	}
	return unitWord(raw)
}

// takesHalf adds the 半 of 三年半 to a duration.
func (s *scanner) takesHalf(q *quantity) {
	const half = "半"
	end := q.Span.End
	if !strings.HasPrefix(s.text[end:], half) || q.Number.Range || !q.Number.Value.IsInteger() {
		return
	}
	if _, _, ok := words.durations.after(s.text, end+len(half)); ok {
		return
	}
	q.Number.Value = q.Number.Value.Add(number.NewDecimal(5, -1))
	q.Number.Printed = q.Number.Value
	q.Span.End += len(half)
	q.tail = max(q.tail, q.Span.End)
}

// isAgo applies the scale word of "84 million years ago", for which there is a unit of
// its own, and reports whether it did.
func (s *scanner) isAgo(q *quantity) bool {
	raw, ok := strings.CutSuffix(s.text[q.Span.Start:q.Span.End], "ago")
	if !ok {
		return false
	}
	v, ok := number.Parse(raw, &s.plain)
	if !ok || !isTime(&v) {
		return false
	}
	v.Approx = v.Approx || q.Number.Approx
	q.Number = v
	s.setDuration(q, unitWord(strings.TrimSpace(raw)))
	return true
}

// takesAndHalf takes the 个半小时 of 一个半小时.
func (s *scanner) takesAndHalf(q *quantity) bool {
	rest := s.text[q.Span.End:]
	for _, half := range [...]string{"个半", "個半"} {
		if !strings.HasPrefix(rest, half) {
			continue
		}
		end, unit, ok := words.durations.after(rest, len(half))
		if ok && q.Number.Value.IsInteger() && !q.Number.Range {
			q.Number.Value = q.Number.Value.Add(number.NewDecimal(5, -1))
			q.Number.Printed = q.Number.Value
			q.Kind, q.Number.Unit, q.Number.System = kindDuration, unit, ""
			q.Span.End += end
			q.tail = max(q.tail, q.Span.End)
			return true
		}
	}
	return false
}

// halfHan reads 半小时 and 半个月.
func (s *scanner) halfHan(i int) (end int, ok bool) {
	rest, ok := strings.CutPrefix(s.text[i:], "半")
	if !ok {
		return i, false
	}
	end, unit, ok := words.durations.after(rest, 0)
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	if !ok || strings.ContainsRune("上下前后後大小", before) {
		return i, false // 上半年 is the first half of a year
	}
	half := number.NewDecimal(5, -1)
	end += len(s.text) - len(rest)
	q := quantity{Kind: kindDuration, Span: source.Span{Start: i, End: end}, lead: i, tail: end,
		Number: number.Value{Value: half, Printed: half, Scale: one, Unit: unit, Words: true, Rule: "hanzi"}}
	s.bound(&q)
	s.out = append(s.out, q)
	return end, true
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
		unit = s.vocabulary.durations.value(word)
	}
	if unit == "" && word != q.Number.Unit {
		unit = timeNames[q.Number.Unit]
	}
	if unit == "" {
		unit = word
	}
	q.Kind, q.Number.Unit, q.Number.System = kindDuration, unit, ""
}

// timeNames are the names of units of time that no word list has in the form of the
// text.
var timeNames = map[string]string{"a": "year", "mo": "month", "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second"}

// takesTime takes a unit of time that follows the number but that the
// package number does not know as one: "87 yo", "十个月大".
func (s *scanner) takesTime(q *quantity) bool {
	end, unit, ok := words.durations.after(s.text, q.Span.End)
	if !ok {
		end, unit, ok = s.vocabulary.durations.after(s.text, q.Span.End)
	}
	if !ok {
		return false
	}
	q.Kind, q.Number.Unit, q.Number.System = kindDuration, unit, ""
	q.Span.End, q.tail = end, max(end, q.tail)
	s.takesHalf(q)
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

// isPartOf reports whether b goes on with the duration a in a smaller unit: the
// minutes of "2 hours and 45 minutes" and of "1h 20m". joint is the text between.
func (s *scanner) isPartOf(b, a *quantity, joint string) bool {
	if a.Kind != kindDuration || a.Number.Range || b.Number.Range || a.Number.Comparator != "" || b.Number.Comparator != "" ||
		!a.Number.Value.IsInteger() || b.lead < b.Span.Start {
		return false
	}
	if joint != "" && joint != "," && s.vocabulary.joint(strings.TrimLeft(joint, ", "))&andJoint == 0 {
		return false
	}
	parts, _ := partsOf(a.Number.Unit, b.Number.Unit)
	return parts > 0 && b.Number.Value.Sign() >= 0 && b.Number.Value.Cmp(number.NewDecimal(int64(parts), 0)) < 0
}

// partsOf returns how many of the smaller unit make the unit, and the smaller unit's
// name; 0 if they are not neighbours.
func partsOf(unit, smaller string) (parts int, name string) {
	fields := strings.Fields(words.parts[unit])
	for i := 1; i < len(fields); i++ {
		if fields[i] == smaller {
			parts, _ = strconv.Atoi(fields[0])
			return parts, fields[1]
		}
	}
	return 0, ""
}

// addPart makes a the sum of a and b, in the smaller unit.
func addPart(a, b *quantity) {
	parts, name := partsOf(a.Number.Unit, b.Number.Unit)
	v := &a.Number
	v.Value = v.Value.Mul(number.NewDecimal(int64(parts), 0)).Add(b.Number.Value)
	v.Printed, v.Unit, v.Approx = v.Value, name, v.Approx || b.Number.Approx
	a.Span.End, a.tail, a.bare = b.Span.End, b.tail, false
}
