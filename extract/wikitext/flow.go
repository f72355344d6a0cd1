package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// A flow is the page outside its tables: headings, paragraphs and lists.
type flow struct {
	p *pageParser
	outline.Outline
	// para are the lines of the paragraph being read; pre reports that they are
	// indented, so that a reader sees their ends.
	para content
	pre  bool
	// rest is the line being read, where it comes in parts.
	rest content
	html htmlFlow
}

func (f *flow) begin(p *pageParser) {
	f.para.reset()
	f.rest.reset()
	f.html.hold.reset()
	*f = flow{p: p, Outline: f.Outline, para: f.para, rest: f.rest, html: htmlFlow{hold: f.html.hold}}
	f.Begin(p.doc, &p.mem, p.notes)
}

// line handles one line that is not in a table.
func (f *flow) line(line segment) {
	switch {
	case f.html.open:
		f.html.hold.add(f.p.text, line)
		f.html.hold.lineEnd()
		return
	case len(f.html.lists) > 0 && blank(line.text): // between two items
		return
	}
	if line.text == "" {
		f.endParagraph()
		f.EndList()
		return
	}
	switch line.text[0] {
	case '=':
		if f.heading(line) {
			return
		}
	case '*', '#', ':', ';':
		f.item(line)
		return
	case '-':
		if strings.HasPrefix(line.text, "----") {
			f.endBlocks()
			line = line.trimLeft("-")
		}
	case preprocess.MarkBegin:
		line = f.markedBlocks(line)
	}
	f.prose(line)
}

// prose adds a line to the paragraph.
func (f *flow) prose(line segment) {
	f.EndList()
	if blank(line.text) {
		f.endParagraph()
		return
	}
	if pre := line.text[0] == ' '; pre != f.pre {
		f.endParagraph()
		f.pre = pre
	}
	f.para.add(f.p.text, line)
	f.para.lineEnd()
}

// markedBlocks handles the markers that a line begins with as long as they are
// for blocks, and returns the rest of the line.
func (f *flow) markedBlocks(line segment) segment {
	for strings.HasPrefix(line.text, string(preprocess.MarkBegin)) {
		strip, length := f.p.stripAt(line.text)
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
			f.para.add(f.p.text, line.upTo(length))
			f.endParagraph()
		default:
			return line
		}
		line = line.from(length).trimLeft(" \t")
	}
	return line
}

// text collects parts of a line until its end.
func (f *flow) text(s segment) {
	for {
		i := strings.IndexByte(s.text, '\n') // a tag may have one
		if i < 0 {
			break
		}
		f.rest.add(f.p.text, s.upTo(i))
		f.lineEnd()
		s = s.from(i + 1)
	}
	if s.text != "" {
		f.rest.add(f.p.text, s)
	}
}

// lineEnd ends the line that text has collected.
func (f *flow) lineEnd() { f.line(f.rest.take()) }

// fostered adds the content between the cells of a table.
func (f *flow) fostered(c *content) {
	for _, piece := range c.pieces {
		f.text(piece.segment)
		f.lineEnd()
	}
}

// add ends what is open and adds a block.
func (f *flow) add(b document.Block) {
	f.endBlocks()
	f.Add(b)
}

func (f *flow) endBlocks() {
	if !f.rest.empty() {
		f.lineEnd()
	}
	f.endHold()
	f.endParagraph()
	f.EndList()
}

// endParagraph turns the lines collected so far into a paragraph.
func (f *flow) endParagraph() {
	if f.para.empty() {
		return
	}
	raw := f.para.take()
	f.p.inl.keepLines = f.pre
	text, boxes := f.p.renderLines(raw.text, false, showSigns)
	f.pre, f.p.inl.keepLines = false, false
	f.AddParagraph(text, f.p.Line(raw.off))
	f.Add(boxes...)
}
