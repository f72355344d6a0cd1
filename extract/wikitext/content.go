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

// A piece is a segment of a content.
type piece struct {
	segment
	lineStart bool // it begins a line, though nothing in it says so
}

// add adds a segment of page. One that goes on where the last piece ended becomes part
// of it, so that most contents are one piece of the page.
func (c *content) add(page string, s segment) {
	if n := len(c.pieces); n > 0 && c.join(&c.pieces[n-1], page, s) {
		c.broken = false
		return
	}
	c.pieces = append(c.pieces, piece{s, c.broken})
	c.broken = false
}

// join makes the last piece longer by s, if nothing but the end of a line is between
// the two.
func (c *content) join(last *piece, page string, s segment) bool {
	end := last.off + len(last.text)
	if end > s.off || !last.partOf(page) || !s.partOf(page) {
		return false
	}
	between := page[end:s.off]
	if c.broken != (strings.IndexByte(between, '\n') >= 0) || !blank(between) {
		return false
	}
	last.text = page[last.off : s.off+len(s.text)]
	return true
}

// partOf reports whether the segment is not only equal to page there but the same memory.
func (s segment) partOf(page string) bool {
	return s.off+len(s.text) <= len(page) && unsafe.StringData(s.text) == unsafe.StringData(page[s.off:])
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

// take returns all of the content and empties it.
func (c *content) take() (s segment) {
	if !c.empty() {
		s = segment{c.joined(), c.pieces[0].off}
	}
	c.reset()
	return s
}

// joined is the wikitext of all pieces. One piece, as in most cells, is not copied.
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

func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}
