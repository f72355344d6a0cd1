package wikitext

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/tables"
)

// A tableContent is the wikitext of an open table that has not been rendered yet.
type tableContent struct {
	// body is the content of the open cell or caption.
	body content
	// fostered is content between the cells: a reader sees it before the table.
	fostered content
}

type openTable = tables.Open[tableContent]

// addText adds content to the open cell or to the page.
func (p *pageParser) addText(s segment) {
	t := p.tables.Top()
	switch {
	case t == nil:
		p.flow.text(s)
	case t.InContent():
		t.Content.body.add(p.text, s)
	case !blank(s.text):
		t.Content.fostered.add(p.text, s)
	}
}

// endLine ends a line of the content.
func (p *pageParser) endLine() {
	t := p.tables.Top()
	switch {
	case t == nil:
		p.flow.lineEnd()
	case t.InContent():
		t.Content.body.lineEnd()
	default:
		t.Content.fostered.lineEnd()
	}
}

// startTag handles the start tag of a table or its part at off. A part outside of tables
// means nothing; a table between the cells of another ends that.
func (p *pageParser) startTag(tag tables.Tag, a tables.Attrs, off int) {
	t := p.tables.Top()
	if tag != tables.Table {
		if t != nil {
			p.tables.Start(tag, a, off)
		}
		return
	}
	if t != nil && !t.InContent() {
		p.endTag(tables.Table)
	}
	t = p.tables.StartTable(a, off)
	t.Content.body.reset()
	t.Content.fostered.reset()
}

// endTag handles an end tag of tables.
func (p *pageParser) endTag(tag tables.Tag) {
	if p.tables.Top() != nil && p.tables.Ends(tag) {
		p.tables.End(tag, p.at)
	}
}

// EndContent renders the cell or caption that ends.
func (p *pageParser) EndContent(t *openTable) document.Text {
	text, boxes := p.render(&t.Content.body)
	t.Table.Nested = append(t.Table.Nested, boxes...)
	t.Content.body.reset()
	if t.Attrs.Hidden {
		text = hiddenText(text)
	}
	return text
}

// EndTable attaches a table to its parent; the content between its cells goes first.
func (p *pageParser) EndTable(t *openTable) {
	outer := p.tables.Top()
	if outer == nil {
		p.flow.fostered(&t.Content.fostered)
		p.flow.add(t.Table)
		return
	}
	outer.Content.body.append(&t.Content.fostered)
	outer.Table.Nested = append(outer.Table.Nested, t.Table)
}

// hiddenText is the text of a cell that is not shown: it becomes a note.
func hiddenText(t document.Text) document.Text {
	if t.Plain == "" {
		return t
	}
	a := t.Aside
	if a == nil {
		a = &document.Aside{}
	}
	a.Links = nil
	a.Notes = append(a.Notes, t.Plain)
	return document.Text{Aside: a}
}
