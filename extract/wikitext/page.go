package wikitext

import (
	"sort"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// A pageParser reads one page, line by line.
type pageParser struct {
	doc      *document.Document
	pre      *preprocess.Result
	text     string // pre.Text
	lines    source.Lines
	at       int // the line being read begins here in text
	tree     tree
	wiki     []wikiTable
	flow     flow
	kept     []document.Cell // block of cells handed out by keepCells
	inl      inliner
	refs     map[string]string
	boxDepth int
}

// read goes through the lines of the page.
func (p *pageParser) read() {
	for start := 0; start <= len(p.text); {
		end := strings.IndexByte(p.text[start:], '\n')
		if end < 0 {
			end = len(p.text)
		} else {
			end += start
		}
		end = p.joinTag(start, end)
		p.at = start
		p.readLine(p.text[start:end], start)
		start = end + 1
	}
	p.at = max(len(p.text)-1, 0)
	for len(p.wiki) > 0 {
		p.wiki[len(p.wiki)-1].closeRow(p)
		p.tree.end(tagTable)
		p.wiki = p.wiki[:len(p.wiki)-1]
	}
	for p.tree.top() != nil {
		p.tree.end(tagTable)
	}
	p.flow.flush()
}

// joinTag moves the end of a line behind the line ends that stand inside an HTML
// tag: MediaWiki reads tags before lines.
func (p *pageParser) joinTag(start, end int) int {
	for {
		open := strings.LastIndexByte(p.text[start:end], '<')
		if open < 0 || end == len(p.text) {
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
		next := strings.IndexByte(p.text[t.end:], '\n')
		if next < 0 {
			return len(p.text)
		}
		start, end = t.end, t.end+next
	}
}

// maxTag is how long a tag over several lines may be; without a limit each stray <
// would be followed to the end of the page.
const maxTag = 4096

// readLine handles one line that begins at off.
func (p *pageParser) readLine(line string, off int) {
	trimmed := strings.TrimLeft(line, " \t\r")
	lead := off + len(line) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, " \t\r")
	if p.tableLine(trimmed, lead) {
		return
	}
	if p.tree.top() != nil || strings.IndexByte(line, '<') >= 0 {
		p.htmlText(line, off)
		p.tree.text("\n", off+len(line))
		return
	}
	p.flow.line(line, off)
}

// line is the source line of a place in the preprocessed text.
func (p *pageParser) line(off int) int { return p.lines.Line(p.sourceOffset(off)) }

// sourceOffset is where in the page the byte at off comes from.
func (p *pageParser) sourceOffset(off int) int {
	o := p.pre.Origins
	i := sort.Search(len(o), func(i int) bool { return o[i].At > off }) - 1
	switch {
	case i < 0:
		return off
	case o[i].Expanded:
		return o[i].Source
	}
	return o[i].Source + off - o[i].At
}

// attrText is what the attributes of a tag are read from: the text without
// markers, sort keys in them as attributes.
func (p *pageParser) attrText(s string) string {
	if strings.IndexByte(s, preprocess.MarkBegin) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		i := strings.IndexByte(s, preprocess.MarkBegin)
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		n, length, ok := preprocess.MarkAt(s[i:])
		if !ok {
			length = 1
		} else if strip := &p.pre.Strips[n]; strip.Kind == preprocess.Literal {
			b.WriteString(strip.Text)
		}
		s = s[i+length:]
	}
	b.WriteString(s)
	return b.String()
}

// keepCells copies a row's cells to the end of a block that the whole document
// shares, so that a row costs no allocation of its own.
func (p *pageParser) keepCells(row []document.Cell) []document.Cell {
	if len(p.kept)+len(row) > cap(p.kept) {
		p.kept = make([]document.Cell, 0, max(256, 2*cap(p.kept), len(row)))
	}
	n := len(p.kept)
	p.kept = append(p.kept, row...)
	return p.kept[n:len(p.kept):len(p.kept)]
}
