package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
)

// heading handles a line that begins with =; false if it is not a heading.
func (f *flow) heading(line segment) bool {
	level := headingLevel(line.text)
	if level == 0 {
		return false
	}
	f.endBlocks()
	text := strings.TrimRight(line.text, " \t")
	f.titled(level, segment{text[level : len(text)-level], line.off})
	return outline.OnlyBoxes(f.Section)
}

// headingLevel is the level of the heading that a line is, 0 if it is none. Marks
// that are more on one side than on the other are part of the title there.
func headingLevel(line string) int {
	line = strings.TrimRight(line, " \t")
	level, tail := 0, 0
	for level < len(line) && line[level] == '=' {
		level++
	}
	for tail < len(line) && line[len(line)-1-tail] == '=' {
		tail++
	}
	if tail == 0 || len(line) < 3 {
		return 0
	}
	if level == len(line) { // nothing but =
		level = (len(line) - 1) / 2
	}
	return min(level, tail, 6)
}

// titled opens a section of that title.
func (f *flow) titled(level int, title segment) {
	text, boxes := f.p.renderLines(title.text, false, showSigns)
	f.begins(level, text, f.p.Line(title.off))
	f.Add(boxes...)
}

// begins opens a section, or sets the title of the page.
func (f *flow) begins(level int, title document.Text, line int) {
	doc := f.p.doc
	if level == 1 && f.isTitle() {
		doc.Title = title.Plain
		f.Section.Title, f.Section.Line = title, line
		return
	}
	f.Open(level, title, line)
}

// isTitle reports whether a heading of level 1 is the page's title: no other source has
// a title, and only boxes are before it.
func (f *flow) isTitle() bool {
	doc := f.p.doc
	if doc.Title != "" || len(doc.Sections) > 1 {
		return false
	}
	return outline.OnlyBoxes(f.Section)
}
