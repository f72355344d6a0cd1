package wikitext

import "github.com/tidywiki/tidywiki/extract/document"

// A tag is an element of tables in HTML.
type tag uint8

const (
	noTag tag = iota
	tagTable
	tagCaption
	tagBody
	tagHead
	tagFoot
	tagRow
	tagData
	tagHeader
	tagCol // col and colgroup
)

// A mode is where in a table the tree builder stands: the insertion modes of the
// HTML standard.
type mode uint8

const (
	inTable mode = iota
	inGroup
	inRow
	inCell
	inCaption
)

// A tree builds tables from tags. Elements other than those of tables never keep
// a table's tag from working, so only tables are on its stack.
type tree struct {
	p    *pageParser
	open []*openTable
	free []*openTable // used before, for their memory
}

// begin makes the tree ready for a page.
func (b *tree) begin(p *pageParser) {
	b.p = p
	b.open = b.open[:0]
}

// text adds content that stands at off.
func (b *tree) text(s string, off int) {
	t := b.top()
	switch {
	case t == nil:
		b.p.flow.text(s, off)
	case t.mode == inCell || t.mode == inCaption:
		t.body.add(b.p.text, s, off)
	case !blank(s):
		t.fostered.add(b.p.text, s, off)
	}
}

// lineEnd ends a line of the content.
func (b *tree) lineEnd() {
	t := b.top()
	switch {
	case t == nil:
		b.p.flow.lineEnd()
	case t.mode == inCell || t.mode == inCaption:
		t.body.lineEnd()
	default:
		t.fostered.lineEnd()
	}
}

// start takes a start tag that stands at off.
func (b *tree) start(name tag, a attrs, off int) {
	for {
		t := b.top()
		if t == nil {
			if name == tagTable {
				b.enter(a, off)
			}
			return
		}
		if b.startIn(t, name, a, off) {
			return
		}
	}
}

// startIn handles a start tag in the mode of t. False means that something was
// closed and the tag has to be looked at again.
func (b *tree) startIn(t *openTable, name tag, a attrs, off int) bool {
	switch t.mode {
	case inCell, inCaption:
		if name == tagTable {
			b.enter(a, off)
			return true
		}
		b.closeInner(t)
		return false
	case inTable:
		switch name {
		case tagCaption:
			t.mode, t.attrs = inCaption, a
		case tagBody, tagHead, tagFoot:
			t.beginGroup(name)
		case tagRow, tagData, tagHeader:
			t.beginGroup(tagBody)
			return false
		case tagTable:
			b.end(tagTable)
			return false
		}
	case inGroup:
		switch name {
		case tagRow:
			t.row = document.Row{Part: t.group, Line: b.p.line(off)}
			t.mode = inRow
		case tagData, tagHeader:
			t.row = document.Row{Part: t.group, Line: b.p.line(off)}
			t.mode = inRow
			return false
		default:
			t.mode = inTable
			return false
		}
	case inRow:
		if name != tagData && name != tagHeader {
			b.closeRow(t)
			return false
		}
		t.beginCell(name, a, b.p.line(off))
	}
	return true
}

// end takes an end tag.
func (b *tree) end(name tag) {
	t := b.top()
	if t == nil {
		return
	}
	switch name {
	case tagTable:
		b.finish(t)
	case tagCaption:
		if t.mode == inCaption {
			b.closeInner(t)
		}
	case tagData, tagHeader:
		if t.mode == inCell && t.tag == name {
			b.closeInner(t)
		}
	case tagRow:
		if t.mode == inCell {
			b.closeInner(t)
		}
		if t.mode == inRow {
			b.closeRow(t)
		}
	case tagBody, tagHead, tagFoot:
		if t.mode == inTable || t.mode == inCaption || t.group.Kind != groupKind(name) {
			return
		}
		b.closeToGroup(t)
		t.mode = inTable
	}
}
