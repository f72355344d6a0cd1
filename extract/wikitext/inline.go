package wikitext

import (
	"strings"
	"unsafe"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// An inliner renders wikitext as the text a reader sees.
type inliner struct {
	p *pageParser
	// chunk is memory that the texts of a page share; the text being rendered
	// begins at start.
	chunk []byte
	start int
	gap   gap
	depth int
	aside *document.Aside
	// blocks are boxes found in the text.
	blocks []document.Block
	// extLinks counts external links without a text: MediaWiki numbers them.
	extLinks int
	line     quotes
}

// A gap is white space that is written once something follows it.
type gap uint8

const (
	noGap gap = iota
	spaceGap
	lineGap
)

// maxDepth is how deep links, references and tags may hold one another.
const maxDepth = 20

// render renders the content of a cell or caption.
func (p *pageParser) render(c *content) document.Text {
	if len(c.pieces) == 0 {
		return document.Text{}
	}
	p.inl.blocks = nil
	text := p.renderAt(c.joined(), c.pieces[0].off)
	c.blocks = append(c.blocks, p.inl.blocks...)
	return text
}

// renderAt renders wikitext that stands at off.
func (p *pageParser) renderAt(raw string, off int) document.Text {
	raw, lineStart := trim(raw)
	if isPlain(raw) && !(lineStart && beginsItem(raw)) {
		return document.Text{Plain: raw}
	}
	r := &p.inl
	if cap(r.chunk)-len(r.chunk) < 2*len(raw)+64 {
		r.chunk = make([]byte, 0, max(64<<10, 2*len(raw)+64))
	}
	r.start, r.gap, r.aside = len(r.chunk), noGap, nil
	r.wikitext(raw, lineStart)
	out := r.chunk[r.start:]
	return document.Text{Plain: unsafe.String(unsafe.SliceData(out), len(out)), Aside: r.aside}
}

// trim takes white space off both ends of s and says whether that left it at the
// beginning of a line.
func trim(s string) (trimmed string, lineStart bool) {
	trimmed = strings.TrimLeft(s, " \t\n\r")
	lineStart = strings.IndexByte(s[:len(s)-len(trimmed)], '\n') >= 0
	return strings.TrimRight(trimmed, " \t\n\r"), lineStart
}

// beginsItem says whether a line that begins with s is a list item.
func beginsItem(s string) bool { return s != "" && strings.IndexByte("*#:;-", s[0]) >= 0 }

// special marks the bytes that may be more than themselves.
var special = func() (t [256]bool) {
	for _, c := range []byte("[]'&<\n\r\t\x01\x02") {
		t[c] = true
	}
	t[0xC2], t[0xE2], t[0xE3] = true, true, true // may begin white space: U+00A0, U+2000.., U+3000
	return t
}()

// isPlain says whether s, without white space at its ends, reads as it is written.
func isPlain(s string) bool {
	space := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if special[c] {
			if c == '\'' && (i+1 == len(s) || s[i+1] != '\'') {
				space = false
				continue
			}
			if c >= 0x80 && wideSpace(s[i:]) == 0 {
				space = false
				continue
			}
			return false
		}
		if c == ' ' {
			if space {
				return false
			}
			space = true
		} else {
			space = false
		}
	}
	return true
}

// wideSpace is the length of the white space beyond ASCII that s begins with.
func wideSpace(s string) int {
	switch {
	case strings.HasPrefix(s, "\u00a0"):
		return 2
	case len(s) < 3:
		return 0
	case s[0] == 0xE2 && s[1] == 0x80 && (s[2] >= 0x80 && s[2] <= 0x8A || s[2] == 0xA8 || s[2] == 0xA9 || s[2] == 0xAF):
		return 3 // U+2000 to U+200A, U+2028, U+2029, U+202F
	case s[0] == 0xE2 && s[1] == 0x81 && s[2] == 0x9F, s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80:
		return 3 // U+205F, U+3000
	}
	return 0
}

// wikitext renders s, which may have many lines.
// lineStart says that s begins a line, where list markup counts.
func (r *inliner) wikitext(s string, lineStart bool) {
	for ; ; lineStart = true {
		line, rest, more := cutLine(s)
		if lineStart {
			line = r.beginLine(line)
		}
		r.line = findQuotes(line)
		r.inlineText(line)
		if !more {
			return
		}
		if r.gap == noGap {
			r.gap = spaceGap
		}
		s = rest
	}
}

