package wikitext

import (
	"sort"
	"strings"
)

// A segment is wikitext that begins at off in the preprocessed page. Its text is mostly
// a part of the page, but may be made of several parts.
type segment struct {
	text string
	off  int
}

// from returns the segment without its first n bytes.
func (s segment) from(n int) segment { return segment{s.text[n:], s.off + n} }

// upTo returns the first n bytes of the segment.
func (s segment) upTo(n int) segment { return segment{s.text[:n], s.off} }

// trimLeft returns the segment without the bytes of cutset that it begins with.
func (s segment) trimLeft(cutset string) segment {
	return s.from(len(s.text) - len(strings.TrimLeft(s.text, cutset)))
}

// trimRight returns the segment without the bytes of cutset that it ends with.
func (s segment) trimRight(cutset string) segment {
	return segment{strings.TrimRight(s.text, cutset), s.off}
}

// Line returns the source line of a position in the preprocessed text.
func (p *pageParser) Line(off int) int { return p.lines.Line(p.sourceOffset(off)) }

// sourceOffset is where in the page the byte at off comes from. Places are mostly
// asked for in the order of the page.
func (p *pageParser) sourceOffset(off int) int {
	o, i := p.pre.Origins, p.origin
	if i >= len(o) || o[i].At > off {
		i = sort.Search(len(o), func(i int) bool { return o[i].At > off }) - 1
		if i < 0 {
			return off
		}
	}
	for i+1 < len(o) && o[i+1].At <= off {
		i++
	}
	p.origin = i
	if o[i].Expanded {
		return o[i].Source
	}
	return o[i].Source + off - o[i].At
}
