package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// A flow is the page outside its tables: headings, paragraphs and lists.
type flow struct {
	p       *pageParser
	section *document.Section
	outline outline.Outline
	// para are the lines of the paragraph being read; pre reports that they are
	// indented, so that a reader sees their ends.
	para content
	pre  bool
	// list is the list that is open, items are what it has so far.
	list  *document.List
	items []document.Item
	// rest is the line being read, where it comes in parts.
	rest content
	html htmlFlow
}

func (f *flow) begin(p *pageParser) {
	f.para.reset()
	f.rest.reset()
	f.html.hold.reset()
	*f = flow{p: p, section: p.doc.Sections[0], para: f.para, items: f.items[:0], rest: f.rest, html: htmlFlow{hold: f.html.hold}}
}

// line handles one line that is not in a table.
func (f *flow) line(line string, off int) {
	switch {
	case f.html.open:
		f.html.hold.add(f.p.text, line, off)
		f.html.hold.lineEnd()
		return
	case len(f.html.lists) > 0 && blank(line): // between two items
		return
	}
	if line == "" {
		f.endParagraph()
		f.endList()
		return
	}
	switch line[0] {
	case '=':
		if f.heading(line, off) {
			return
		}
	case '*', '#', ':', ';':
		f.item(line, off)
		return
	case '-':
		if strings.HasPrefix(line, "----") {
			f.endBlocks()
			rest := strings.TrimLeft(line, "-")
			line, off = rest, off+len(line)-len(rest)
		}
	case preprocess.MarkBegin:
		line, off = f.markedBlocks(line, off)
	}
	f.prose(line, off)
}

// prose adds a line to the paragraph.
func (f *flow) prose(line string, off int) {
	f.endList()
	if blank(line) {
		f.endParagraph()
		return
	}
	if pre := line[0] == ' '; pre != f.pre {
		f.endParagraph()
		f.pre = pre
	}
	f.para.add(f.p.text, line, off)
	f.para.lineEnd()
}

// markedBlocks handles the markers that a line begins with as long as they are
// for blocks, and returns the rest of the line.
func (f *flow) markedBlocks(line string, off int) (string, int) {
	for strings.HasPrefix(line, string(preprocess.MarkBegin)) {
		strip, length := f.p.stripAt(line)
		if strip == nil {
			break
		}
		switch strip.Kind {
		case preprocess.Box:
			if box := f.p.infobox(strip); box != nil {
				f.add(box)
			}
		case preprocess.Block, preprocess.Gallery:
			f.endBlocks()
			f.para.add(f.p.text, line[:length], off)
			f.endParagraph()
		default:
			return line, off
		}
		rest := strings.TrimLeft(line[length:], " \t")
		line, off = rest, off+len(line)-len(rest)
	}
	return line, off
}

// text collects parts of a line until its end.
func (f *flow) text(s string, off int) {
	for {
		i := strings.IndexByte(s, '\n') // a tag may have one
		if i < 0 {
			break
		}
		f.rest.add(f.p.text, s[:i], off)
		f.lineEnd()
		s, off = s[i+1:], off+i+1
	}
	if s != "" {
		f.rest.add(f.p.text, s, off)
	}
}

// lineEnd ends the line that text has collected.
func (f *flow) lineEnd() {
	line, off := f.rest.joined(), 0
	if !f.rest.empty() {
		off = f.rest.off()
	}
	f.rest.reset()
	f.line(line, off)
}

// fostered adds the content between the cells of a table.
func (f *flow) fostered(c *content) {
	for _, piece := range c.pieces {
		f.text(piece.text, piece.off)
		f.lineEnd()
	}
}

// add ends what is open and adds a block.
func (f *flow) add(b document.Block) {
	f.endBlocks()
	f.section.Blocks = append(f.section.Blocks, b)
}

func (f *flow) endBlocks() {
	if !f.rest.empty() {
		f.lineEnd()
	}
	f.endHold()
	f.endParagraph()
	f.endList()
}

// endParagraph turns the lines collected so far into a paragraph.
func (f *flow) endParagraph() {
	if f.para.empty() {
		return
	}
	raw, off, pre := f.para.joined(), f.para.off(), f.pre
	f.para.reset()
	f.pre = false
	f.p.inl.keepLines = pre
	text, boxes := f.p.renderLines(raw, false)
	f.p.inl.keepLines = false
	if text.Plain != "" {
		p := f.p.mem.Paragraphs.One(document.Paragraph{Text: text, Line: f.p.Line(off)})
		f.section.Blocks = append(f.section.Blocks, p)
	} else {
		f.noteUnseen(text, off)
	}
	f.section.Blocks = append(f.section.Blocks, boxes...)
}

// noteUnseen notes references and hidden text of a paragraph without a text to
// read: it is in no table.
func (f *flow) noteUnseen(text document.Text, off int) {
	for _, note := range text.Notes() {
		f.p.notes.Add(source.Note{Severity: source.Info, Code: "unseen_text", Where: "paragraph", Line: f.p.Line(off),
			Observed: note, Message: "a reference or hidden text is alone where a reader sees nothing; it is in no table"})
	}
}
