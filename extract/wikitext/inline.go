package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// An inliner renders wikitext as the text a reader sees.
type inliner struct {
	p        *pageParser
	*writing // the innermost
	// levels are the texts being rendered, each inside the one before it, as notes are.
	// levels[0] is not a text.
	levels    []*writing
	level     int
	depth     int
	keepLines bool // of paragraphs: their line ends are seen
	// numbered counts external links without a text: MediaWiki numbers them.
	numbered int
}

func (r *inliner) begin(p *pageParser) {
	if r.levels == nil {
		r.levels = []*writing{{}}
	}
	*r = inliner{p: p, levels: r.levels, writing: r.levels[0]}
}

// maxDepth is how deep links, references and tags may hold one another.
const maxDepth = 20

// wikitext renders s, which may have many lines.
// lineStart reports whether s begins a line, where list markup counts; plain is how many
// bytes at its beginning are known to have no markup.
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
		if r.writing.keepLines {
			r.NewLine()
		}
		r.Space()
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
		r.NewLine()
		return line[n:]
	}
	if strings.HasPrefix(line, "----") {
		r.NewLine()
		return strings.TrimLeft(line, "-")
	}
	if line == "" || isSpace(line[0]) && blank(line) {
		r.NewLine()
	} else if line[0] == '=' {
		if n := headingLevel(line); n > 0 {
			r.NewLine()
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
		r.Literal(r.p.attrText(s))
		r.depth--
		return
	}
	for len(s) > 0 {
		n := plain
		if plain == 0 {
			n = plainLength(s)
		}
		plain = 0
		r.Words(s[:n])
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
		r.Space()
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
		if n := browser.WideSpace(s[i:]); n > 0 {
			r.Space()
			return n
		}
		r.Write(s[i : i+1])
		return 1
	}
}

// entity renders a character reference.
func (r *inliner) entity(s string, i int) int {
	text, n := preprocess.EntityAt(s[i:])
	if n == 0 {
		r.Write("&")
		return 1
	}
	r.Literal(text)
	return n
}

// underscores renders the __ at i: a behaviour switch is not seen.
func (r *inliner) underscores(s string, i int) int {
	if end := strings.Index(s[i+2:min(len(s), i+maxSwitch)], "__"); end > 0 && isSwitch(s[i+2:i+2+end]) {
		return end + 4
	}
	r.Write("__")
	return 2
}

// maxSwitch is how long a behaviour switch may be, underscores and all.
const maxSwitch = 80
