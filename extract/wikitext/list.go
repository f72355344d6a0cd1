package wikitext

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
	"github.com/tidywiki/tidywiki/extract/source"
)

// item adds the list item, or the term and its definition, that a line is.
func (f *flow) item(line segment) {
	f.endParagraph()
	depth := markers(line.text)
	marker, rest := line.text[:depth], line.from(depth)
	if marker[depth-1] == ';' {
		if i := definition(rest.text); i >= 0 {
			f.addItem(marker, rest.upTo(i))
			marker, rest = marker[:depth-1]+":", rest.from(i+1)
		}
	}
	f.addItem(marker, rest)
}

// markers is the number of list markers that a line begins with.
func markers(line string) int {
	n := 0
	for n < len(line) && isMarker(line[n]) {
		n++
	}
	return n
}

func isMarker(c byte) bool { return c == '*' || c == '#' || c == ':' || c == ';' }

// definition finds the colon that divides "; term : definition", -1 if there is
// none outside of links, tags and addresses.
func definition(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			if end := linkEnd(s, i); end > i {
				i = end - 1
			}
		case '<':
			if t, ok := tagAt(s, i); ok {
				i = t.end - 1
			}
		case ':':
			if !strings.HasPrefix(s[i:], "://") {
				return i
			}
		}
	}
	return -1
}

// addItem adds an item.
func (f *flow) addItem(marker string, text segment) {
	line := f.p.Line(text.off)
	if len(marker) > outline.MaxItemDepth {
		f.p.notes.Add(source.Note{Severity: source.Warning, Code: "list_depth", Where: "item", Line: line,
			Observed: fmt.Sprint(len(marker)), Expected: fmt.Sprint(outline.MaxItemDepth), Message: "the item is nested too deep"})
		marker = marker[:outline.MaxItemDepth]
	}
	rendered, boxes := f.p.renderLines(text.text, false, showSigns)
	if rendered.Plain != "" {
		f.AddItem(document.Item{Depth: len(marker), Marker: marker, Text: rendered, Line: line})
	}
	f.Add(boxes...)
}
