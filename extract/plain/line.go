package plain

import "strings"

// A line is one line of the page.
type line struct {
	text       string // without its end and the white space around it
	start, end int    // where text is in the page
	indent     int    // columns of white space before it, a tab counting as two
	num        int    // from 1
}

// A cursor reads the lines of a text one after another. A copy of it looks ahead.
type cursor struct {
	text string
	pos  int // where the next line begins
	num  int // number of lines read
	cr   int // the next carriage return from pos on, or len(text)
}

func newCursor(text string) cursor {
	c := cursor{text: text}
	c.findCR()
	return c
}

func (c *cursor) next() (line, bool) {
	if c.pos == len(c.text) {
		return line{}, false
	}
	start, end := c.raw()
	l := line{end: end, num: c.num}
	for start < end && (c.text[start] == ' ' || c.text[start] == '\t') {
		l.indent += 1 + int(c.text[start]&1) // a tab is odd, a space even
		start++
	}
	l.text = trim(c.text[start:end])
	if start < end {
		start = end - len(trimLeft(c.text[start:end]))
	}
	l.start, l.end = start, start+len(l.text)
	return l, true
}

// raw moves past the next line and returns where it starts and ends. It must
// not be called at the end of the text.
func (c *cursor) raw() (start, end int) {
	c.num++
	start = c.pos
	// Looking no further than the next carriage return keeps a text without any
	// line feed from being searched to its end for each line.
	if i := strings.IndexByte(c.text[start:c.cr], '\n'); i >= 0 {
		c.pos = start + i + 1
		return start, start + i
	}
	end = c.cr
	c.pos = end
	if end < len(c.text) {
		c.pos++
		if c.pos < len(c.text) && c.text[c.pos] == '\n' {
			c.pos++
		}
		c.findCR()
	}
	return start, end
}

func (c *cursor) findCR() {
	c.cr = len(c.text)
	if i := strings.IndexByte(c.text[c.pos:], '\r'); i >= 0 {
		c.cr = c.pos + i
	}
}
