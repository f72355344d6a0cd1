package wikitext

import (
	"strconv"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// infobox makes a box of what preprocessing found to be one, nil if the document
// has it already. Boxes in its values become boxes of their own, inside it, titled
// with the key. Keys without a value are left out: MediaWiki does not show them.
func (p *pageParser) infobox(strip *preprocess.Strip) *document.Infobox {
	if p.boxDepth >= maxDepth || p.boxes[strip] {
		return nil
	}
	if p.boxes == nil {
		p.boxes = map[*preprocess.Strip]bool{}
	}
	p.boxes[strip] = true
	p.boxDepth++
	defer func() { p.boxDepth-- }()
	in := strip.Box
	box := &document.Infobox{Template: in.Name, Pairs: make([]document.Pair, 0, len(in.Args)),
		Line: p.lines.Line(strip.Source.Start), LastLine: p.lines.Line(max(strip.Source.End-1, strip.Source.Start))}
	for _, arg := range in.Args {
		if arg.Value == "" {
			continue
		}
		pair := document.Pair{Key: arg.Name, Line: p.lines.Line(arg.Source.Start)}
		if pair.Key == "" && arg.Index > 0 { // "|= x" has a name, which is empty
			pair.Key = strconv.Itoa(arg.Index)
		}
		var nested []document.Block
		// List markup counts: infobox templates put values on lines of their own.
		pair.Text, nested = p.renderLines(arg.Value, true, showFiles)
		for _, b := range nested {
			if inner, ok := b.(*document.Infobox); ok && inner.Title == (document.Text{}) {
				inner.Title = document.Text{Plain: pair.Key}
			}
			box.Nested = append(box.Nested, b)
		}
		if pair.Text != (document.Text{}) {
			box.Pairs = append(box.Pairs, pair)
		}
	}
	labelled(box)
	return box
}
