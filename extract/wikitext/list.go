package wikitext

import (
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// maxItemDepth is how deep list items may nest. A deeper one is kept at that
// depth, with a note.
const maxItemDepth = 32

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
	if len(marker) > maxItemDepth {
		f.p.notes.Add(source.Note{Severity: source.Warning, Code: "list_depth", Where: "item", Line: line,
			Observed: fmt.Sprint(len(marker)), Expected: fmt.Sprint(maxItemDepth), Message: "the item is nested too deep"})
		marker = marker[:maxItemDepth]
	}
	rendered, boxes := f.p.renderLines(text.text, false)
	if rendered.Plain != "" {
		if f.list == nil {
			f.list = f.p.mem.Lists.One(document.List{Line: line})
			f.section.Blocks = append(f.section.Blocks, f.list)
		}
		f.items = append(f.items, document.Item{Depth: len(marker), Marker: marker, Text: rendered, Line: line})
	}
	if len(boxes) > 0 {
		f.section.Blocks = append(f.section.Blocks, boxes...)
		f.endList()
	}
}

// endList gives the list that is open its items.
func (f *flow) endList() {
	if f.list != nil {
		f.list.Items = f.p.mem.Items.Keep(f.items)
		f.list, f.items = nil, f.items[:0]
	}
}
