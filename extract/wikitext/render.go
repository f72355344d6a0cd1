package wikitext

import (
	"strings"
	"unsafe"

	"github.com/tidywiki/tidywiki/extract/document"
)

// render renders the content of a cell or caption, and returns the boxes in it.
func (p *pageParser) render(c *content) (document.Text, []document.Block) {
	if c.empty() {
		return document.Text{}, nil
	}
	return p.renderLines(c.joined(), c.pieces[0].lineStart)
}

// renderLines renders wikitext that no text is around. lineStart says that it
// begins a line, where list markup counts, even if it does not begin with one's
// end.
func (p *pageParser) renderLines(raw string, lineStart bool) (document.Text, []document.Block) {
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
	outer := r.enter(len(raw))
	r.wikitext(raw, lineStart, plain)
	text, boxes := document.Text{Plain: r.written(), Aside: r.takeAside()}, r.boxes
	r.leave(outer)
	return text, boxes
}

// marksLine says whether a line that begins with s may be more than text.
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

// A writing is the state of one text being rendered.
type writing struct {
	start int // where it begins in the chunk
	gap   gap
	line  quotes
	// keepLines says that the line ends of the wikitext are seen.
	keepLines bool
	// links, notes and images are where those of the text begin in the inliner's.
	links, notes, images int
	sortKey              string
	boxes                []document.Block
}

// enter begins a text of about size bytes of wikitext, which may be inside
// another; it returns the state of that, for leave.
func (r *inliner) enter(size int) writing {
	outer := r.writing
	r.chunks[r.level] = r.chunk
	r.level++
	r.chunk = r.chunks[r.level]
	if want := size + size/8 + 32; cap(r.chunk)-len(r.chunk) < want {
		r.chunk = make([]byte, 0, max(min(2*cap(r.chunk), lastChunk), firstChunk, want))
	}
	r.writing = writing{start: len(r.chunk), keepLines: outer.keepLines && r.level == 1,
		links: len(r.links), notes: len(r.notes), images: len(r.images)}
	return outer
}

// leave ends a text.
func (r *inliner) leave(outer writing) {
	r.links, r.notes, r.images = r.links[:r.writing.links], r.notes[:r.writing.notes], r.images[:r.writing.images]
	r.chunks[r.level] = r.chunk
	r.level--
	r.chunk = r.chunks[r.level]
	r.writing = outer
}

// The memory of texts is made in chunks.
const (
	firstChunk = 1 << 10
	lastChunk  = 64 << 10
)

// written is the text so far.
func (r *inliner) written() string {
	out := r.chunk[r.start:]
	return unsafe.String(unsafe.SliceData(out), len(out))
}

// takeAside is what the text carries beside it, nil if there is nothing.
func (r *inliner) takeAside() *document.Aside {
	w := &r.writing
	if len(r.links) == w.links && len(r.notes) == w.notes && len(r.images) == w.images && w.sortKey == "" {
		return nil
	}
	mem := &r.p.mem
	return mem.Asides.One(document.Aside{Links: mem.Links.Keep(r.links[w.links:]),
		Notes: mem.Strings.Keep(r.notes[w.notes:]), Images: mem.Strings.Keep(r.images[w.images:]), SortKey: w.sortKey})
}

// away renders s apart from the text, as for a note.
func (r *inliner) away(s string) string {
	if r.level >= maxDepth {
		return ""
	}
	outer := r.enter(len(s))
	r.wikitext(trimRight(trimLeft(s)), false, 0)
	out, boxes := r.written(), r.boxes
	r.leave(outer)
	r.boxes = append(r.boxes, boxes...)
	return out
}
