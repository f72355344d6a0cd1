package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/internal/tables"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// A pageParser reads one page, line by line.
type pageParser struct {
	doc    *document.Document
	notes  *source.Notes
	pre    preprocess.Result
	text   string // pre.Text
	lines  source.Lines
	at     int // the line being read begins here in text
	tables tables.Builder[tableContent]
	wiki   []wikiTable // the tables of {| that are open
	flow   flow
	inl    inliner
	mem    memory.Document

	origin   int // of pre.Origins, the last one asked for
	nextTag  int // the next < of text, if it is ahead
	refs     references
	noteText []string                   // the hidden texts, by their strips
	boxes    map[*preprocess.Strip]bool // those in the document
	boxDepth int
	variants bool // the language has variants
	// ahead is how many bytes may still be looked at in search of an end tag, or
	// shown of what is kept aside.
	ahead   int
	limited bool
}

// begin prepares for a page that is preprocessed. A parser keeps only
// buffers of the page before, and the unused rest of blocks for documents.
func (p *pageParser) begin(doc *document.Document, lines source.Lines, notes *source.Notes) {
	*p = pageParser{doc: doc, notes: notes, pre: p.pre, text: p.pre.Text, lines: lines,
		tables: p.tables, wiki: p.wiki[:0], flow: p.flow, inl: p.inl, mem: p.mem, nextTag: -1,
		variants: hasVariants(doc.Meta.Language), ahead: 1<<20 + 8*len(p.pre.Text)}
	p.tables.Begin(p, &p.mem, notes)
	p.flow.begin(p)
	p.inl.begin(p)
}

// read goes through the lines of the page.
func (p *pageParser) read(from int) {
	for start := from; start < len(p.text); {
		end := p.lineEnd(start)
		tags := p.hasTag(start, end)
		if tags {
			end = p.joinTag(start, end)
		}
		p.at = start
		p.readLine(segment{p.text[start:end], start}, tags)
		start = end + 1
	}
	p.finish()
}

func (p *pageParser) lineEnd(start int) int {
	if i := strings.IndexByte(p.text[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(p.text)
}

// hasTag reports whether a < is between start and end.
func (p *pageParser) hasTag(start, end int) bool {
	if p.nextTag < start {
		p.nextTag = len(p.text)
		if i := strings.IndexByte(p.text[start:], '<'); i >= 0 {
			p.nextTag = start + i
		}
	}
	return p.nextTag < end
}

// finish closes what is open at the end of the page.
func (p *pageParser) finish() {
	p.at = max(len(p.text)-1, 0)
	for len(p.wiki) > 0 {
		w := &p.wiki[len(p.wiki)-1]
		w.closeRow(p)
		p.notes.Add(tables.Unclosed(p.Line(w.off)))
		p.endTag(tables.Table)
		p.wiki = p.wiki[:len(p.wiki)-1]
	}
	for t := p.tables.Top(); t != nil; t = p.tables.Top() {
		p.notes.Add(tables.Unclosed(t.Table.Line))
		p.endTag(tables.Table)
	}
	p.flow.endBlocks()
}

// joinTag moves the end of a line behind the line ends inside an HTML
// tag: MediaWiki reads tags before lines.
func (p *pageParser) joinTag(start, end int) int {
	for end < len(p.text) {
		open := strings.LastIndexByte(p.text[start:end], '<')
		if open < 0 {
			return end
		}
		open += start
		if strings.IndexByte(p.text[open:end], '>') >= 0 {
			return end
		}
		t, ok := tagAt(p.text[:min(len(p.text), open+maxTag)], open)
		if !ok {
			return end
		}
		start, end = t.end, p.lineEnd(t.end)
	}
	return end
}

// maxTag is how long a tag over several lines may be; without a limit each stray <
// would be followed to the end of the page.
const maxTag = 4096

// readLine handles one line. tags reports whether it may have tags.
func (p *pageParser) readLine(line segment, tags bool) {
	i := 0
	for i < len(line.text) && (line.text[i] == ' ' || line.text[i] == '\t') {
		i++
	}
	if i < len(line.text) && tableByte[line.text[i]] {
		if p.tableLine(line.from(i).trimRight(" \t")) {
			return
		}
	}
	switch {
	case tags:
		p.htmlText(line)
		p.endLine()
	case p.tables.Top() != nil:
		p.addText(line)
		p.endLine()
	case !p.flow.rest.empty():
		p.flow.text(line)
		p.flow.lineEnd()
	default:
		p.flow.line(line)
	}
}

// tableByte marks what a line of table markup may begin with.
var tableByte = [256]bool{'{': true, ':': true, '|': true, '!': true}

// attrText is what the attributes of a tag are read from: the text without
// markers, literal text as it is.
func (p *pageParser) attrText(s string) string {
	if strings.IndexByte(s, preprocess.MarkBegin) < 0 {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, preprocess.MarkBegin)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		strip, length := p.stripAt(s[i:])
		if strip != nil && strip.Kind == preprocess.Literal {
			b.WriteString(strip.Text)
		}
		s = s[i+length:]
	}
}

// stripAt is what the marker at the beginning of s means, and how long the
// marker is.
func (p *pageParser) stripAt(s string) (*preprocess.Strip, int) {
	n, length, ok := preprocess.MarkAt(s)
	if !ok || n >= len(p.pre.Strips) {
		return nil, 1
	}
	return &p.pre.Strips[n], length
}
