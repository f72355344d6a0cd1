package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// A flow is the page outside its tables: headings, paragraphs and lists.
type flow struct {
	p       *pageParser
	section *document.Section
	// path has, for each level, the index of the section that is open there.
	path [7]int
	// para are the lines of the paragraph being read.
	para content
	list *document.List
	// rest is the unfinished line that htmlText left behind a tag.
	rest content
}

// line handles one line that is neither in a table nor holds tags.
func (f *flow) line(line string, off int) {
	if len(line) == 0 {
		f.endParagraph()
		f.list = nil
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
			if line = strings.TrimLeft(line, "-"); line == "" {
				return
			}
		}
	}
	if blank(line) {
		f.endParagraph()
		f.list = nil
		return
	}
	f.list = nil
	f.para.add(line, off)
	f.para.add("\n", off+len(line))
}

// text collects parts of a line until its end.
func (f *flow) text(s string, off int) {
	for {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			if s != "" {
				f.rest.add(s, off)
			}
			return
		}
		if i > 0 {
			f.rest.add(s[:i], off)
		}
		f.endLine()
		s, off = s[i+1:], off+i+1
	}
}

func (f *flow) endLine() {
	line := f.rest.joined()
	off := 0
	if len(f.rest.pieces) > 0 {
		off = f.rest.pieces[0].off
	}
	f.rest = f.rest.reset()
	f.line(line, off)
}

// piece adds what stood in a table but in none of its cells.
func (f *flow) piece(p piece) { f.text(p.text, p.off) }

// table adds a table.
func (f *flow) table(t *document.Table) {
	f.add(t)
}

// add ends what is open and adds a block.
func (f *flow) add(b document.Block) {
	f.endBlocks()
	f.section.Blocks = append(f.section.Blocks, b)
}

func (f *flow) endBlocks() {
	if len(f.rest.pieces) > 0 {
		f.endLine()
	}
	f.endParagraph()
	f.list = nil
}

func (f *flow) flush() { f.endBlocks() }

// endParagraph turns the lines collected so far into a paragraph.
func (f *flow) endParagraph() {
	if len(f.para.pieces) == 0 {
		return
	}
	raw, off := f.para.joined(), f.para.pieces[0].off
	f.para = f.para.reset()
	f.p.inl.blocks = f.p.inl.blocks[:0]
	text := f.p.renderAt(raw, off)
	blocks := f.p.inl.blocks
	if text.Plain != "" {
		f.section.Blocks = append(f.section.Blocks, &document.Paragraph{Text: text, Line: f.p.line(off)})
	}
	f.section.Blocks = append(f.section.Blocks, blocks...)
}

// item adds a list item.
func (f *flow) item(line string, off int) {
	f.endParagraph()
	depth := 0
	for depth < len(line) && strings.IndexByte("*#:;", line[depth]) >= 0 {
		depth++
	}
	marker, rest := line[:depth], line[depth:]
	off += depth
	if marker[depth-1] == ';' {
		if i := definition(rest); i >= 0 {
			f.addItem(marker, rest[:i], off)
			marker, rest, off = marker[:depth-1]+":", rest[i+1:], off+i+1
		}
	}
	f.addItem(marker, rest, off)
}

// definition finds the colon that divides "; term : definition".
func definition(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			if end := linkEnd(s, i); end > i {
				i = end - 1
			}
		case '<':
			if t, ok := tagAt(s, i); ok {
				i = t.end - 1
			}
		case ':':
			if !strings.HasPrefix(s[i:], "://") {
				return i
			}
		}
	}
	return -1
}

func (f *flow) addItem(marker, text string, off int) {
	f.p.inl.blocks = f.p.inl.blocks[:0]
	item := document.Item{Depth: len(marker), Marker: marker, Text: f.p.renderAt(text, off), Line: f.p.line(off)}
	blocks := f.p.inl.blocks
	if item.Text.Plain != "" || item.Text.Aside != nil {
		if f.list == nil {
			f.list = &document.List{Line: item.Line}
			f.section.Blocks = append(f.section.Blocks, f.list)
		}
		f.list.Items = append(f.list.Items, item)
	}
	if len(blocks) > 0 {
		f.section.Blocks = append(f.section.Blocks, blocks...)
		f.list = nil
	}
}

// heading handles a line that begins with =; false if it is no heading.
func (f *flow) heading(line string, off int) bool {
	line = strings.TrimRight(line, " \t\r")
	level, tail := 0, 0
	for level < len(line) && line[level] == '=' {
		level++
	}
	for tail < len(line) && line[len(line)-1-tail] == '=' {
		tail++
	}
	if tail == 0 || len(line) < 3 {
		return false
	}
	if level == len(line) { // nothing but =
		level = (len(line) - 1) / 2
		tail = level
	}
	level = min(level, tail, 6)
	f.endBlocks()
	f.open(level, f.p.renderAt(line[level:len(line)-level], off+level), f.p.line(off))
	return true
}

// open begins a section.
func (f *flow) open(level int, title document.Text, line int) {
	doc := f.p.doc
	if level == 1 && f.isTitle() {
		doc.Title = title.Plain
		f.section.Title, f.section.Line = title, line
		return
	}
	parent := 0
	for l := level - 1; l >= 1; l-- {
		if f.path[l] > 0 {
			parent = f.path[l]
			break
		}
	}
	s := &document.Section{Index: len(doc.Sections), Parent: parent, Level: level, Title: title, Line: line}
	doc.Sections = append(doc.Sections, s)
	f.section = s
	f.path[level] = s.Index
	clear(f.path[level+1:])
}

// isTitle says whether a heading of level 1 would be the page's title: nothing
// but boxes stands before it, and nobody else knows the title.
func (f *flow) isTitle() bool {
	doc := f.p.doc
	return doc.Title == "" && len(doc.Sections) == 1 && len(f.section.Blocks) == 0
}
