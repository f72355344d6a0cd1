package plain

import (
	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/language"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A page is the state of reading one page: the block that is open, and what
// the sections before it came to.
type page struct {
	opt     Options
	text    string // decoded; all offsets are into it
	rest    cursor
	doc     *document.Document
	section *document.Section // the last one
	notes   source.Notes
	outline outline

	// open is the block that the next line may still belong to, and gap reports that
	// blank lines have followed it.
	open block
	gap  bool
	para paragraph
	list list
	tab  table
	box  box
}

// A block is a kind of block.
type block uint8

const (
	none block = iota
	inParagraph
	inList
	inTable
	inBox
)

// A paragraph is one that lines may still be added to.
type paragraph struct {
	at   source.Span
	line int
}

func newPage(src *source.Source, opt Options) *page {
	p := &page{opt: opt, notes: source.Notes{Max: opt.MaxNotes}}
	p.text = charset.Decode(src.Text(), &p.notes)
	p.rest = newCursor(p.text)
	lead := &document.Section{Parent: -1, Level: 1, Line: 1}
	p.doc = &document.Document{Source: src, Format: "plain", Title: src.Title}
	language.Settle(&p.doc.Meta, src, func() string { return p.text })
	p.doc.Sections = []*document.Section{lead}
	p.section = lead
	return p
}

// take reads one line. The order of the cases decides what a line is that could
// be two things: `- a | b` is an item, `--- | ---` is none.
func (p *page) take(l line) {
	if l.text == "" {
		p.blank()
		return
	}
	switch {
	case p.heading(l), p.separator(l), p.rule(l), p.item(l), p.row(l), p.infobox(l):
	default:
		p.words(l)
	}
	p.gap = false
}

// blank ends a paragraph and a table at once; a list or infobox goes on if the
// next line is of its kind.
func (p *page) blank() {
	if p.open == inParagraph || p.open == inTable {
		p.close()
	}
	p.gap = true
}

// words reads a line without markup: it goes on with a paragraph, or, if it is
// indented, with the item or value above it.
func (p *page) words(l line) {
	below := l.indent > 0 && !p.gap
	switch {
	case p.open == inParagraph:
		p.para.at.End = l.end
	case below && p.open == inList:
		p.list.at.End = l.end
	case below && p.open == inBox:
		p.box.goOn(l)
	default:
		p.close()
		p.open = inParagraph
		p.para = paragraph{source.Span{Start: l.start, End: l.end}, l.num}
	}
}

// rule reads a line of three or more dashes.
func (p *page) rule(l line) bool {
	if len(l.text) < 3 || run(l.text, '-') < len(l.text) {
		return false
	}
	p.close()
	return true
}

// close adds the open block to the section.
func (p *page) close() {
	switch p.open {
	case inParagraph:
		p.add(&document.Paragraph{Text: p.plain(p.para.at), Line: p.para.line})
	case inList:
		p.add(p.list.close(p))
	case inTable:
		p.add(p.tab.close())
	case inBox:
		p.add(p.box.close(p))
	}
	p.open = none
}

func (p *page) add(b document.Block) { p.section.Blocks = append(p.section.Blocks, b) }

// plain is a range of the page as a reader sees it.
func (p *page) plain(s source.Span) document.Text {
	return document.Text{Plain: collapse(p.text[s.Start:s.End])}
}

// finish completes the document.
func (p *page) finish() *document.Document {
	p.close()
	d := p.doc
	d.Sections[0].Title.Plain = d.Title
	d.Lines = p.rest.num
	p.noteSpacing()
	if len(d.Sections) == 1 && len(d.Sections[0].Blocks) == 0 && !p.outline.titled {
		p.notes.Add(source.Note{Severity: source.Warning, Code: "empty_page", Where: "page",
			Message: "the page has no text"})
	}
	d.Notes = p.notes.Sorted()
	return d
}

// below returns the text of the next line.
func (p *page) below() string {
	ahead := p.rest
	l, _ := ahead.next()
	return l.text
}

// run returns how many bytes c text begins with.
func run(text string, c byte) int {
	n := 0
	for n < len(text) && text[n] == c {
		n++
	}
	return n
}

// An arena hands out slices of larger ones, so that the cells of a table need
// a few allocations and not one for each row.
type arena[T any] struct {
	free []T
	size int // of the last slice it was given
}

const (
	firstArena = 16
	lastArena  = 8192
)

// take returns a slice of n zero values that nobody else has; appending to it
// never runs into another.
func (a *arena[T]) take(n int) []T {
	if n > len(a.free) {
		a.size = min(max(2*a.size, firstArena), lastArena)
		a.free = make([]T, max(n, a.size))
	}
	s := a.free[:n:n]
	a.free = a.free[n:]
	return s
}
