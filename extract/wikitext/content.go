package wikitext

import (
	"strings"
	"unsafe"
)

// content is the wikitext of a cell, a caption or a paragraph.
type content struct {
	pieces []piece
	// broken reports that a line has ended since the last piece.
	broken bool
}

// A piece is wikitext at a place of the preprocessed page.
type piece struct {
	text      string
	off       int
	lineStart bool // it begins a line, though nothing in it says so
}

// add adds text that begins at off of page. What goes on where the last piece
// ended becomes part of it, so that most contents are one piece of the page.
func (c *content) add(page, text string, off int) {
	if n := len(c.pieces); n > 0 && c.join(&c.pieces[n-1], page, text, off) {
		c.broken = false
		return
	}
	c.pieces = append(c.pieces, piece{text, off, c.broken})
	c.broken = false
}

// join makes the last piece longer by text, if nothing but the end of a line
// is between the two.
func (c *content) join(last *piece, page, text string, off int) bool {
	end := last.off + len(last.text)
	if end > off || !partOf(page, last.text, last.off) || !partOf(page, text, off) {
		return false
	}
	between := page[end:off]
	if c.broken != (strings.IndexByte(between, '\n') >= 0) || !blank(between) {
		return false
	}
	last.text = page[last.off : off+len(text)]
	return true
}

// partOf reports whether part is not only equal to page at off but the same memory.
func partOf(page, part string, off int) bool {
	return off+len(part) <= len(page) && unsafe.StringData(part) == unsafe.StringData(page[off:])
}

// lineEnd ends the line.
func (c *content) lineEnd() { c.broken = true }

// append adds all of other, as lines of their own.
func (c *content) append(other *content) {
	for _, p := range other.pieces {
		p.lineStart = true
		c.pieces = append(c.pieces, p)
	}
	c.broken = true
}

// reset empties the content and keeps its memory.
func (c *content) reset() { *c = content{pieces: c.pieces[:0]} }

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
	for i, p := range c.pieces {
		if p.lineStart && i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.text)
	}
	return b.String()
}

func (c *content) empty() bool { return len(c.pieces) == 0 }

// last is the last piece, "" if there is none.
func (c *content) last() string {
	if c.empty() {
		return ""
	}
	return c.pieces[len(c.pieces)-1].text
}

// off is where the content begins.
func (c *content) off() int { return c.pieces[0].off }

func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}
