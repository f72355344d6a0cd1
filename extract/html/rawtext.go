package html

import "strings"

// whole reads an element whose content is not markup of the page, and returns the
// byte after it.
func (p *parser) whole(t *token) int {
	name := strings.ToLower(t.name)
	switch {
	case t.kind() == tagTemplate:
		return p.afterTemplate(t.end)
	case name == "plaintext":
		p.characters(t.end, len(p.text))
		return len(p.text)
	}
	end, next, ok := rawEnd(p.text, t.end, name)
	if !ok {
		p.noteUnclosed(p.at, "the element "+name+" has no end: all that follows it on the page belongs to it")
	}
	switch t.kind() {
	case tagShownRaw:
		if !p.skipping() {
			p.blockEdge()
		}
		p.literal(t.end, end)
		if !p.skipping() {
			p.blockEdge()
		}
	case tagTitle:
		if p.firstTitle == "" && p.foreign == 0 {
			p.firstTitle = plainText(p.text[t.end:end])
		}
	}
	return next
}

// afterTemplate returns the byte after the template whose content begins at i: it is
// markup of no page. One without an end is taken for the tag alone.
func (p *parser) afterTemplate(i int) int {
	depth := 1
	for at := i; p.ahead > 0; {
		j := strings.IndexByte(p.text[at:], '<')
		if j < 0 {
			break
		}
		at += j
		name := strings.TrimPrefix(p.text[at+1:], "/")
		if len(name) > len("template") && strings.EqualFold(name[:len("template")], "template") && endsName[name[len("template")]] {
			if p.text[at+1] != '/' {
				depth++
			} else if depth--; depth == 0 {
				if end := strings.IndexByte(p.text[at:], '>'); end >= 0 {
					return at + end + 1
				}
			}
		}
		at++
	}
	p.ahead -= len(p.text) - i
	p.noteUnclosed(p.at, "the element template has no end: its content is taken for that of the page")
	return i
}

// plainText is a text in which only character references are more than themselves.
func plainText(s string) string {
	var w writing
	w.text(s, false)
	return w.Plain()
}
