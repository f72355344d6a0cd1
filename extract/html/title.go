package html

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/outline"
)

// titled collects the titles that a page has.
type titled struct {
	heading    string // the heading that is marked as the title, or the first
	firstTitle string // the element title
	siteName   string
	bare       bool // the element title has no name of a site
}

// property handles a meta or link element.
func (p *parser) property(t *token) {
	a := &t.attrs
	switch property := a.get(attrProperty); {
	case property == "og:site_name":
		p.siteName = collapsed(a.text(attrContent))
	case strings.HasPrefix(property, "mw:"): // Parsoid's pages
		p.bare = true
	}
	switch rel := a.get(attrRel); {
	case rel == "mw:PageProp/Category":
		name, _, _ := strings.Cut(pageTitle(a.text(attrHref)), "#")
		if _, name, ok := strings.Cut(name, ":"); ok && !blank(name) {
			p.addCategory(printable(collapsed(name)))
		}
	case rel == "mw:PageProp/redirect":
		p.doc.Redirect = printable(collapsed(pageTitle(a.text(attrHref))))
	}
}

// settleTitle gives the document its title: what somebody else knows, in the letters
// of the page if they are only written in another way, or the page's own.
func (p *parser) settleTitle() {
	switch own := p.ownTitle(); {
	case own == "":
		return
	case p.doc.Title == "", outline.SameTitle(p.doc.Title, own):
		p.doc.Title = own
	default:
		return
	}
	p.doc.Sections[0].Title = document.Text{Plain: p.doc.Title}
}

// ownTitle is the marked heading, or the element title without the name of the site.
func (p *parser) ownTitle() string {
	if p.heading != "" {
		return strings.ReplaceAll(p.heading, "\n", " ")
	}
	t := p.firstTitle
	if t == "" || p.bare {
		return t
	}
	i, sep := lastSeparator(t)
	if i <= 0 || p.siteName != "" && !strings.EqualFold(t[i+len(sep):], p.siteName) {
		return t
	}
	return t[:i]
}

// lastSeparator finds what parts a title from the name of its site.
func lastSeparator(t string) (at int, sep string) {
	at = -1
	for _, s := range []string{" - ", " – ", " — ", " | ", " · ", " :: "} {
		if i := strings.LastIndex(t, s); i > at {
			at, sep = i, s
		}
	}
	return at, sep
}
