package html

import (
	"slices"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/tables"
)

// A tableContent is what the parser keeps of an open table.
type tableContent struct {
	// body is the text of the open cell or caption.
	body writing
	// base is how many elements are open around the table.
	base int
	box  *openBox // nil if the table is not an infobox
	// mixed is set if the table is called a data table, too.
	mixed bool
}

type openTable = tables.Open[tableContent]

// startTable handles the start tag of a table. Between the cells of another table, it
// ends that.
func (p *parser) startTable(t *token) {
	p.closeParagraph()
	if top := p.tables.Top(); p.skipped == 0 && top != nil && !top.InContent() {
		p.closeTable(top)
	}
	p.blockEdge()
	r := p.roles(&t.attrs)
	e := element{info: t.info, does: lines}
	switch {
	case p.skipped > 0:
	case p.tables.Depth() >= tables.MaxDepth:
		p.notes.Add(tables.TooDeep(p.Line(p.at)))
	case r&roleTable != 0 && (r&roleShown != 0 || !hidden(&t.attrs)):
		p.openTable(t, r&roleInfobox != 0)
		p.tables.Top().Content.mixed = true
		return
	case r&roleInfobox == 0 && r&roleBox != 0, r&roleInfobox != 0 && r&roleUnprinted != 0:
		p.left.add(p.Line(p.at), t.attrs.get(attrClass))
		p.leaveOut(&e)
	case r&roleChrome != 0:
		p.leaveOut(&e)
	case r&roleShown == 0 && hidden(&t.attrs):
		p.capture(&e, captureHidden, "")
	default:
		p.openTable(t, r&roleInfobox != 0 || p.boxed > 0 && p.tables.Depth() == 0)
		return
	}
	p.skipped++
	p.push(e)
}

// openTable opens a table inside whatever is open.
func (p *parser) openTable(tag *token, box bool) {
	p.tabled = true
	t := p.tables.StartTable(tables.Attrs{Class: collapsed(tag.attrs.text(attrClass))}, p.at)
	c := &t.Content
	c.body.reset()
	c.base, c.box, c.mixed = len(p.stack.open), nil, false
	if box {
		c.box = &openBox{template: p.transclusion.of(&tag.attrs)}
	}
	p.setOut()
}

// closeTable closes the innermost table.
func (p *parser) closeTable(t *openTable) {
	p.popTo(t.Content.base)
	p.tables.End(tables.Table, p.at)
}

// EndTable attaches a table to its parent. The text between its cells is there already.
func (p *parser) EndTable(t *openTable) {
	if len(t.Captions) > 1 {
		table, captions := t.Table, slices.Clone(t.Captions)
		p.refs.after = append(p.refs.after, func() { table.Caption = document.Join(captions) })
	}
	p.setOut()
	var b document.Block = t.Table
	if box := t.Content.box; box != nil && (!t.Content.mixed || isBox(t.Table)) {
		b = box.infobox(t.Table, &p.refs)
	}
	if p.inFlow {
		p.flow.add(b)
		return
	}
	outer := p.tables.Top()
	outer.Table.Nested = append(outer.Table.Nested, b)
	p.out.NewLine()
}

// startPart handles the start tag of a part of a table. Outside of tables it means
// nothing. What is open inside the table's current part is closed.
func (p *parser) startPart(t *token, k kind) {
	if p.skipped > 0 {
		p.out.NewLine()
		return
	}
	if top := p.tables.Top(); top != nil {
		p.popTo(top.Content.base)
		p.tables.Start(k.part(), p.tableAttrs(&t.attrs, k), p.at)
		p.setOut()
	}
}

// tableAttrs reads the attributes of a part of a table. Rows that wikis make empty and
// hide by a class are hidden, too.
func (p *parser) tableAttrs(a *attrs, k kind) (out tables.Attrs) {
	if a.seen == 0 {
		return out
	}
	out.Hidden = hidden(a) || k == tagRow && p.roles(a)&roleChrome != 0
	switch k {
	case tagData, tagHeader, tagCaption:
		out.Class = a.get(attrClass)
		out.SortKey = collapsed(printable(a.text(attrSortValue)))
		out.SetColSpan(a.get(attrColSpan))
		out.SetRowSpan(a.get(attrRowSpan))
	}
	return out
}

// EndContent finishes the text of the cell or caption that ends.
func (p *parser) EndContent(t *openTable) document.Text {
	w := &t.Content.body
	date, drawn, bold := w.moments.date(), w.Len() == 0 && len(w.pictures) > 0, w.Len() > 0 && w.boldEnd == w.Len()
	if t.InCell() {
		w.showPictures(t.Content.box != nil)
	}
	if t.Attrs.Hidden {
		w.Hide()
	}
	text := p.take(w)
	if box := t.Content.box; box != nil && t.InCell() {
		box.cells = append(box.cells[:t.CellIndex()], boxCell{class: t.Attrs.Class, bold: bold, drawn: drawn})
		if date != "" {
			if text.Aside == nil {
				text.Aside = &document.Aside{}
			}
			text.Aside.Date = date
		}
	}
	return text
}

// endTable handles the end tag of a table.
func (p *parser) endTable() {
	if p.skipped == 0 {
		if t := p.tables.Top(); t != nil {
			p.closeTable(t)
		}
		return
	}
	for i := len(p.stack.open) - 1; i >= 0; i-- {
		if p.stack.open[i].kind() == tagTable {
			p.popTo(i)
			return
		}
	}
}

// endPart handles the end tag of a part of a table.
func (p *parser) endPart(k kind) {
	t := p.tables.Top()
	if p.skipped == 0 && t != nil && p.tables.Ends(k.part()) {
		p.popTo(t.Content.base)
		p.tables.End(k.part(), p.at)
		p.setOut()
	}
}
