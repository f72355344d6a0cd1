package html

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
)

// closeHeading makes a section of the heading that was read.
func (f *flow) closeHeading() {
	level, line := f.heading, f.line
	f.heading = 0
	text := f.p.take(&f.body)
	if text.Plain == "" {
		f.NoteUnseen(text, f.p.Line(f.p.at))
		return
	}
	f.EndList()
	text.Plain = strings.ReplaceAll(text.Plain, "\n", " ")
	f.begins(level, text, line)
}

// begins opens a section, or sets the title of the page.
func (f *flow) begins(level int, title document.Text, line int) {
	if level == 1 && f.isTitle(title.Plain) {
		f.p.heading = title.Plain
		f.Section.Line = line
		return
	}
	f.Open(level, title, line)
}

// isTitle reports whether a heading of level 1 is the title of the page: only
// boxes are before it, and no other source has a title, or all have the
// same.
func (f *flow) isTitle(heading string) bool {
	if len(f.p.doc.Sections) > 1 || f.p.heading != "" {
		return false
	}
	if t := f.p.doc.Title; t != "" && !outline.SameTitle(t, heading) {
		return false
	}
	if t := f.p.firstTitle; t != "" && !strings.Contains(t, heading) {
		return false
	}
	return outline.OnlyBoxes(f.Section)
}
