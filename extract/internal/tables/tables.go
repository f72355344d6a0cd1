// Package tables builds tables from tags, by the insertion modes of the HTML standard
// (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable), so that
// missing end tags and cells without rows come out as in a browser:
//
//	<table>          StartTable
//	<td>a            Start(Data)     opens a body and a row, too
//	<th>b            Start(Header)   ends the first cell
//	<tr>             Start(Row)      ends the row
//	<td>c
//	</table>         End(Table)      a table of two rows: a !b, and c
//
// The contents of cells are not its business: a [Parser] keeps what it needs of an
// open table in [Open.Content], and is asked for the text when a cell ends.
package tables

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A Tag is an element of tables.
type Tag uint8

const (
	None Tag = iota
	Table
	Caption
	Body // tbody
	Head
	Foot
	Row
	Data   // td
	Header // th
	Col    // col and colgroup, which mean nothing here
)

// MaxDepth is how many tables may be open inside one another. Parsers keep the text of
// deeper ones in the cell around them.
const MaxDepth = 64

// Attrs are the attributes of a table, row group, row, cell or caption that matter.
type Attrs struct {
	ColSpan, RowSpan int // as document.Cell has them
	Class            string
	SortKey          string
	Hidden           bool // a style takes the element out of the page
}

// SetColSpan reads the value of colspan. One that is not a positive number means nothing.
func (a *Attrs) SetColSpan(value string) {
	if n, ok := browser.Span(value); ok && n > 0 {
		a.ColSpan = min(n, maxColSpan)
	}
}

// maxColSpan is how many columns a cell may cover; HTML has the same limit.
const maxColSpan = 1000

// SetRowSpan reads the value of rowspan; 0 covers the rest of the row group.
func (a *Attrs) SetRowSpan(value string) {
	if n, ok := browser.Span(value); ok {
		if a.RowSpan = n; n == 0 {
			a.RowSpan = -1
		}
	}
}

// A Parser reads what is between the tags.
type Parser[C any] interface {
	// Line returns the line of a position of the page. Positions are asked for in order.
	Line(pos int) int
	// EndContent ends the content of the cell or caption that is open in t, and
	// returns its text.
	EndContent(t *Open[C]) document.Text
	// EndTable attaches the table to its parent. It is open no longer.
	EndTable(t *Open[C])
}

// A Builder builds the tables of a page. Its zero value is ready for Begin.
type Builder[C any] struct {
	parser Parser[C]
	mem    *memory.Document
	notes  *source.Notes
	open   []*Open[C] // the innermost last
	free   []*Open[C] // closed ones, for their memory
}

// Begin makes the builder ready for a page.
func (b *Builder[C]) Begin(p Parser[C], mem *memory.Document, notes *source.Notes) {
	*b = Builder[C]{parser: p, mem: mem, notes: notes, open: b.open[:0], free: b.free}
}

// Top returns the innermost open table, nil if none is open.
func (b *Builder[C]) Top() *Open[C] {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
}

// Receiver returns the innermost open table with an open cell or caption, nil if there
// is none. Browsers put content between the cells of a table there, before the table.
func (b *Builder[C]) Receiver() *Open[C] {
	for i := len(b.open) - 1; i >= 0; i-- {
		if b.open[i].InContent() {
			return b.open[i]
		}
	}
	return nil
}

// Depth returns the number of open tables.
func (b *Builder[C]) Depth() int { return len(b.open) }

// StartTable opens a table. The Content of what it returns is as a table before it has
// left it. A table that is open already must be in a cell or caption: see End.
func (b *Builder[C]) StartTable(a Attrs, pos int) *Open[C] {
	t := &Open[C]{}
	if n := len(b.free); n > 0 {
		t, b.free = b.free[n-1], b.free[:n-1]
		*t = Open[C]{rows: t.rows[:0], Captions: t.Captions[:0], cells: t.cells[:0], Content: t.Content}
	}
	t.Table = &document.Table{Class: a.Class, Line: b.parser.Line(pos)}
	t.group.Index, t.head, t.foot = -1, -1, -1
	b.open = append(b.open, t)
	return t
}

// Start handles the start tag of a part of the innermost table, which must be open.
func (b *Builder[C]) Start(tag Tag, a Attrs, pos int) {
	for t := b.Top(); !b.startIn(t, tag, a, pos); {
	}
}

// startIn handles a start tag in the mode of a table. False means that something was
// closed or opened and the tag has to be looked at again.
func (b *Builder[C]) startIn(t *Open[C], tag Tag, a Attrs, pos int) bool {
	cell := tag == Data || tag == Header
	switch t.mode {
	case inCell, inCaption:
		b.endContent(t)
		return false
	case inTable:
		switch {
		case tag == Caption:
			t.mode, t.Attrs = inCaption, a
		case tag == Body, tag == Head, tag == Foot:
			t.beginGroup(tag, a.Hidden)
		case tag == Row, cell:
			t.beginGroup(Body, false)
			return false
		}
	case inGroup:
		switch {
		case tag == Row:
			t.beginRow(b.parser.Line(pos), t.hideGroup || a.Hidden)
		case cell:
			t.beginRow(b.parser.Line(pos), t.hideGroup)
			return false
		default:
			t.mode = inTable
			return false
		}
	case inRow:
		if !cell {
			b.endRow(t)
			return false
		}
		t.beginCell(tag, a, b.parser.Line(pos))
	}
	return true
}

// Ends reports whether an end tag closes anything. A table must be open.
func (b *Builder[C]) Ends(tag Tag) bool {
	t := b.Top()
	switch tag {
	case Table:
		return true
	case Caption:
		return t.mode == inCaption
	case Data, Header:
		return t.mode == inCell && t.tag == tag
	case Row:
		return t.mode == inCell || t.mode == inRow
	case Body, Head, Foot:
		return t.mode != inTable && t.mode != inCaption && t.group.Kind == groupKind(tag)
	}
	return false
}

// End handles an end tag that Ends something.
func (b *Builder[C]) End(tag Tag, pos int) {
	t := b.Top()
	if t.InContent() {
		b.endContent(t)
	}
	if t.mode == inRow && tag != Data && tag != Header {
		b.endRow(t)
	}
	switch tag {
	case Body, Head, Foot:
		t.mode = inTable
	case Table:
		b.endTable(t, pos)
	}
}

// endTable completes the innermost table.
func (b *Builder[C]) endTable(t *Open[C], pos int) {
	t.Table.LastLine = b.parser.Line(pos)
	t.Table.Rows = b.mem.Rows.Keep(t.rows)
	t.orderGroups()
	t.Table.Caption = document.Join(t.Captions)
	b.open = b.open[:len(b.open)-1]
	b.parser.EndTable(t)
	b.free = append(b.free, t)
}

// TooDeep is the note of a table beyond MaxDepth.
func TooDeep(line int) source.Note {
	return source.Note{Severity: source.Warning, Code: "nesting_limit", Where: "table", Line: line,
		Message: "tables nest too deep: the text of this one stays in the cell around it"}
}

// Unclosed is the note of a table that is open at the end of the page.
func Unclosed(line int) source.Note {
	return source.Note{Severity: source.Warning, Code: "unclosed_table", Where: "table", Line: line,
		Message: "the table has no end: all that follows it on the page is in its last cell"}
}
