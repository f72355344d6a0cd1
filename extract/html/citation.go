package html

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/citation"
)

// writerOf is where the text of an element goes.
func (p *parser) writerOf(e *element) *writing {
	if e.does&apart != 0 {
		return &p.aside
	}
	return p.out
}

// citationEffects begins what an element in the text of a reference, or a citation
// outside of references, tells of a source.
func (p *parser) citationEffects(t *token, k kind, r role, e *element) {
	switch {
	case r&roleCOinS != 0:
		if p.refs.described != nil {
			citation.FromCOinS(p.refs.described, t.attrs.text(attrTitle))
		}
		return
	case r&roleCitation != 0:
		e.does |= cites
		if e.does&apart == 0 {
			ref := p.refs.find("", p.Line(p.at))
			p.out.Cite(p.refs.cite(ref, ""))
			ref.defined, p.refs.described = true, &ref.Reference
		}
		if p.refs.described != nil {
			p.refs.described.Template = citeTemplate(t.attrs.get(attrClass))
		}
	case r&roleAccessed != 0:
		e.does |= accessed
	case k == tagLink:
		if e.target, e.linked = p.target(t); e.target != "" {
			e.does |= links
		}
	}
	w := p.writerOf(e)
	e.saved, e.text = w.Len(), w.number
}

// endCitation ends a citation or the date when its source was read.
func (p *parser) endCitation(e *element) {
	ref := p.refs.described
	if ref == nil {
		return
	}
	w := p.writerOf(e)
	text, start := w.Since(e.begin(w))
	switch {
	case e.does&accessed != 0:
		ref.AccessDate = strings.Trim(text, " .,;")
	case e.does&apart == 0:
		ref.Text = document.Text{Plain: strings.Clone(text)}
		var links []document.Link
		for _, l := range w.Links {
			if l.Start >= start {
				l.Start, l.End = l.Start-start, l.End-start
				links = append(links, l)
			}
		}
		if len(links) > 0 {
			ref.Text.Aside = &document.Aside{Links: links}
		}
		citation.Complete(ref)
	}
}

// citeTemplate is the template whose citation has that class: "citation web cs1" is
// that of Cite web.
func citeTemplate(class string) string {
	classes := strings.Fields(class)
	for i, c := range classes {
		if strings.EqualFold(c, "citation") && i+1 < len(classes) && !strings.HasPrefix(classes[i+1], "cs") {
			return "Cite " + printable(decodeAttr(classes[i+1]))
		}
	}
	return "Citation"
}
