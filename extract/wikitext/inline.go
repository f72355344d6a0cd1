package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// An inliner renders wikitext as the text a reader sees.
type inliner struct {
	p *pageParser
	writing
	// chunk is memory that the texts of a page share. Texts inside texts, as notes
	// are, each have a chunk of their level.
	chunk     []byte
	chunks    [maxDepth + 2][]byte
	level     int
	depth     int
	links     []document.Link
	notes     []string
	images    []string
	shownSize string // of the last file shown that has one, as "100px"
	// numbered counts external links without a text: MediaWiki numbers them.
	numbered int
}

func (r *inliner) begin(p *pageParser) {
	r.p, r.writing = p, writing{}
	r.level, r.depth, r.numbered = 0, 0, 0
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

// A class is what the scanner of text has to know of a byte. A space is plain,
// though two of them are not.
type class uint8

const (
	plainByte   class = iota
	specialByte       // always more than itself
	pairByte          // more than itself only if doubled: ' and _
	wideByte          // may begin white space beyond ASCII: U+00A0, U+2000.., U+3000
	colonByte         // may be part of an address
	dashByte          // may begin a language variant
)

var classes = [256]class{'[': specialByte, ']': specialByte, '&': specialByte, '<': specialByte, '\n': specialByte,
	'\t': specialByte, '\r': specialByte, '\f': specialByte, '\v': specialByte, preprocess.MarkBegin: specialByte,
	'\'': pairByte, '_': pairByte, 0xC2: wideByte, 0xE1: wideByte, 0xE2: wideByte, 0xE3: wideByte,
	':': colonByte, '-': dashByte}

// plainLength is how much of s reads as it is written.
func plainLength(s string) int {
	for done := 0; done < len(s); {
		end := min(done+plainBlock, len(s))
		n := plainEnd(s, done, end)
		if i := strings.Index(s[max(done-1, 0):n], "  "); i >= 0 {
			return max(done-1, 0) + i
		}
		if n < end {
			return n
		}
		done = n
	}
	return len(s)
}

// plainBlock is how far plainLength looks before it looks for double spaces.
const plainBlock = 512

// plainEnd is where the bytes of s from i to end stop being plain.
func plainEnd(s string, i, end int) int {
	for i < end {
		// Four at a time: almost all bytes of a text are plain.
		if i+4 <= end && classes[s[i]]|classes[s[i+1]]|classes[s[i+2]]|classes[s[i+3]] == plainByte {
			i += 4
			continue
		}
		if class := classes[s[i]]; class != plainByte && !plainAt(s, i, class) {
			return i
		}
		i++
	}
	return end
}

// plainAt says whether the byte at i, which may be more than itself, is not.
func plainAt(s string, i int, class class) bool {
	switch class {
	case pairByte:
		return i+1 == len(s) || s[i+1] != s[i]
	case wideByte:
		return wideSpace(s[i:]) == 0
	case colonByte:
		return !strings.HasPrefix(s[i:], "://")
	case dashByte:
		return i+1 == len(s) || s[i+1] != '{'
	}
	return false
}

// wideSpace is the length of the white space beyond ASCII that s begins with.
func wideSpace(s string) int {
	switch {
	case s[0] == 0xC2:
		if len(s) > 1 && (s[1] == 0xA0 || s[1] == 0x85) { // U+00A0, U+0085
			return 2
		}
	case len(s) < 3:
	case s[0] == 0xE2 && s[1] == 0x80 && (s[2] >= 0x80 && s[2] <= 0x8A || s[2] == 0xA8 || s[2] == 0xA9 || s[2] == 0xAF):
		return 3 // U+2000 to U+200A, U+2028, U+2029, U+202F
	case s[0] == 0xE1 && s[1] == 0x9A && s[2] == 0x80, s[0] == 0xE2 && s[1] == 0x81 && s[2] == 0x9F,
		s[0] == 0xE3 && s[1] == 0x80 && s[2] == 0x80:
		return 3 // U+1680, U+205F, U+3000
	}
	return 0
}

// wikitext renders s, which may have many lines.
// lineStart says that s begins a line, where list markup counts; plain that so
// many bytes at its beginning are known to be what they are.
func (r *inliner) wikitext(s string, lineStart bool, plain int) {
	for ; ; lineStart, plain = true, 0 {
		line, rest, more := cutLine(s)
		if lineStart && plain == 0 {
			line = r.beginLine(line)
		}
		r.line = quotes{line: line}
		r.inline(line, plain)
		if !more {
			return
		}
		if r.keepLines {
			r.gap = lineGap
		}
		r.space()
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

// beginLine takes the marks of a list, a heading or a rule off a line, or finds
// that the line is empty: in each case a new line begins for the reader.
func (r *inliner) beginLine(line string) string {
	if n := markers(line); n > 0 {
		r.gap = lineGap
		return line[n:]
	}
	if strings.HasPrefix(line, "----") {
		r.gap = lineGap
		return strings.TrimLeft(line, "-")
	}
	if line == "" || isSpace(line[0]) && blank(line) {
		r.gap = lineGap
	} else if line[0] == '=' {
		if n := headingLevel(line); n > 0 {
			r.gap = lineGap
			line = trimRight(line)
			return line[n : len(line)-n]
		}
	}
	return line
}

// inlineText renders a stretch of one line.
func (r *inliner) inlineText(s string) { r.inline(s, 0) }

// inline renders a stretch of one line of which the first bytes are plain.
func (r *inliner) inline(s string, plain int) {
	if r.depth++; r.depth > maxDepth {
		r.literal(r.p.attrText(s))
		r.depth--
		return
	}
	for len(s) > 0 {
		n := plain
		if plain == 0 {
			n = plainLength(s)
		}
		plain = 0
		r.words(s[:n])
		if n < len(s) {
			n += r.special(s, n)
		}
		s = s[n:]
	}
	r.depth--
}

// special renders what begins with the byte at i and returns its length.
func (r *inliner) special(s string, i int) int {
	switch c := s[i]; c {
	case ' ', '\t', '\n', '\r', '\f', '\v':
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
	case ':':
		return r.address(s, i)
	case '_':
		return r.underscores(s, i)
	case '-':
		return r.variant(s, i)
	case preprocess.MarkBegin:
		return r.mark(s, i)
	default:
		if n := wideSpace(s[i:]); n > 0 {
			r.space()
			return n
		}
		r.write(s[i : i+1])
		return 1
	}
}

func (r *inliner) space() {
	if r.gap == noGap {
		r.gap = spaceGap
	}
}

// words adds text in which nothing is more than itself, and no two spaces follow
// one another.
func (r *inliner) words(s string) {
	if s == "" {
		return
	}
	if s[0] == ' ' {
		r.space()
		s = s[1:]
	}
	n := len(s)
	if n > 0 && s[n-1] == ' ' {
		r.write(s[:n-1])
		r.space()
		return
	}
	r.write(s)
}

// write adds text without white space at its ends, after the gap before it.
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
		for i < len(s) && s[i] > ' ' && (s[i] < 0x80 || wideSpace(s[i:]) == 0) {
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
	text, n := preprocess.EntityAt(s[i:])
	if n == 0 {
		r.write("&")
		return 1
	}
	r.literal(text)
	return n
}

// underscores renders the __ at i: a behaviour switch is not seen.
func (r *inliner) underscores(s string, i int) int {
	if end := strings.Index(s[i+2:min(len(s), i+maxSwitch)], "__"); end > 0 && isSwitch(s[i+2:i+2+end]) {
		return end + 4
	}
	r.write("__")
	return 2
}

// maxSwitch is how long a behaviour switch may be, underscores and all.
const maxSwitch = 80

func (r *inliner) note(s string) {
	if s != "" {
		r.notes = append(r.notes, s)
	}
}
