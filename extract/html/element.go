package html

import "github.com/tidywiki/tidywiki/extract/internal/browser"

// start handles a start tag. It returns the offset after the tag, or after the element if
// that has been read to its end.
func (p *parser) start(t *token) int {
	k := t.kind()
	if t.attrs.seen&transcluded != 0 {
		p.transclusion.see(&t.attrs)
	}
	switch k {
	case tagRaw, tagShownRaw, tagTitle, tagTemplate:
		return p.whole(t)
	case tagPage:
		if p.enters(t) { // the page itself is the article
			p.drop, p.outside = p.drop-1, false
		}
		return t.end
	case tagMeta:
		p.property(t)
		return t.end
	}
	if p.skipping() {
		p.skipStart(t, k)
		return t.end
	}
	switch {
	case k == tagTable:
		p.startTable(t)
	case k.isTablePart():
		p.startPart(t, k)
	default:
		p.startElement(t, k)
	}
	return t.end
}

// skipping reports whether what is read is not part of the text: it is left out, or
// collected apart.
func (p *parser) skipping() bool { return p.drop > 0 || p.cap.on() }

// enters reports whether a tag is that of the article, outside of which nothing is
// read.
func (p *parser) enters(t *token) bool {
	if p.outside && p.root.is(t) {
		p.found = true
		return true
	}
	return false
}

// startElement handles a start tag outside of the structure of tables.
func (p *parser) startElement(t *token, k kind) {
	switch k {
	case tagBreak:
		p.out.NewLine()
		return
	case tagRule:
		p.closeParagraph()
		p.blockEdge()
		return
	case tagImage:
		p.image(t)
		return
	case tagVoid:
		return
	case tagUnseen, tagForeign:
		p.formula(t)
		p.openUnseen(t, k)
		return
	}
	p.closeBefore(t, k)
	if t.attrs.has(attrTitle) {
		p.around = t.attrs.get(attrTitle)
	}
	if k.ownLine() {
		p.blockEdge()
	}
	e := element{info: t.info, name: t.name, saved: p.out.Len(), text: p.out.number}
	if t.attrs.seen != 0 {
		p.roleEffects(t, k, &e)
	}
	if k.ownLine() {
		e.does |= lines
	}
	if k == tagBlock {
		p.figureEffects(t, &e)
	}
	if e.does&(drops|captures) == 0 {
		p.kindEffects(t, k, &e)
		if t.attrs.has(attrVariant) {
			p.variant(&t.attrs)
		}
	}
	p.push(e)
}

// closeBefore closes what a start tag implies the end of.
func (p *parser) closeBefore(t *token, k kind) {
	switch k {
	case tagHeading:
		p.closeParagraph()
		if n := len(p.stack.open) - 1; n >= p.base() && p.stack.open[n].kind() == tagHeading {
			p.popTo(n)
		}
		return
	case tagItem, tagTerm:
		p.closeItem(k)
	case tagLink:
		p.closeLink()
	}
	if t.info != nil && t.info.closesP {
		p.closeParagraph()
	}
}

// kindEffects begins the effects that an element has by its name.
func (p *parser) kindEffects(t *token, k kind, e *element) {
	switch k {
	case tagLink:
		if e.target, e.linked = p.target(t); e.target != "" {
			e.does |= links
			if hasClass(t.attrs.get(attrClass), "autonumber") {
				e.does |= numbers
			}
		}
	case tagSuper, tagSub:
		e.does |= shifts
	case tagFormatting:
		if p.out.Len() == p.out.boldEnd && (t.info.name == "b" || t.info.name == "strong") {
			e.does |= bold
		}
	case tagPre:
		e.does |= keeps
		p.keep++
	case tagList, tagItem, tagTerm, tagHeading:
		if p.inFlow {
			p.flow.open(t, k, e)
		}
	}
}

// blockEdge ends the line at the edge of a block: outside of tables the paragraph.
func (p *parser) blockEdge() {
	if p.inFlow {
		p.flow.edge()
		return
	}
	p.out.NewLine()
}

// end handles an end tag.
func (p *parser) end(t *token) {
	p.around = ""
	switch k := t.kind(); {
	case k == tagTable:
		p.endTable()
	case k.isTablePart():
		p.endPart(k)
	case k == tagBreak:
		if !p.skipping() {
			p.out.NewLine()
		}
	case k == tagPage, k == tagVoid, k == tagImage, k == tagMeta, k == tagRule:
	default:
		p.close(t)
	}
}

// undo ends the effects of an element.
func (p *parser) undo(e *element) {
	switch e.kind() {
	case tagTable:
		p.skipped--
	case tagForeign:
		p.foreign--
	}
	does := e.does
	switch {
	case does == 0:
		return
	case does&article != 0:
		p.drop, p.outside = p.drop+1, true
	case does&drops != 0:
		p.drop--
	case does&captures != 0:
		p.endCapture()
	}
	if does&(categories|references) != 0 {
		p.within &^= does
	}
	if does&links != 0 {
		p.endLink(e)
	}
	if does&(cites|accessed) != 0 {
		p.endCitation(e)
	}
	if does&shifts != 0 {
		p.shift(e)
	}
	if does&bold != 0 {
		p.out.boldEnd = p.out.Len()
	}
	if does&keeps != 0 {
		p.keep--
	}
	if does&inBox != 0 {
		p.boxed--
	}
	if does&figures != 0 {
		p.flow.figures--
	}
	if does&lines != 0 {
		p.endLines(e)
	}
}

// endLines ends an element on lines of its own.
func (p *parser) endLines(e *element) {
	if !p.inFlow {
		p.out.NewLine()
		return
	}
	p.flow.edge()
	switch {
	case e.does&(lists|items) == lists|items:
		p.flow.leaveList()
	case e.does&lists != 0:
		p.flow.closeList()
	case e.does&items != 0:
		p.flow.closeItem()
	case e.does&titles != 0:
		p.flow.closeHeading()
	}
}

// shift writes a raised or lowered number as Unicode has it, so that a number keeps
// its exponent: 10<sup>6</sup> is 10⁶.
func (p *parser) shift(e *element) {
	digits, at := p.out.Since(e.begin(p.out))
	if digits == "" || len(digits) > maxShifted || len(p.out.Links) > 0 && p.out.Links[len(p.out.Links)-1].End > at || !browser.Shiftable(digits) {
		return
	}
	if e.kind() == tagSuper {
		p.out.Replace(at, browser.Raise(digits))
	} else {
		p.out.Replace(at, browser.Lower(digits))
	}
}

// maxShifted is how long a raised or lowered number may be.
const maxShifted = 64
