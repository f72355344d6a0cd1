package html

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A leftOut counts the boxes that are not content of the page, and the tables
// outside of its article.
type leftOut struct {
	n, line, last int
	class         string // of the first
}

func (l *leftOut) add(line int, class string) {
	if l.n++; l.n == 1 {
		l.line, l.class = line, collapsed(decodeAttr(class))
	}
	l.last = line
}

// noteLeft notes the boxes that were left out, once a page.
func (p *parser) noteLeft() {
	l := &p.left
	if l.n == 0 {
		return
	}
	lines := fmt.Sprintf("line %d", l.line)
	if l.last > l.line {
		lines = fmt.Sprintf("lines %d to %d", l.line, l.last)
	}
	p.notes.Add(source.Note{Code: "left_out", Where: "page", Line: l.line, Observed: fmt.Sprint(l.n), Field: l.class,
		Message: "boxes of navigation, notices, or tables outside of the article, on " + lines + ", are in no table"})
}
