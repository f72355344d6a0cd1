package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
)

// content is what a cell or caption holds, in order: wikitext of lines, and
// places where a nested table or box was.
type content struct {
	pieces []piece
	blocks []document.Block
}

// A piece is wikitext at a place, or, without text, the place of a block.
type piece struct {
	text string
	off  int
}

func (c *content) add(s string, off int) { c.pieces = append(c.pieces, piece{s, off}) }

// append adds what stood before a table, and the table.
func (c *content) append(before []piece, t *document.Table) {
	c.pieces = append(c.pieces, before...)
	c.pieces = append(c.pieces, piece{"\n", 0})
	c.blocks = append(c.blocks, t)
}

// reset empties the content and keeps its memory, but not its blocks: they belong
// to the document now.
func (c content) reset() content { return content{pieces: c.pieces[:0]} }

// joined is the wikitext of all pieces. One piece, as in most cells, is not
// copied.
func (c *content) joined() string {
	switch len(c.pieces) {
	case 0:
		return ""
	case 1:
		return c.pieces[0].text
	}
	var b strings.Builder
	for _, p := range c.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

func blank(s string) bool { return strings.TrimLeft(s, " \t\n\r\f") == "" }
