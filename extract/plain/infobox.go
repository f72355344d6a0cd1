package plain

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A box is an infobox that pairs may still be added to.
type box struct {
	*document.Infobox
	// values are the parts of the last pair's value: what is on its line and
	// goes on below it, then the items nested in it. It is nil before a pair.
	values []source.Span
	key    string
	num    int // the line of the last pair
	// depth is that of the pairs, inner that of the pairs of a group, 0 outside one.
	depth, inner int
	group        string
}

// infobox reads a line `Infobox` that pairs follow.
func (p *page) infobox(l line) bool {
	template, ok := boxName(l.text)
	if !ok || template != "" && p.open == inParagraph {
		return false
	}
	first, m, ok := p.pairFollows()
	if !ok {
		return false
	}
	p.close()
	p.open = inBox
	p.box = box{values: p.box.values[:0], depth: m.depth + first.indent/2,
		Infobox: &document.Infobox{Template: template, Line: l.num, LastLine: l.num}}
	return true
}

const (
	boxWord     = "infobox"
	maxTemplate = 64
)

// boxName reads the first line of an infobox: the word alone, or the name of a
// template that begins with it and is not a sentence.
func boxName(s string) (template string, ok bool) {
	if len(s) < len(boxWord) || len(s) > maxTemplate || !strings.EqualFold(s[:len(boxWord)], boxWord) {
		return "", false
	}
	switch rest := s[len(boxWord):]; {
	case rest == "" || rest == ":":
		return "", true
	case !startsWithSpace(rest) && rest[0] != '_':
		return "", false
	}
	return collapse(s), strings.IndexByte(".:;,!?", s[len(s)-1]) < 0 && strings.IndexByte(s, '|') < 0
}

// pairFollows reports whether the next line that is not blank is a pair.
func (p *page) pairFollows() (l line, m mark, ok bool) {
	for ahead := p.rest; ; {
		l, ok = ahead.next()
		if !ok {
			return l, m, false
		}
		if l.text == "" {
			continue
		}
		m, text, ok := splitItem(l.text)
		if ok {
			_, _, ok = splitPair(text)
		}
		return l, m, ok && m.number < 0
	}
}

// pair reads an item below an infobox. It returns false if the item ends it.
func (p *page) pair(l line, m mark, text string) bool {
	b := &p.box
	key, value, ok := splitPair(text)
	depth := m.depth + l.indent/2
	if depth > b.depth && len(b.values) > 0 {
		return p.nested(l, text, depth)
	}
	if m.number >= 0 || !ok && (p.gap || len(text) > maxKey) {
		return false
	}
	b.finish(p)
	b.inner, b.group = 0, ""
	if !ok {
		key, value = collapse(text), ""
		p.notes.Add(source.Note{Severity: source.Info, Code: "missing_colon", Where: "infobox", Line: l.num,
			Field: key, Observed: collapse(l.text), Expected: m.text + " " + key + ":",
			Message: "the line has no colon; all of it is taken for a key without a value"})
	}
	b.begin(l, key, value)
	return true
}

// nested reads an item that is deeper than the pairs.
func (p *page) nested(l line, text string, depth int) bool {
	b := &p.box
	key, value, ok := splitPair(text)
	switch {
	case b.inner == 0 && ok && len(b.values) == 1 && b.values[0].Len() == 0:
		b.finish(p)
		b.group, b.inner = b.key, depth
		b.begin(l, key, value)
	case depth <= b.inner && ok:
		b.finish(p)
		b.begin(l, key, value)
	case p.gap && !ok:
		return false
	default:
		b.values = append(b.values, source.Span{Start: l.end - len(text), End: l.end})
		b.LastLine = l.num
	}
	return true
}

// begin begins a pair.
func (b *box) begin(l line, key, value string) {
	b.key, b.num = key, l.num
	b.values = append(b.values[:0], source.Span{Start: l.end - len(value), End: l.end})
	b.LastLine = l.num
}

// goOn adds a line to the last value.
func (b *box) goOn(l line) {
	last := &b.values[len(b.values)-1]
	if last.Len() == 0 {
		last.Start = l.start
	}
	last.End = l.end
	b.LastLine = l.num
}

// finish adds the last pair, and those that its value is fused with, to the box.
func (b *box) finish(p *page) {
	if len(b.values) == 0 {
		return
	}
	from := len(b.Pairs)
	raw := p.text[b.values[0].Start:b.values[0].End]
	value, rest := nextFused(raw)
	b.put(p, b.key, value)
	for rest.ok {
		key := collapse(rest.key)
		value, rest = nextFused(rest.value)
		b.put(p, key, value)
	}
	if n := len(b.Pairs) - from; n > 1 {
		p.noteFused(b, raw, n)
	}
	for _, pair := range b.Pairs[from:] {
		p.noteKey(pair)
	}
	b.nest(p)
	b.values = b.values[:0]
}

func (b *box) put(p *page, key, value string) {
	b.Pairs = append(b.Pairs, document.Pair{Key: key, Text: document.Text{Plain: collapse(value)}, Line: b.num, Group: b.group})
}

// nest adds the items nested in a value to it, each as a line.
func (b *box) nest(p *page) {
	if len(b.values) == 1 {
		return
	}
	text := &b.Pairs[len(b.Pairs)-1].Text
	lines := make([]string, 0, len(b.values))
	if text.Plain != "" {
		lines = append(lines, text.Plain)
	}
	for _, s := range b.values[1:] {
		lines = append(lines, p.plain(s).Plain)
	}
	text.Plain = strings.Join(lines, "\n")
}

func (b *box) close(p *page) *document.Infobox {
	b.finish(p)
	b.Pairs = slices.Clip(b.Pairs)
	return b.Infobox
}
