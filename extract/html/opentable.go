package html

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A mode is where in a table the parser stands: the insertion modes of the standard.
type mode uint8

const (
	inTable mode = iota
	inGroup
	inRow
	inCell
	inCaption
)

// An openTable is a table whose end has not come.
type openTable struct {
	t     *document.Table
	mode  mode
	group document.RowGroup
	// head and foot are the indices of the first groups of their kind, or -1.
	head, foot int
	rows       []document.Row
	captions   []document.Text
	cells      []document.Cell // of the row that is open
	row        document.Row
	cell       document.Cell
	tag        kind // of the cell that is open
	// base and cellBase are how many elements are open around the table and around
	// the cell or caption that is open.
	base, cellBase int
	sortKey        string
	// These say that a style hides the cell, the row or the group that is open.
	hideCell, hideRow, hideGroup bool
	// body is what the open cell or caption says.
	body writing
	box  *openBox // nil if the table is no infobox
}

// enter opens a table inside whatever is open.
func (p *parser) enter(tag *token, box bool) {
	p.tabled = true
	t := &openTable{}
	if n := len(p.free); n > 0 {
		t, p.free = p.free[n-1], p.free[:n-1]
		t.body.reset()
		*t = openTable{cells: t.cells[:0], rows: t.rows[:0], captions: t.captions[:0], body: t.body}
	}
	t.t = &document.Table{Class: collapsed(tag.attrs.text(attrClass)), Line: p.place.at(p.at)}
	t.group.Index, t.head, t.foot = -1, -1, -1
	t.base = len(p.stack.open)
	if box {
		t.box = &openBox{template: p.transclusion.of(&tag.attrs)}
	}
	p.tables = append(p.tables, t)
	p.setOut()
}

// closeTable closes the innermost table and hands it to what it stands in. What
// stood in it but in none of its cells is there already, before it.
func (p *parser) closeTable() {
	t := p.tables[len(p.tables)-1]
	p.closeToGroup(t)
	p.popTo(t.base)
	t.t.LastLine = p.place.at(p.at)
	t.t.Rows = p.mem.Rows.Keep(t.rows)
	t.orderGroups()
	if t.t.Caption = document.Join(t.captions); len(t.captions) > 1 {
		table, captions := t.t, slices.Clone(t.captions)
		p.refs.after = append(p.refs.after, func() { table.Caption = document.Join(captions) })
	}
	p.tables = p.tables[:len(p.tables)-1]
	p.setOut()
	var b document.Block = t.t
	if t.box != nil {
		b = t.box.infobox(t.t, &p.refs)
	}
	if p.inFlow {
		p.flow.add(b)
	} else {
		outer := p.tables[len(p.tables)-1]
		outer.t.Nested = append(outer.t.Nested, b)
		p.out.newLine()
	}
	p.free = append(p.free, t)
}

// orderGroups puts the first head above the rows of the other groups and the first
// foot below them, as browsers show them.
func (t *openTable) orderGroups() {
	rows := t.t.Rows
	place := func(r *document.Row) int {
		switch r.Part.Index {
		case t.head:
			return 0
		case t.foot:
			return 2
		}
		return 1
	}
	for i := 1; i < len(rows); i++ {
		if place(&rows[i]) < place(&rows[i-1]) {
			slices.SortStableFunc(rows, func(a, b document.Row) int { return place(&a) - place(&b) })
			return
		}
	}
}

func (p *parser) closeToGroup(t *openTable) {
	if t.mode == inCell || t.mode == inCaption {
		p.closeInner(t)
	}
	p.popTo(t.base)
	if t.mode == inRow {
		p.closeRow(t)
	}
}

// beginInner opens a cell or caption.
func (p *parser) beginInner(t *openTable, m mode, tag *token) {
	t.mode = m
	t.cellBase = len(p.stack.open)
	t.sortKey = collapsed(printable(tag.attrs.text(attrSortValue)))
	t.hideCell = hidden(&tag.attrs)
	p.setOut()
}

// closeInner closes the cell or caption that is open.
func (p *parser) closeInner(t *openTable) {
	p.popTo(t.cellBase)
	w := &t.body
	if w.len() == 0 && len(w.alts) > 0 && t.mode == inCell {
		w.literal(strings.Join(slices.Compact(w.alts), " "))
	}
	width, bold := w.width, w.len() > 0 && w.boldEnd == w.len()
	if t.hideCell {
		w.hide()
	}
	text := p.take(w)
	if t.sortKey != "" {
		text.Aside = withSortKey(text.Aside, t.sortKey)
	}
	if t.mode == inCaption {
		t.mode = inTable
		if text != (document.Text{}) {
			t.captions = append(t.captions, text)
		}
		p.setOut()
		return
	}
	t.mode = inRow
	if t.box != nil {
		t.box.cells[len(t.box.cells)-1].bold = bold
		if text.Plain == "" && width != "" {
			text.Plain = width + "px"
		}
	}
	t.cell.Text = text
	t.cells = append(t.cells, t.cell)
	p.setOut()
}

func withSortKey(a *document.Aside, key string) *document.Aside {
	if a == nil {
		return &document.Aside{SortKey: key}
	}
	a.SortKey = key
	return a
}

// closeRow closes the row that is open. One that a style hides is none; a note has
// what it says.
func (p *parser) closeRow(t *openTable) {
	t.mode = inGroup
	if t.hideRow {
		p.noteHidden(t)
	} else {
		t.row.Cells = p.mem.Cells.Keep(t.cells)
		t.rows = append(t.rows, t.row)
	}
	t.cells = t.cells[:0]
}

func (p *parser) noteHidden(t *openTable) {
	if t.box != nil {
		t.box.cells = t.box.cells[:len(t.box.cells)-len(t.cells)]
	}
	var texts []string
	for i := range t.cells {
		if text := t.cells[i].Text.Plain; text != "" {
			texts = append(texts, text)
		}
	}
	if len(texts) > 0 {
		p.notes.Add(source.Note{Severity: source.Info, Code: "unseen_text", Where: "row", Line: t.row.Line,
			Observed: strings.Join(texts, " | "), Message: "the row is hidden; it is in no table"})
	}
}

func (t *openTable) beginGroup(k kind, hide bool) {
	t.group = document.RowGroup{Index: t.group.Index + 1, Kind: groupKind(k)}
	t.mode, t.hideGroup = inGroup, hide
	switch {
	case k == tagHead && t.head < 0:
		t.head = t.group.Index
	case k == tagFoot && t.foot < 0:
		t.foot = t.group.Index
	}
}

func (t *openTable) beginRow(line int, hide bool) {
	t.row = document.Row{Part: t.group, Line: line}
	t.mode, t.hideRow = inRow, hide
}

func (t *openTable) beginCell(k kind, a *attrs, line int) {
	t.tag = k
	t.cell = document.Cell{Line: line, Header: k == tagHeader}
	if n, ok := browser.Span(a.get(attrColSpan)); ok && n > 0 {
		t.cell.ColSpan = min(n, maxColSpan)
	}
	if n, ok := browser.Span(a.get(attrRowSpan)); ok {
		if t.cell.RowSpan = n; n == 0 {
			t.cell.RowSpan = -1
		}
	}
	if t.box != nil {
		t.box.cells = append(t.box.cells, boxCell{class: a.get(attrClass)})
	}
}

// maxColSpan is how many columns a cell may cover; HTML has the same limit.
const maxColSpan = 1000
