package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/tables"
)

// An htmlTag is a tag as written.
type htmlTag struct {
	name    string // as written
	effect  effect
	table   tables.Tag // the part of a table it is, or tables.None
	attrs   string
	end     int // byte after its >
	closing bool
	empty   bool // it ends with />
}

// tagAt reads the HTML tag that begins with the < at i. ok is false if it is none
// that MediaWiki knows: then it is text.
func tagAt(s string, i int) (t htmlTag, ok bool) {
	j := i + 1
	if j < len(s) && s[j] == '/' {
		t.closing = true
		j++
	}
	start := j
	var name [longestTag]byte
	for j < len(s) && (isLetter(s[j]) || j > start && s[j] >= '0' && s[j] <= '9') {
		if j-start == longestTag {
			return t, false
		}
		name[j-start] = s[j] | 0x20 // leaves digits as they are
		j++
	}
	known, ok := htmlTags[string(name[:j-start])]
	if !ok || j < len(s) && !isSpace(s[j]) && s[j] != '>' && s[j] != '/' {
		return t, false
	}
	end := tagEnd(s, j)
	if end < 0 {
		return t, false
	}
	t.name, t.effect, t.table, t.attrs, t.end = s[start:j], known.effect, known.table, s[j:end], end+1
	if strings.HasSuffix(t.attrs, "/") {
		t.attrs, t.empty = t.attrs[:len(t.attrs)-1], true
	}
	return t, true
}

// longestTag is the length of the longest name of a tag.
const longestTag = len("figcaption")

// tagEnd finds the > of a tag. MediaWiki ends a tag at the first >, quotes or not,
// and lets none contain a <.
func tagEnd(s string, from int) int {
	for i := from; i < len(s); i++ {
		switch s[i] {
		case '>':
			return i
		case '<':
			return -1
		}
	}
	return -1
}

// An effect is what a tag does to the text around it.
type effect uint8

const (
	inline    effect = iota // nothing
	lineBreak               // br, hr: a line ends
	blockTag                // p, div, li: a line ends before and after
	tablePart               // goes to the tree builder
	superTag                // sup
	subTag                  // sub
	hiddenTag               // its content is not shown: style
	struckTag               // its content is struck out: s, del
	invisible               // an empty element: wbr, meta
)

// A tagKind is what the parser has to know of a tag.
type tagKind struct {
	effect effect
	table  tables.Tag
}

// htmlTags are the tags MediaWiki lets through (Sanitizer::getRecognizedTagData).
var htmlTags = func() map[string]tagKind {
	out := map[string]tagKind{}
	for _, kind := range []struct {
		effect effect
		names  string
	}{
		{inline, "b bdi bdo big cite code data dfn em font i ins kbd mark q rb rp rt rtc ruby samp small span strong time tt u var abbr a"},
		{lineBreak, "br hr"},
		{blockTag, "p div li ul ol dl dt dd center blockquote h1 h2 h3 h4 h5 h6 figure figcaption section aside article header footer nav"},
		{superTag, "sup"},
		{subTag, "sub"},
		{hiddenTag, "style"},
		{struckTag, "s del strike"},
		{invisible, "wbr meta link"},
	} {
		for name := range strings.FieldsSeq(kind.names) {
			out[name] = tagKind{effect: kind.effect}
		}
	}
	for name, table := range map[string]tables.Tag{"table": tables.Table, "caption": tables.Caption, "tbody": tables.Body, "thead": tables.Head,
		"tfoot": tables.Foot, "tr": tables.Row, "td": tables.Data, "th": tables.Header, "col": tables.Col, "colgroup": tables.Col} {
		out[name] = tagKind{tablePart, table}
	}
	return out
}()

// htmlText adds text and handles the table tags in it. Outside of tables it also handles
// the tags of blocks.
func (p *pageParser) htmlText(text segment) {
	s, done := text.text, 0
	for i := strings.IndexByte(s, '<'); i >= 0; {
		next := i + 1
		if t, ok := tagAt(s, i); ok {
			next = t.end
			if t.table != tables.None || t.effect == blockTag && p.tables.Top() == nil {
				if i > done {
					p.addText(text.upTo(i).from(done))
				}
				done = i
				if p.structure(t, text.off+i) {
					done = t.end
				}
			}
		}
		j := strings.IndexByte(s[next:], '<')
		if j < 0 {
			break
		}
		i = next + j
	}
	if done < len(s) {
		p.addText(text.from(done))
	}
}

// structure handles a tag that makes tables or blocks; false means that it is part
// of the text after all.
func (p *pageParser) structure(t htmlTag, off int) bool {
	switch {
	case t.table == tables.None:
		return p.flow.blockTag(strings.ToLower(t.name), t)
	case t.closing:
		p.endTag(t.table)
	case t.table == tables.Table && p.tables.Depth() >= tables.MaxDepth:
		p.notes.Add(tables.TooDeep(p.Line(off)))
	case t.table != tables.Col:
		p.startTag(t.table, parseAttrs(p.attrText(t.attrs)), off)
		if t.empty && t.table != tables.Table {
			p.endTag(t.table)
		}
	}
	return true
}
