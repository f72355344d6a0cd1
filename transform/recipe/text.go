package recipe

import (
	"strings"
	"unicode/utf8"
)

// A pageText is a paragraph or item of the page with its dates replaced.
type pageText struct {
	where   string // paragraph or item
	section int
	line    int
	// text has one private use character for each date.
	text  string
	dates []foundDate
}

// A foundDate is a date in a text, as written and parsed.
type foundDate struct {
	raw string
	days
}

// restore puts the dates back into a part of the text.
func (t *pageText) restore(part string) string {
	if len(t.dates) == 0 {
		return part
	}
	var b strings.Builder
	for _, r := range part {
		if i := int(r - firstDate); r >= firstDate && i < len(t.dates) {
			b.WriteString(t.dates[i].raw)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// value returns the value of a group of a pattern: a date if it is one, or the text.
func (t *pageText) value(part string) any {
	if r, size := utf8.DecodeRuneInString(part); size == len(part) && r >= firstDate && int(r-firstDate) < len(t.dates) {
		return t.dates[r-firstDate].days
	}
	return orNull(strings.TrimSpace(t.restore(part)))
}

// allTexts returns the paragraphs and then the items of the page, with their dates from the
// table quantities.
func (p *view) allTexts() []pageText {
	if p.read {
		return p.texts
	}
	p.read = true
	found := p.datesInTexts()
	for _, where := range []string{"paragraph", "item"} {
		t := p.data.Table(where + "s")
		if t == nil {
			continue
		}
		for i := range t.NumRows() {
			pt := pageText{where: where, section: int(t.Column("section").Int(i)), line: int(t.Column("line").Int(i))}
			pt.take(t.Column("text").Str(i), found[textKey{where, t.Column(where).Int(i)}])
			p.texts = append(p.texts, pt)
		}
	}
	return p.texts
}

type textKey struct {
	where   string
	ordinal int64
}

// A dateSpan is a date and its place in a text, in code points.
type dateSpan struct {
	start, end int
	days
}

func (p *view) datesInTexts() map[textKey][]dateSpan {
	found := map[textKey][]dateSpan{}
	q := p.data.Table("quantities")
	if q == nil {
		return found
	}
	for i := range q.NumRows() {
		if d, ok := daysOf(q, i).(days); ok && q.Column("kind").Str(i) == "date" {
			key := textKey{q.Column("where").Str(i), q.Column("ordinal").Int(i)}
			found[key] = append(found[key], dateSpan{int(q.Column("start").Int(i)), int(q.Column("end").Int(i)), d})
		}
	}
	return found
}

// take sets the text with its dates replaced. It ignores a date that is not inside the text
// or overlaps the date before. A text that already has such characters is not changed.
func (t *pageText) take(text string, spans []dateSpan) {
	t.text = text
	if len(spans) == 0 || strings.ContainsFunc(text, func(r rune) bool { return r >= firstDate && r <= lastDate }) {
		return
	}
	runes := []rune(text)
	var out []rune
	last := 0
	for _, s := range spans {
		if s.start < last || s.end <= s.start || s.end > len(runes) {
			continue
		}
		out = append(append(out, runes[last:s.start]...), firstDate+rune(len(t.dates)))
		t.dates = append(t.dates, foundDate{string(runes[s.start:s.end]), s.days})
		last = s.end
	}
	t.text = string(append(out, runes[last:]...))
}
