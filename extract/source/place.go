package source

import (
	"sort"
	"strings"
)

// A Span is a half-open range of bytes of a page.
type Span struct{ Start, End int }

// Len is the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Lines finds the line of a byte. A line ends with LF, CRLF or a lone CR.
type Lines struct{ starts []int }

// NewLines indexes the line starts of text.
func NewLines(text string) Lines {
	if strings.IndexByte(text, '\r') >= 0 {
		return newLinesCR(text)
	}
	starts := make([]int, 1, 1+strings.Count(text, "\n"))
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return Lines{starts}
		}
		at += i + 1
		starts = append(starts, at)
	}
}

// newLinesCR is NewLines for texts in which a CR may end a line.
func newLinesCR(text string) Lines {
	starts := make([]int, 1, 1+len(text)/40)
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			starts = append(starts, i+1)
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			starts = append(starts, i+1)
		}
	}
	return Lines{starts}
}

// Line returns the 1-based line of the byte at offset.
func (l Lines) Line(offset int) int {
	return sort.SearchInts(l.starts, offset+1)
}

// LineFrom is Line for an offset that is known to be on the given line or below it. It is
// the faster the nearer that is.
func (l Lines) LineFrom(line, offset int) int {
	for line < len(l.starts) && l.starts[line] <= offset {
		line++
	}
	return line
}

// Count is the number of lines of text as people count them: a final line end
// does not begin another line, and an empty text has none.
func (l Lines) Count(text string) int {
	n := len(l.starts)
	if l.starts[n-1] == len(text) {
		n--
	}
	return n
}