// cutLine divides s at its first line end that is in no link.
func cutLine(s string) (line, rest string, more bool) {
	i := strings.IndexByte(s, '\n')
	if i < 0 {
		return s, "", false
	}
	if open := strings.LastIndex(s[:i], "[["); open >= 0 {
		if end := linkEnd(s, open); end > i {
			j := strings.IndexByte(s[end:], '\n')
			if j < 0 {
				return s, "", false
			}
			i = end + j
		}
	}
	return s[:i], s[i+1:], true
}

// beginLine takes the marks of a list or a rule off a line, or finds that the line
// is empty: in each case a new line begins for the reader.
func (r *inliner) beginLine(line string) string {
	n := 0
	for n < len(line) && strings.IndexByte("*#:;", line[n]) >= 0 {
		n++
	}
	if n == 0 && strings.HasPrefix(line, "----") {
		n = len(line) - len(strings.TrimLeft(line, "-"))
	}
	if n > 0 || blank(line) {
		r.gap = lineGap
	}
	return line[n:]
}

// inlineText renders a stretch of one line.
func (r *inliner) inlineText(s string) {
	if r.depth++; r.depth > maxDepth {
		r.write(s)
		r.depth--
		return
	}
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && !special[s[j]] && s[j] != ' ' {
			j++
		}
		r.write(s[i:j])
		if i = j; i < len(s) {
			i += r.specialAt(s, i)
		}
	}
	r.depth--
}

// specialAt renders what begins with the byte at i and returns its length.
func (r *inliner) specialAt(s string, i int) int {
	switch s[i] {
	case ' ', '\t', '\n', '\r':
		r.space()
		return 1
	case '\'':
		return r.apostrophes(s, i)
	case '&':
		return r.entity(s, i)
	case '<':
		return r.tag(s, i)
	case '[':
		return r.bracket(s, i)
	case preprocess.MarkBegin:
		return r.mark(s, i)
	}
	if n := wideSpace(s[i:]); n > 0 {
		r.space()
		return n
	}
	r.write(s[i : i+1])
	return 1
}

func (r *inliner) space() {
	if r.gap == noGap {
		r.gap = spaceGap
	}
}

// write adds text without white space, after the gap before it.
func (r *inliner) write(s string) {
	if s == "" {
		return
	}
	r.closeGap()
	r.chunk = append(r.chunk, s...)
}

func (r *inliner) closeGap() {
	if len(r.chunk) > r.start {
		switch r.gap {
		case spaceGap:
			r.chunk = append(r.chunk, ' ')
		case lineGap:
			r.chunk = append(r.chunk, '\n')
		}
	}
	r.gap = noGap
}

// literal writes text that is not wikitext: white space is collapsed.
func (r *inliner) literal(s string) {
	for len(s) > 0 {
		i := 0
		for i < len(s) && !isSpace(s[i]) && (s[i] < 0x80 || wideSpace(s[i:]) == 0) {
			i++
		}
		r.write(s[:i])
		if i == len(s) {
			return
		}
		r.space()
		s = s[i+max(1, wideSpace(s[i:])):]
	}
}

// entity renders a character reference.
func (r *inliner) entity(s string, i int) int {
	text, n := entityAt(s[i:])
	if n == 0 {
		r.write("&")
		return 1
	}
	r.literal(text)
	return n
}

// away renders s apart from the text, as for a note.
func (r *inliner) away(s string) string {
	start, gap, line, chunk, aside := r.start, r.gap, r.line, r.chunk, r.aside
	r.chunk = make([]byte, 0, len(s)+16)
	r.start, r.gap, r.aside = 0, noGap, nil
	if r.depth++; r.depth <= maxDepth {
		r.wikitext(trim(s))
	}
	r.depth--
	out := string(r.chunk)
	r.start, r.gap, r.line, r.chunk, r.aside = start, gap, line, chunk, aside
	return out
}

func (r *inliner) side() *document.Aside {
	if r.aside == nil {
		r.aside = &document.Aside{}
	}
	return r.aside
}

func (r *inliner) note(s string) {
	if s != "" {
		r.side().Notes = append(r.side().Notes, s)
	}
}
