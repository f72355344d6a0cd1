package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// A change is the statement that something went from one value to another.
type change struct {
	// Subject is what changed, as the text has it, or "".
	Subject string
	// From and To are the values with their scale words applied, in Unit.
	From, To number.Decimal
	Unit     string
	// Difference is To - From; Growth is 100 x Difference / From at 4 decimals,
	// half up, unless From is 0.
	Difference, Growth number.Decimal
	HasGrowth          bool
	// First and Last index the two quantities in the order of the text.
	First, Last int
}

// findChanges returns what the text says went from one value to another. qs are the
// quantities of the text. "From 5 to 10" alone is a range: a verb of change must lead
// to it.
func findChanges(text string, qs []quantity) []change {
	var out []change
	for i := 0; i < len(qs); i++ {
		if !changes(&qs[i]) {
			continue
		}
		j := nextChanging(qs, i)
		if j < 0 {
			break
		}
		if c, ok := changeOf(text, qs, i, j); ok {
			out = append(out, c)
			i = j // a quantity is an end of one change only
		}
	}
	return out
}

// changes reports whether a quantity can be an end of a change.
func changes(q *quantity) bool {
	return !isDated(q) && q.Kind != kindOrdinal && q.HasValue()
}

// nextChanging returns the next quantity after i that is not a date, or -1 if it
// cannot be the other end.
func nextChanging(qs []quantity, i int) int {
	for j := i + 1; j < len(qs); j++ {
		if !isDated(&qs[j]) {
			if changes(&qs[j]) {
				return j
			}
			return -1
		}
	}
	return -1
}

// changeOf reads quantities i and j as the ends of a change.
func changeOf(text string, qs []quantity, i, j int) (c change, ok bool) {
	a, b := &qs[i], &qs[j]
	if !oneStatement(text, a.tail, b.lead) {
		return c, false
	}
	x, y, ok := ends(a, b)
	if !ok || a.Number.Per != b.Number.Per && b.Number.Per == "" {
		return c, false
	}
	c = change{From: x, To: y, Unit: b.Number.Unit, First: i, Last: j}
	if c.Unit == "" {
		c.Unit = a.Number.Unit
	}
	if !c.read(text, qs) {
		return c, false
	}
	c.Difference = c.To.Sub(c.From)
	c.Growth, c.HasGrowth = c.Difference.Mul(number.NewDecimal(100, 0)).Quo(c.From, 4)
	return c, true
}

// oneStatement reports whether the text between the ends holds them together:
// it is short, within a sentence, and has no verb of change of its own.
func oneStatement(text string, start, end int) bool {
	const reach = 80
	if end-start > reach || end < start {
		return false
	}
	for i := start; i < end; i++ {
		if text[i] == ';' || endsSentence(text, i) {
			return false
		}
	}
	verb, _ := changeBefore(text, start, end)
	return verb == ""
}

// read settles which end is the value before, and the subject, by the words that
// lead to the two ends.
func (c *change) read(text string, qs []quantity) bool {
	a, b := &qs[c.First], &qs[c.Last]
	from, _, hasFrom := leads(words.from, text, a, qs, c.First)
	if _, v, ok := leads(words.to, text, b, qs, c.Last); ok && hasFrom {
		if v != "" {
			c.Subject = subjectHan(text, from)
			return true
		}
		return c.findSubject(text, qs, from)
	}
	to, _, hasTo := leads(words.to, text, a, qs, c.First)
	if _, _, ok := words.from.before(text, b.lead); ok && hasTo {
		c.From, c.To = c.To, c.From
		return c.findSubject(text, qs, to)
	}
	return c.readBy(text, qs)
}

// leads returns where the word that leads to quantity i begins, and its value.
// A date may be between them: 从2012年的5亿元.
func leads(p *phrases, text string, q *quantity, qs []quantity, i int) (start int, value string, ok bool) {
	if start, value, ok = p.before(text, q.lead); ok {
		return start, value, true
	}
	if i > 0 && isDated(&qs[i-1]) && isOf(gap(text, &qs[i-1], q)) {
		start, value, ok = p.before(text, qs[i-1].lead)
	}
	return start, value, ok
}

func isOf(between string) bool { return strings.TrimSpace(between) == "" || words.of.has(between) }

// findSubject finds the verb of change before the words that lead to the first value, and
// with it the subject.
func (c *change) findSubject(text string, qs []quantity, lead int) bool {
	begin := clauseStart(text, lead)
	verb, at := changeBefore(text, begin, lead)
	if verb == "" {
		begin = sentenceAt(text, lead).Start
		if verb, at = changeBefore(text, begin, lead); verb == "" {
			return false
		}
	}
	c.Subject = subject(text, qs[:c.First], begin, at, at+len(verb), lead)
	return true
}

// readBy reads "by 5 to 30": the value before follows exactly from the two. A
// percentage is not enough: "by 5% to 30%" may mean percent or points.
func (c *change) readBy(text string, qs []quantity) bool {
	a, b := &qs[c.First], &qs[c.Last]
	by, prev := lastWord(text, a.lead)
	_, v, ok := words.to.before(text, b.lead)
	if by != "by" || !ok || v != "" || a.Kind == kindPercent || a.Kind == kindPoints || a.Kind != b.Kind {
		return false
	}
	if !c.findSubject(text, qs, prev) {
		return false
	}
	verb, _ := changeBefore(text, clauseStart(text, prev), prev)
	switch value(words.changes, verb) {
	case "up":
		c.From = c.To.Sub(c.From)
	case "down":
		c.From = c.To.Add(c.From)
	default:
		return false
	}
	return true
}

// changeBefore returns the last verb of change in text[begin:end] and where it
// begins, or "".
func changeBefore(text string, begin, end int) (verb string, at int) {
	for i := end; i > begin; {
		start := wordStart(text, i)
		if start == i {
			i--
			continue
		}
		if start < begin {
			break
		}
		if w := text[start:i]; words.is(w, changeWord) {
			return w, start
		}
		i = start
	}
	return "", 0
}
