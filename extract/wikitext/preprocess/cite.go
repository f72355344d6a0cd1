package preprocess

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/citation"
	"github.com/tidywiki/tidywiki/extract/internal/substring"
	"github.com/tidywiki/tidywiki/extract/source"
)

// citeText is {{#cite:}}: the citation that the template's arguments make.
func citeText(c *call, _ string) string {
	if c.f == nil {
		return ""
	}
	src := c.f.source()
	shown := src.Citation()
	return citation.Write(&shown)
}

// source is what the named arguments say of a source.
func (f *frame) source() (src citation.Source) {
	for i := range f.args {
		if a := &f.args[i]; a.named {
			src.Set(a.name, f.valueOf(a))
		}
	}
	return src
}

// cite writes a template that cites a source, and keeps its arguments aside. It reports
// whether it does: of those that only point to a source or comment on one, no argument
// says what it is. own is the text of a template that the reader of the page has given.
func (c *call) cite(out *output, name string, own *parsedTemplate) bool {
	e := c.e
	src := c.own.source()
	if !src.IsSource() || e.exhausted() {
		return false
	}
	shown := src.Citation()
	strip := Strip{Kind: Cite, Text: citation.Write(&shown), Source: c.span(0), Cited: &shown, Box: &Call{Name: name, Source: c.span(0)}}
	r := e.result
	first := len(r.args)
	for i := range c.own.args {
		if a := &c.own.args[i]; a.named && strings.TrimSpace(c.own.valueOf(a)) != "" {
			r.args = append(r.args, Arg{Name: a.name, Value: c.own.valueOf(a), Source: c.span(i + 1)})
		}
	}
	strip.Box.Args = r.args[first:len(r.args):len(r.args)]
	if own == nil {
		out.write(strip.Text)
	} else {
		c.expandText(out, own, &c.own)
	}
	e.strip(out, strip)
	return true
}

// placeOf is where a part of the page's text is in it, and the outermost construct for
// a text that is not part of the page.
func (e *expander) placeOf(s string) source.Span {
	if s != "" {
		if start := substring.Offset(e.page, s); start >= 0 {
			return source.Span{Start: start, End: start + len(s)}
		}
	}
	return e.at
}
