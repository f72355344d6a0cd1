package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/namespace"
	"github.com/tidywiki/tidywiki/extract/internal/substring"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// linkEnd returns the end of the internal link that begins with the [[ at i, or 0
// if it is none: a link ends at the first ]], unless it shows a file, which may
// have links in its caption.
func linkEnd(s string, i int) int {
	if !strings.HasPrefix(s[i:], "[[") {
		return 0
	}
	inside := s[i+2 : min(len(s), i+maxLink)]
	end := strings.Index(inside, "]]")
	switch {
	case end < 0:
		return 0
	case !strings.Contains(inside[:end], "[["):
		return i + end + 4
	case !isFile(inside):
		return 0
	}
	if end = captionEnd(inside); end < 0 {
		return 0
	}
	return i + end + 4
}

// captionEnd finds the ]] that ends a file whose inside s begins with, -1 if there
// is none: links may be before it.
func captionEnd(s string) int {
	depth := 0
	for j := 0; j+1 < len(s); j++ {
		switch {
		case s[j] == ']' && s[j+1] == ']':
			if depth == 0 {
				return j
			}
			depth--
			j++
		case s[j] == '[' && s[j+1] == '[':
			if depth++; depth > maxDepth {
				return -1
			}
			j++
		}
	}
	return -1
}

// maxLink is how long a link may be; without a limit every [[ that is not closed
// would be followed to the end of the page.
const maxLink = 16 << 10

// bracket renders what begins with the [ at i: a link, or the bracket itself.
func (r *inliner) bracket(s string, i int) int {
	if end := linkEnd(s, i); end > 0 && r.link(s[i+2:end-2], s[end:]) {
		return end - i
	}
	if n := r.external(s, i); n > 0 {
		return n
	}
	r.Write("[")
	return 1
}

// link renders the inside of an internal link, which other text follows; false if its
// target cannot be a page's title, so that the brackets are text.
func (r *inliner) link(inside, after string) bool {
	target, label, hasLabel := strings.Cut(inside, "|")
	target = strings.TrimSpace(preprocess.DecodeEntities(target))
	shown := strings.TrimSpace(strings.TrimPrefix(target, ":"))
	if shown == "" || !isTitle(target) {
		return false
	}
	kind, rest := namespace.Of(shown)
	if (kind == document.FileLink || kind == document.CategoryLink) && collapsed(strings.ReplaceAll(rest, "_", " ")) == "" {
		return false
	}
	switch {
	case kind == document.PageLink || shown != target:
	case kind == document.FileLink:
		r.file(rest, label, after)
		return true
	case kind == document.CategoryLink:
		r.p.category(inside, target, rest)
		return true
	case namespace.IsLanguage(target):
		r.p.loose(inside, document.Link{Target: target, Kind: kind}, rest)
		return true
	}
	start := r.linkStart()
	if hasLabel && label != "" {
		r.inlineText(label)
	} else {
		r.Literal(shown)
	}
	r.linkEnd(start, shown, kind)
	return true
}

// isTitle reports whether s can be the title of a page.
func isTitle(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '<', '>', '[', ']', '{', '}', '\n', preprocess.MarkBegin:
			return false
		}
	}
	return true
}

// linkStart begins the text of a link.
func (r *inliner) linkStart() int { return r.Len() }

// linkEnd ends the text of a link that began at start. White space before it is
// not part of it.
func (r *inliner) linkEnd(start int, target string, kind document.LinkKind) {
	text, start := r.Since(start)
	r.Links = append(r.Links, document.Link{Target: target, Kind: kind, Start: start, End: start + len(text)})
}

// isFile reports whether the inside of a link begins with the prefix of files.
func isFile(inside string) bool {
	kind, _ := namespace.Of(inside[:min(len(inside), 60)])
	return kind == document.FileLink
}

// category notes that the page is in a category; what follows the | is a sort key.
func (p *pageParser) category(inside, target, name string) {
	name = collapsed(strings.ReplaceAll(name, "_", " "))
	p.doc.Categories = append(p.doc.Categories, name)
	p.loose(inside, document.Link{Target: target, Kind: document.CategoryLink}, name)
}

// loose keeps a link that no text has. inside is the link as the page has it.
func (p *pageParser) loose(inside string, l document.Link, text string) {
	line := p.Line(p.at)
	if off := substring.Offset(p.text, inside); off >= 0 {
		line = p.Line(off)
	}
	p.doc.Links = append(p.doc.Links, document.LooseLink{Link: l, Text: collapsed(text), Line: line})
}

// Redirect is the title that a page's wikitext leads to where it only points to another
// page, otherwise empty.
func Redirect(text string) string {
	target, _ := preprocess.Redirect(text)
	return target
}
