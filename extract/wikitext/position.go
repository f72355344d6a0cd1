package wikitext

import "sort"

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
