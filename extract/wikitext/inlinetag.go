package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// tag renders the HTML tag at i and returns its length, or that of the element
// where all of it is rendered here.
func (r *inliner) tag(s string, i int) int {
	t, ok := tagAt(s, i)
	if !ok {
		r.Write("<")
		return 1
	}
	length := t.end - i
	if t.effect == lineBreak || t.effect == blockTag {
		r.NewLine()
	}
	if t.effect == struckTag && !t.empty {
		r.strike(t.closing)
	}
	if t.closing || t.empty {
		return length
	}
	inner := s[t.end:]
	switch {
	case t.effect == superTag:
		return length + r.shifted(inner, t, browser.Raise)
	case t.effect == subTag:
		return length + r.shifted(inner, t, browser.Lower)
	case t.effect == hiddenTag:
		content, n := r.p.element(inner, t)
		r.Note(strings.TrimSpace(r.p.attrText(content)))
		return length + n
	case hasStyle(t.attrs) && parseAttrs(t.attrs).Hidden:
		content, n := r.p.element(inner, t)
		r.Note(r.away(content))
		return length + n
	}
	return length
}

func hasStyle(attrs string) bool {
	return strings.Contains(attrs, "display") || strings.Contains(attrs, "DISPLAY")
}

// element finds the end of an element whose start tag has just been read: its
// content, and the length up to and with its end tag; 0 if there is none. All
// such searches of a page together look at a limited number of bytes, so that a
// page of start tags alone does not take time by the square of its size.
func (p *pageParser) element(s string, open htmlTag) (inner string, length int) {
	if p.ahead <= 0 {
		return "", 0
	}
	depth, i := 1, 0
	defer func() { p.ahead -= i }()
	for i < len(s) {
		j := strings.IndexByte(s[i:], '<')
		if j < 0 {
			i = len(s)
			break
		}
		i += j
		t, ok := tagAt(s, i)
		if !ok {
			i++
			continue
		}
		if !t.empty && strings.EqualFold(t.name, open.name) {
			if !t.closing {
				depth++
			} else if depth--; depth == 0 {
				return s[:i], t.end
			}
		}
		i = t.end
	}
	return "", 0
}

// maxShifted is how long a number may be that is raised or lowered, its markup
// included.
const maxShifted = 64

// shifted renders a raised or lowered number as Unicode has it, so that a number
// keeps its exponent: 10<sup>6</sup> is 10⁶. It returns how much of s it took, 0
// for other content, which is rendered as usual.
func (r *inliner) shifted(s string, t htmlTag, to func(string) string) int {
	inner, length := r.p.element(s[:min(len(s), maxShifted)], t)
	digits := strings.TrimSpace(preprocess.DecodeEntities(inner))
	if length == 0 || !browser.Shiftable(digits) {
		return 0
	}
	r.Write(to(digits))
	return length
}
