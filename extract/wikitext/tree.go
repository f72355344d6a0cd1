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

// An openTable is a table whose end has not come.
type openTable struct {
	t        *document.Table
	mode     mode
	group    document.RowGroup
	rows     []document.Row
	captions []document.Text
	cells    []document.Cell // of the row that is open
	row      document.Row
	cell     document.Cell
	tag      tag // of the cell that is open
	attrs    attrs
	// body is what the open cell or caption holds.
	body content
	// fostered is what stands in the table but in none of its cells: a reader sees
	// it before the table.
	fostered content
}

func (b *tree) top() *openTable {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
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

// enter opens a table inside whatever is open.
func (b *tree) enter(a attrs, off int) {
	t := &openTable{}
	if n := len(b.free); n > 0 {
		t, b.free = b.free[n-1], b.free[:n-1]
		t.body.reset()
		t.fostered.reset()
		*t = openTable{cells: t.cells[:0], rows: t.rows[:0], captions: t.captions[:0], body: t.body, fostered: t.fostered}
	}
	t.t = &document.Table{Class: a.class, Line: b.p.line(off)}
	t.group.Index = -1
	b.open = append(b.open, t)
}

// finish closes the innermost table and hands it to what it stands in, after what
// stood in it but in none of its cells.
func (b *tree) finish(t *openTable) {
	b.closeToGroup(t)
	t.t.LastLine = b.p.line(b.p.at)
	t.t.Rows = b.p.mem.rows.keep(t.rows)
	t.t.Caption = joinTexts(t.captions)
	b.open = b.open[:len(b.open)-1]
	outer := b.top()
	if outer == nil {
		b.p.flow.fostered(&t.fostered)
		b.p.flow.add(t.t)
	} else {
		t.fostered.blocks = append(t.fostered.blocks, t.t)
		body := &outer.fostered
		if outer.mode == inCell || outer.mode == inCaption {
			body = &outer.body
		}
		body.append(&t.fostered)
	}
	b.free = append(b.free, t)
}

func (b *tree) closeToGroup(t *openTable) {
	if t.mode == inCell || t.mode == inCaption {
		b.closeInner(t)
	}
	if t.mode == inRow {
		b.closeRow(t)
	}
}

// closeInner closes the cell or caption that is open.
func (b *tree) closeInner(t *openTable) {
	text, boxes := b.p.render(&t.body)
	t.t.Nested = append(append(t.t.Nested, t.body.blocks...), boxes...)
	t.body.reset()
	if t.mode == inCaption {
		t.mode = inTable
		if text != (document.Text{}) {
			t.captions = append(t.captions, text)
		}
		return
	}
	t.mode = inRow
	if t.attrs.sortKey != "" {
		text.Aside = withSortKey(text.Aside, t.attrs.sortKey)
	}
	if t.attrs.hidden {
		text = hiddenText(text)
	}
	t.cell.Text = text
	t.cells = append(t.cells, t.cell)
}

func (b *tree) closeRow(t *openTable) {
	t.mode = inGroup
	t.row.Cells = b.p.mem.cells.keep(t.cells)
	t.cells = t.cells[:0]
	t.rows = append(t.rows, t.row)
}

func (t *openTable) beginGroup(name tag) {
	t.group = document.RowGroup{Index: t.group.Index + 1, Kind: groupKind(name)}
	t.mode = inGroup
}

func (t *openTable) beginCell(name tag, a attrs, line int) {
	t.mode, t.tag, t.attrs = inCell, name, a
	t.cell = document.Cell{Line: line, ColSpan: a.colSpan, RowSpan: a.rowSpan, Header: name == tagHeader}
}

func groupKind(name tag) document.RowGroupKind {
	switch name {
	case tagHead:
		return document.Head
	case tagFoot:
		return document.Foot
	}
	return document.Body
}
