package plain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A list is one that items may still be added to.
type list struct {
	items    []document.Item // kept from list to list
	at       source.Span     // the text of the last item
	numbered bool            // an item of it has a number
	number   int             // that of the last numbered item of the section, or 0
}

// A mark is what makes a line an item.
type mark struct {
	text   string // as written: "-", "**", "1."
	depth  int    // how many levels it means
	number int    // of a numbered item, otherwise -1
	tight  bool   // no white space follows, which only a star may do
}

// maxDigits keeps years from being taken for the numbers of items.
const maxDigits = 3

// splitItem takes the mark off an item.
func splitItem(s string) (m mark, text string, ok bool) {
	switch c := s[0]; {
	case c == '-' || c == '*' || c == '#':
		return bulleted(s)
	case '0' <= c && c <= '9':
		return numbered(s)
	case strings.HasPrefix(s, "•"):
		return mark{text: "•", depth: 1, number: -1}, trimLeft(s[len("•"):]), true
	}
	return mark{}, "", false
}

func bulleted(s string) (m mark, text string, ok bool) {
	n := 1
	for n < len(s) && (s[n] == '-' || s[n] == '*' || s[n] == '#') {
		n++
	}
	m = mark{text: s[:n], depth: n, number: -1}
	text = trimLeft(s[n:])
	switch {
	case text == "":
		return m, "", n == 1 // more of them are a line drawn on the page
	case len(text) < len(s)-n:
		return m, text, true
	}
	// Wikis need no space after a star. Emphasis has another star at its end.
	m.tight = true
	return m, text, s[n-1] == '*' && strings.IndexByte(text, '*') < 0
}

func numbered(s string) (m mark, text string, ok bool) {
	n := 1
	for n < len(s) && n <= maxDigits && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > maxDigits || n == len(s) || s[n] != '.' && s[n] != ')' {
		return mark{}, "", false
	}
	number, _ := strconv.Atoi(s[:n])
	m = mark{text: s[:n+1], depth: 1, number: number}
	rest := s[n+1:]
	return m, trimLeft(rest), rest == "" || startsWithSpace(rest)
}

// item reads a list item, or a pair of an infobox that is open.
func (p *page) item(l line) bool {
	m, text, ok := splitItem(l.text)
	if !ok || m.tight && p.open == inParagraph {
		return false
	}
	if p.open == inBox && p.pair(l, m, text) {
		return true
	}
	if m.number >= 0 && !p.counts(m.number) {
		return false
	}
	if p.open != inList {
		p.close()
		p.open = inList
		p.list.items = p.list.items[:0]
		p.list.numbered = false
	}
	p.list.finish(p)
	p.list.at = source.Span{Start: l.end - len(text), End: l.end}
	if m.number >= 0 {
		p.list.numbered, p.list.number = true, m.number
	}
	p.list.items = append(p.list.items, document.Item{Depth: p.depth(l, m), Marker: m.text, Line: l.num})
	return true
}

// depth is how deep an item is nested.
func (p *page) depth(l line, m mark) int {
	depth := m.depth + l.indent/2
	if depth <= p.opt.MaxDepth {
		return depth
	}
	p.notes.Add(source.Note{Severity: source.Warning, Code: "list_depth", Where: "item", Line: l.num,
		Field: "depth", Observed: strconv.Itoa(depth), Expected: strconv.Itoa(p.opt.MaxDepth),
		Message: "the item is nested deeper than lists may be; it is kept at the limit"})
	return p.opt.MaxDepth
}

// counts reports whether a number can be that of an item: 0 and 1 can, others need
// a numbered item before or after them.
func (p *page) counts(number int) bool {
	if number <= 1 || p.open == inList && p.list.numbered || number == p.list.number+1 {
		return true
	}
	next := p.below()
	if next == "" {
		return false
	}
	m, _, ok := splitItem(next)
	return ok && m.number >= 0
}

// finish gives the last item its text.
func (t *list) finish(p *page) {
	if n := len(t.items); n > 0 {
		t.items[n-1].Text = p.plain(t.at)
	}
}

func (t *list) close(p *page) *document.List {
	t.finish(p)
	return &document.List{Items: slices.Clone(t.items), Line: t.items[0].Line}
}
