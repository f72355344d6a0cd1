package wikitext

import "github.com/tidywiki/tidywiki/extract/document"

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
	t.t.Rows = b.p.mem.Rows.Keep(t.rows)
	t.t.Caption = document.Join(t.captions)
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
	t.row.Cells = b.p.mem.Cells.Keep(t.cells)
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
