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
	t     *document.Table
	mode  mode
	group document.RowGroup
	cells []document.Cell // of the row that is open
	row   document.Row
	cell  document.Cell
	tag   tag // of the cell that is open
	attrs attrs
	// body is what the open cell or caption holds.
	body content
	// fostered is what stands in the table but in none of its cells: a reader sees
	// it before the table.
	fostered content
	off      int // where it begins, for its line
}

func (b *tree) top() *openTable {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
}

// text adds content that stands at off.
func (b *tree) text(s string, off int) {
	t := b.top()
	switch {
	case t == nil:
		b.p.flow.text(s, off)
	case t.mode == inCell || t.mode == inCaption:
		t.body.add(s, off)
	case !blank(s):
		t.fostered.add(s, off)
	}
}

// start takes a start tag that stands at off.
func (b *tree) start(name tag, a attrs, off int) {
	for {
		t := b.top()
		if t == nil {
			if name == tagTable {
				b.begin(a, off)
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
			b.begin(a, off)
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

// begin opens a table inside whatever is open.
func (b *tree) begin(a attrs, off int) {
	var t *openTable
	if n := len(b.free); n > 0 {
		t = b.free[n-1]
		b.free = b.free[:n-1]
		*t = openTable{cells: t.cells[:0], body: t.body.reset(), fostered: t.fostered.reset()}
	} else {
		t = &openTable{}
	}
	t.t = &document.Table{Class: a.class, Line: b.p.line(off)}
	t.group.Index = -1
	t.off = off
	b.open = append(b.open, t)
}

// finish closes the innermost table and hands it to what it stands in.
func (b *tree) finish(t *openTable) {
	b.closeToGroup(t)
	t.t.LastLine = b.p.line(b.p.at)
	b.open = b.open[:len(b.open)-1]
	outer := b.top()
	switch {
	case outer == nil:
		for _, piece := range t.fostered.pieces {
			b.p.flow.piece(piece)
		}
		b.p.flow.table(t.t)
	case outer.mode == inCell || outer.mode == inCaption:
		outer.body.append(t.fostered.pieces, t.t)
	default:
		outer.fostered.append(t.fostered.pieces, t.t)
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
	text := b.p.render(&t.body)
	t.t.Nested = append(t.t.Nested, t.body.blocks...)
	t.body = t.body.reset()
	if t.mode == inCaption {
		t.mode = inTable
		if text.Plain != "" {
			t.t.Caption = joinText(t.t.Caption, text)
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
	t.row.Cells = b.p.keepCells(t.cells)
	t.cells = t.cells[:0]
	t.t.Rows = append(t.t.Rows, t.row)
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
