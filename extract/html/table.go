package html

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// maxTables is how many tables may be open inside one another. The text of one
// beyond that stays in the cell that holds it.
const maxTables = 64

// startTable handles a table that begins. Inside another table, but in none of its
// cells, it ends that.
func (p *parser) startTable(t *token) {
	p.closeParagraph()
	if n := len(p.tables); p.skipped == 0 && n > 0 {
		if m := p.tables[n-1].mode; m != inCell && m != inCaption {
			p.closeTable()
		}
	}
	p.blockEdge()
	r := p.roles(&t.attrs)
	e := element{info: t.info, does: lines}
	switch {
	case len(p.tables) >= maxTables || p.skipped > 0:
		p.noteNesting()
	case r&roleTable != 0 && (r&roleShown != 0 || !hidden(&t.attrs)):
		p.enter(t, false)
		return
	case r&roleInfobox == 0 && r&roleBox != 0:
		p.left.add(p.place.at(p.at), t.attrs.get(attrClass))
		p.leaveOut(&e)
	case r&roleChrome != 0:
		p.leaveOut(&e)
	case r&roleShown == 0 && hidden(&t.attrs):
		p.capture(&e, captureHidden, "")
	default:
		p.enter(t, r&roleInfobox != 0 || p.boxed > 0 && len(p.tables) == 0)
		return
	}
	p.skipped++
	p.push(e)
}

func (p *parser) noteNesting() {
	if p.skipped == 0 {
		p.notes.Add(source.Note{Severity: source.Warning, Code: "nesting_limit", Where: "table", Line: p.place.at(p.at),
			Message: "tables nest too deep: the text of this one stays in the cell around it"})
	}
}

// startPart handles the start tag of a part of a table. Outside of tables it means
// nothing. What is open inside is closed as far as the part needs it
// (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable).
func (p *parser) startPart(t *token, k kind) {
	if p.skipped > 0 {
		p.out.newLine()
		return
	}
	n := len(p.tables)
	if n == 0 {
		return
	}
	open := p.tables[n-1]
	if open.mode != inCell && open.mode != inCaption {
		p.popTo(open.base)
	}
	for !p.startIn(open, t, k) {
	}
}

// startIn handles a start tag in the mode of a table. False means that something
// was closed or opened and the tag has to be looked at again.
func (p *parser) startIn(t *openTable, tag *token, k kind) bool {
	switch t.mode {
	case inCell, inCaption:
		p.closeInner(t)
		return false
	case inTable:
		switch k {
		case tagCaption:
			p.beginInner(t, inCaption, tag)
		case tagBody, tagHead, tagFoot:
			t.beginGroup(k, hidden(&tag.attrs))
		case tagRow, tagData, tagHeader:
			t.beginGroup(tagBody, false)
			return false
		}
	case inGroup:
		switch k {
		case tagRow:
			t.beginRow(p.place.at(p.at), t.hideGroup || p.hidesRow(&tag.attrs))
		case tagData, tagHeader:
			t.beginRow(p.place.at(p.at), t.hideGroup)
			return false
		default:
			t.mode = inTable
			return false
		}
	case inRow:
		if k != tagData && k != tagHeader {
			p.closeRow(t)
			return false
		}
		p.beginInner(t, inCell, tag)
		t.beginCell(k, &tag.attrs, p.place.at(p.at))
	}
	return true
}

// hidesRow says whether a row is not seen: a style hides it, or it is one of the empty
// ones that wikis make and hide.
func (p *parser) hidesRow(a *attrs) bool { return hidden(a) || p.roles(a)&roleChrome != 0 }

// endTable handles the end tag of a table.
func (p *parser) endTable() {
	switch {
	case p.skipped > 0:
		for i := len(p.stack.open) - 1; i >= 0; i-- {
			if p.stack.open[i].kind() == tagTable {
				p.popTo(i)
				return
			}
		}
	case len(p.tables) > 0:
		p.closeTable()
	}
}

// endPart handles the end tag of a part of a table.
func (p *parser) endPart(k kind) {
	if p.skipped > 0 || len(p.tables) == 0 {
		return
	}
	t := p.tables[len(p.tables)-1]
	switch k {
	case tagCaption:
		if t.mode == inCaption {
			p.closeInner(t)
		}
	case tagData, tagHeader:
		if t.mode == inCell && t.tag == k {
			p.closeInner(t)
		}
	case tagRow:
		if t.mode == inCell {
			p.closeInner(t)
		}
		if t.mode == inRow {
			p.popTo(t.base)
			p.closeRow(t)
		}
	case tagBody, tagHead, tagFoot:
		if t.mode == inTable || t.mode == inCaption || t.group.Kind != groupKind(k) {
			return
		}
		p.closeToGroup(t)
		t.mode = inTable
	}
}

// groupKind is the kind of row group that a tag begins.
func groupKind(k kind) document.RowGroupKind {
	switch k {
	case tagHead:
		return document.Head
	case tagFoot:
		return document.Foot
	}
	return document.Body
}
