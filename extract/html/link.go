package html

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/namespace"
)

// target is what a link of the page points to: the title of a page of the wiki, with
// its fragment, or an address as written; "" if nothing is linked.
func (p *parser) target(t *token) (string, document.LinkKind) {
	href := strings.TrimSpace(t.attrs.text(attrHref))
	if href == "" || href == "#" || len(href) > maxTarget || hasScheme(href, "javascript") {
		return "", document.PageLink
	}
	switch class := t.attrs.get(attrClass); {
	case hasClass(class, "extiw"), strings.Contains(t.attrs.get(attrRel), "mw:WikiLink/Interwiki"):
		return printable(href), document.InterwikiLink
	case hasClass(class, "external"):
		return printable(href), document.ExternalLink
	}
	title := printable(pageTitle(href))
	if isAddress(title) {
		return title, document.ExternalLink
	}
	kind, _ := namespace.Of(title)
	return title, kind
}

// isAddress reports whether a target is an address with a scheme, not a title.
func isAddress(target string) bool {
	return strings.Contains(target, "://") || strings.HasPrefix(target, "//") || hasScheme(target, "mailto")
}

// maxTarget is how long an address may be; pictures within addresses are longer.
const maxTarget = 4096

func hasScheme(href, scheme string) bool {
	return len(href) > len(scheme) && href[len(scheme)] == ':' && strings.EqualFold(href[:len(scheme)], scheme)
}

// pageTitle is the title of the wiki's page that an address leads to, the address
// itself if it leads elsewhere. Wikis write /wiki/Title, ./Title (Parsoid) and
// index.php?title=Title.
func pageTitle(href string) string {
	rest, ok := strings.CutPrefix(href, "./")
	if !ok {
		rest = href
		if after, slashes := strings.CutPrefix(href, "//"); slashes {
			_, rest, _ = strings.Cut(after, "/")
			rest = "/" + rest
		}
		if rest, ok = strings.CutPrefix(rest, "/wiki/"); !ok {
			return queryTitle(href)
		}
	}
	path, hash, hasHash := strings.Cut(rest, "#")
	path, _, _ = strings.Cut(path, "?")
	if title := wikiText(path); title != "" {
		if hasHash && hash != "" {
			title += "#" + wikiText(hash)
		}
		return title
	}
	return href
}

// queryTitle is the title in the query of an address within the wiki.
func queryTitle(href string) string {
	if !strings.Contains(href, "index.php?") || hasScheme(href, "http") || hasScheme(href, "https") {
		return href
	}
	_, query, _ := strings.Cut(href, "?")
	query, _, _ = strings.Cut(query, "#")
	for pair := range strings.SplitSeq(query, "&") {
		if title, ok := strings.CutPrefix(pair, "title="); ok && title != "" {
			return wikiText(title)
		}
	}
	return href
}

// wikiText is a title out of an address.
func wikiText(s string) string {
	if decoded, err := url.PathUnescape(s); err == nil {
		s = strings.ToValidUTF8(decoded, "\uFFFD")
	}
	return collapsed(strings.ReplaceAll(s, "_", " "))
}

// endLink ends the text of a link. One without a text is none, but for those that a
// style sheet numbers.
func (p *parser) endLink(e *element) {
	w := p.writerOf(e)
	text, start := w.Since(e.begin(w))
	if text == "" && e.does&numbers != 0 {
		p.numbered++
		if p.inFlow && w.Len() == 0 {
			p.flow.textAt(p.at)
		}
		w.Write(fmt.Sprintf("[%d]", p.numbered))
		text, start = w.Since(e.begin(w))
	}
	if text != "" {
		w.Links = append(w.Links, document.Link{Target: e.target, Kind: e.linked, Start: start, End: start + len(text)})
	}
}

// closeLink closes the link that is open: links do not nest.
func (p *parser) closeLink() {
	if p.stack.count[tagLink] == 0 {
		return
	}
	for i := len(p.stack.open) - 1; i >= p.base(); i-- {
		switch e := &p.stack.open[i]; {
		case e.kind() == tagLink:
			p.undo(e)
			e.does = 0
			return
		case e.special():
			return
		}
	}
}
