package wikitext

import "strings"

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
