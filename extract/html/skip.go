package html

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
)

// skipStart handles a start tag in what is not part of the text. Of the site's frame
// it takes the title, the categories and the texts of references.
func (p *parser) skipStart(t *token, k kind) {
	if p.enters(t) {
		p.closeBefore(t, k)
		p.drop, p.outside = p.drop-1, false
		p.push(element{info: t.info, name: t.name, does: article})
		return
	}
	if p.foreign > 0 && !p.leavesForeign(t, k) {
		return
	}
	switch {
	case k == tagTable:
		if p.outside && p.skipped == 0 {
			p.left.add(p.Line(p.at), t.attrs.get(attrClass))
		}
		p.aside.Space()
		p.skipped++
		p.push(element{info: t.info})
		return
	case k.isTablePart():
		if p.skipped > 0 || p.tables.Top() == nil {
			p.aside.Space()
			return
		}
		p.startPart(t, k)
		return
	case k == tagBreak, k == tagRule:
		p.aside.Space()
		return
	case k == tagImage, k == tagVoid:
		return
	case k == tagUnseen, k == tagForeign:
		p.openUnseen(t, k)
		return
	}
	p.closeBefore(t, k)
	if k.ownLine() {
		p.aside.Space()
	}
	e := element{info: t.info, name: t.name}
	if t.attrs.seen != 0 || p.within != 0 {
		p.skipEffects(t, k, &e)
	}
	p.push(e)
}

// skipEffects opens what matters of an element although it is not part of the text.
func (p *parser) skipEffects(t *token, k kind, e *element) {
	r := p.roles(&t.attrs)
	if r&roleMoment != 0 && p.cap.kind == captureHidden {
		p.moment(t)
	}
	if p.cap.on() {
		switch {
		case r&(roleBacklink|roleChrome) != 0, hidden(&t.attrs):
			p.leaveOut(e)
		case k == tagLink && p.cap.kind == captureNote && p.cap.id == "":
			p.cap.id = referenceID(t.attrs.text(attrHref))
		case p.cap.kind == captureReference && p.drop == 0:
			e.does |= apart
			p.citationEffects(t, k, r, e)
		}
		return
	}
	switch {
	case r&roleTitle != 0:
		p.capture(e, captureTitle, "")
	case r&roleCategories != 0:
		e.does |= categories
		p.within |= categories
	case r&roleReferences != 0:
		e.does |= references
		p.within |= references
	case k == tagItem && p.within&references != 0:
		if id := t.attrs.text(attrID); id != "" {
			p.capture(e, captureReference, id)
		}
	case k == tagLink && p.within&categories != 0 && p.stack.count[tagItem] > 0:
		p.capture(e, captureCategory, "")
	}
}

// openUnseen opens an element whose content no reader of the page sees.
func (p *parser) openUnseen(t *token, k kind) {
	if k == tagForeign {
		p.foreign++
	}
	e := element{info: t.info, name: t.name}
	p.leaveOut(&e)
	p.push(e)
}

// leavesForeign reports whether a start tag ends the picture or formula it is in,
// as those of ordinary text do.
func (p *parser) leavesForeign(t *token, k kind) bool {
	switch k {
	case tagParagraph, tagItem, tagTerm, tagList, tagHeading, tagPre, tagSuper, tagSub, tagBreak, tagRule, tagImage, tagTable, tagFormatting:
	case tagForeign:
		p.openUnseen(t, k)
		return false
	default:
		if t.name != "span" && t.name != "div" {
			return false
		}
	}
	for i := len(p.stack.open) - 1; i >= p.base() && p.foreign > 0; i-- {
		if p.stack.open[i].kind() == tagForeign {
			p.popTo(i)
		}
	}
	if p.foreign == 0 {
		p.start(t)
	}
	return false
}

// leaveOut makes an element one that is left out.
func (p *parser) leaveOut(e *element) {
	e.does |= drops
	p.drop++
}

// A leftOut counts the boxes that are not content of the page, and the tables
// outside of its article.
type leftOut struct {
	n, line, last int
	class         string // of the first
}

func (l *leftOut) add(line int, class string) {
	if l.n++; l.n == 1 {
		l.line, l.class = line, collapsed(decodeAttr(class))
	}
	l.last = line
}

// noteLeft notes the boxes that were left out, once a page.
func (p *parser) noteLeft() {
	l := &p.left
	if l.n == 0 {
		return
	}
	lines := fmt.Sprintf("line %d", l.line)
	if l.last > l.line {
		lines = fmt.Sprintf("lines %d to %d", l.line, l.last)
	}
	p.notes.Add(source.Note{Code: "left_out", Where: "page", Line: l.line, Observed: fmt.Sprint(l.n), Field: l.class,
		Message: "boxes of navigation, notices, or tables outside of the article, on " + lines + ", are in no table"})
}
