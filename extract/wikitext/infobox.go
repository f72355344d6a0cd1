package wikitext

import (
	"strconv"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// infobox makes a box of what preprocessing found to be one. Boxes in its values
// become boxes of their own, inside it.
func (p *pageParser) infobox(strip *preprocess.Strip) *document.Infobox {
	in := strip.Box
	if p.boxDepth >= maxDepth {
		return nil
	}
	p.boxDepth++
	defer func() { p.boxDepth-- }()
	box := &document.Infobox{Template: in.Name,
		Line: p.lines.Line(strip.Source.Start), LastLine: p.lines.Line(max(strip.Source.End-1, strip.Source.Start))}
	outer := p.inl
	p.inl = inliner{p: p, depth: outer.depth, extLinks: outer.extLinks}
	for _, arg := range in.Args {
		p.inl.blocks = nil
		pair := document.Pair{Key: arg.Name, Text: p.renderAt(arg.Value, 0), Line: p.lines.Line(arg.Source.Start)}
		if pair.Key == "" {
			pair.Key = strconv.Itoa(arg.Index)
		}
		for _, b := range p.inl.blocks {
			if nested, ok := b.(*document.Infobox); ok {
				nested.Title = document.Text{Plain: pair.Key}
			}
			box.Nested = append(box.Nested, b)
		}
		box.Pairs = append(box.Pairs, pair)
	}
	outer.extLinks = p.inl.extLinks
	p.inl = outer
	return box
}
