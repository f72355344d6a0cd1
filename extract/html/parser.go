package html

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/internal/tables"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A parser reads one page from tag to tag.
type parser struct {
	doc   *document.Document
	text  string
	root  root
	found bool // the root has come
	// tabled reports that the page has a table.
	tabled bool
	notes  source.Notes
	tag    token // the tag being handled
	place  place
	mem    memory.Document

	stack  stack
	tables tables.Builder[tableContent]
	flow   flow
	out    *writing // where text goes
	inFlow bool     // out is that of the flow
	aside  writing  // what a capture collects
	cap    capture
	drop   int // how many open elements are left out
	keep   int // how many open elements keep line ends
	boxed  int // how many open elements make infoboxes of tables
	// skipped and foreign count the open tables that are left out, and the open
	// pictures and formulas; outside reports that the article is not open.
	skipped, foreign int
	outside          bool
	within           effects // categories, references
	numbered         int     // links that show their number
	at               int     // what is being read begins here

	titled
	left         leftOut
	refs         refs
	transclusion transclusion
	around       string // the title of an element that has just begun, as written
	ahead        int    // how many bytes may still be looked at in search of the end of a tag
}

// begin prepares for a page. What a parser keeps of the page before is memory.
func (p *parser) begin(doc *document.Document, text string, r root) {
	*p = parser{doc: doc, text: text, root: r, place: place{text: text, line: 1}, mem: p.mem,
		stack: stack{open: p.stack.open[:0]}, tables: p.tables, flow: p.flow, aside: p.aside,
		ahead: 1<<20 + 8*len(text)}
	p.tables.Begin(p, &p.mem, &p.notes)
	p.aside.reset()
	lead := p.mem.Sections.One(document.Section{Parent: -1, Level: 1, Title: document.Text{Plain: doc.Title}, Line: 1})
	doc.Sections = []*document.Section{lead}
	p.flow.begin(p)
	p.setOut()
	if r != (root{}) {
		p.drop, p.outside = 1, true
	}
}

// read reads the page; false if its root is not on it or seems to be the wrong one.
func (p *parser) read(doc *document.Document, text string, r root) bool {
	p.begin(doc, text, r)
	for i := 0; i < len(text); {
		j := strings.IndexByte(text[i:], '<')
		if j < 0 {
			j = len(text) - i
		}
		if j > 0 {
			p.characters(i, i+j)
		}
		if i += j; i < len(text) {
			p.at = i
			i = p.markup(i)
		}
	}
	if r != (root{}) && (!p.found || r.class == "" && !p.tabled && p.left.n > 0) {
		return false // no article, or all the tables of a page are outside of it
	}
	p.finish()
	return true
}

// markup handles what begins with the < at i and returns where it ends.
func (p *parser) markup(i int) int {
	if p.foreign > 0 && strings.HasPrefix(p.text[i:], "<![CDATA[") {
		if end := strings.Index(p.text[i:], "]]>"); end >= 0 {
			return i + end + 3
		}
	}
	if end, ok := commentEnd(p.text, i); end > 0 {
		if !ok {
			p.noteUnclosed(i, "a comment has no end: all that follows it on the page belongs to it")
		}
		return end
	}
	if p.ahead <= 0 || !p.tag.read(p.text, i) {
		if i+1 < len(p.text) && (isLetter(p.text[i+1]) || p.text[i+1] == '/') {
			p.noteTag(i)
		}
		p.characters(i, i+1)
		return i + 1
	}
	if p.tag.closing {
		p.end(&p.tag)
		return p.tag.end
	}
	return p.start(&p.tag)
}

// noteTag notes a tag without an end, whose text is kept. Looking for the ends of
// tags that have none takes time, of which there is a limited amount.
func (p *parser) noteTag(i int) {
	p.ahead -= len(p.text) - i
	p.noteUnclosed(i, "a tag has no end: it is kept as text")
}

func (p *parser) noteUnclosed(i int, message string) {
	p.notes.Add(source.Note{Severity: source.Warning, Code: "unclosed_markup", Where: "page", Line: p.Line(i), Message: message})
}

// characters handles the text between two offsets of the page.
func (p *parser) characters(from, to int) {
	s := p.text[from:to]
	if !blank(s) {
		p.around = ""
	}
	switch {
	case p.drop > 0:
		return
	case p.cap.on():
		p.aside.text(s, false)
		return
	case p.inFlow && p.out.Len() == 0:
		if blank(s) {
			if len(s) > 0 {
				p.out.Space()
			}
			return
		}
		p.flow.textAt(to - len(strings.TrimLeft(s, " \t\n\f")))
	}
	p.out.text(s, p.keep > 0)
}

// literal handles the text between two offsets of the page, in which nothing is markup.
func (p *parser) literal(from, to int) {
	for line := range strings.Lines(p.text[from:to]) {
		if !p.skipping() && !blank(line) {
			if p.inFlow && p.out.Len() == 0 {
				p.flow.textAt(from)
			}
			p.out.Literal(line)
			p.out.NewLine()
		}
		from += len(line)
	}
}

// setOut finds where text goes: to the open cell or caption. Text between the cells of a
// table goes before it, as in a browser.
func (p *parser) setOut() {
	if t := p.tables.Receiver(); t != nil {
		p.out, p.inFlow = &t.Content.body, false
		return
	}
	p.out, p.inFlow = &p.flow.body, true
}

// finish closes what is open at the end of the page.
func (p *parser) finish() {
	p.at = max(len(p.text)-1, 0)
	for t := p.tables.Top(); t != nil; t = p.tables.Top() {
		p.notes.Add(tables.Unclosed(t.Table.Line))
		p.closeTable(t)
	}
	p.popTo(0)
	p.flow.flush()
	p.flow.EndList()
	p.resolve()
	p.settleTitle()
	p.noteLeft()
}

// Line returns the line of the byte at off, which must not be before the last asked for.
func (p *parser) Line(off int) int { return p.place.at(off) }

// A place counts lines from one byte of the page to a later one.
type place struct {
	text      string
	off, line int
}

// at is the 1-based line of the byte at off, which must not be before the last that
// was asked for.
func (l *place) at(off int) int {
	if off > l.off {
		l.line += strings.Count(l.text[l.off:off], "\n")
		l.off = off
	}
	return l.line
}

func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}
