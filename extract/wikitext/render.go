package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/textwriter"
)

// render renders the content of a cell or caption, and returns the boxes in it.
func (p *pageParser) render(c *content) (document.Text, []document.Block) {
	if c.empty() {
		return document.Text{}, nil
	}
	return p.renderLines(c.joined(), c.pieces[0].lineStart, showMeanings)
}

// renderLines renders wikitext that no text is around. lineStart reports that it
// begins a line, where list markup counts, even if it does not begin with one's
// end; show says what it shows of its pictures.
func (p *pageParser) renderLines(raw string, lineStart bool, show showing) (document.Text, []document.Block) {
	trimmed := trimLeft(raw)
	lineStart = lineStart || strings.IndexByte(raw[:len(raw)-len(trimmed)], '\n') >= 0
	raw = trimRight(trimmed)
	plain := plainLength(raw)
	switch {
	case lineStart && marksLine(raw):
		plain = 0
	case plain == len(raw):
		return document.Text{Plain: raw}, nil
	}
	r := &p.inl
	r.enter(len(raw))
	r.wikitext(raw, lineStart, plain)
	r.settle(show)
	text, boxes := r.Take(&p.mem), r.boxes
	r.leave()
	return text, boxes
}

// marksLine reports whether a line that begins with s may be more than text.
func marksLine(s string) bool { return s != "" && (isMarker(s[0]) || s[0] == '-' || s[0] == '=') }

func trimLeft(s string) string {
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	return s
}

func trimRight(s string) string {
	for len(s) > 0 && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// A writing is a text being rendered.
type writing struct {
	textwriter.Writer
	line quotes
	// keepLines keeps the line ends of the wikitext.
	keepLines bool
	boxes     []document.Block
	pictures  []picture
	struck    []stretch
}

// enter begins a text of about size bytes of wikitext, which may be inside another.
func (r *inliner) enter(size int) {
	r.level++
	if r.level == len(r.levels) {
		r.levels = append(r.levels, &writing{})
	}
	keepLines := r.level == 1 && r.keepLines
	r.writing = r.levels[r.level]
	r.Reset()
	r.Grow(size + size/8 + 32)
	r.writing.keepLines, r.boxes, r.pictures, r.struck = keepLines, nil, r.pictures[:0], r.struck[:0]
}

// leave goes back to the text around one.
func (r *inliner) leave() {
	r.level--
	r.writing = r.levels[r.level]
}

// away renders s apart from the text, as for a note.
func (r *inliner) away(s string) string {
	if r.level >= maxDepth {
		return ""
	}
	r.enter(len(s))
	r.wikitext(trimRight(trimLeft(s)), false, 0)
	out, boxes := r.Plain(), r.boxes
	r.leave()
	r.boxes = append(r.boxes, boxes...)
	return out
}
