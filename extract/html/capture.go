package html

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
)

// A capture collects the text of an element apart from the text around it. Only one can
// be active.
type capture struct {
	kind captureKind
	id   string // of the reference that a mark or a text belongs to
	drop int    // how deep in what is left out it began
}

// A captureKind is the destination of what is captured.
type captureKind uint8

const (
	noCapture captureKind = iota
	captureHidden
	capturePadding
	captureNote
	captureSortKey
	captureTitle
	captureCategory
	captureReference
	captureRedirect
)

func (c *capture) on() bool { return c.kind != noCapture }

// capture begins to collect the content of e.
func (p *parser) capture(e *element, k captureKind, id string) {
	e.does |= captures
	p.cap = capture{kind: k, id: id, drop: p.drop}
	p.drop = 0
	p.aside.reset()
	if k == captureReference {
		ref := p.refs.find(id, p.Line(p.at))
		ref.Line, p.refs.described = p.Line(p.at), &ref.Reference
	}
}

// endCapture delivers the text that was collected.
func (p *parser) endCapture() {
	c, text := p.cap, p.aside.Plain()
	if c.kind == captureReference {
		p.endReference(c.id)
	}
	p.aside.reset()
	p.cap, p.drop = capture{}, c.drop
	switch c.kind {
	case captureHidden:
		p.out.Note(text)
	case capturePadding:
		if strings.ContainsFunc(text, unicode.IsLetter) {
			p.out.Note(text)
		}
	case captureNote:
		if text = cmp.Or(text, c.id); text != "" {
			p.out.refNote(text, c.id)
		}
		if c.id != "" {
			p.out.Cite(p.refs.cite(p.refs.find(c.id, p.Line(p.at)), text))
		}
	case captureSortKey:
		if p.out.SortKey == "" {
			p.out.SortKey = sortKey(text)
		}
	case captureTitle:
		p.heading = cmp.Or(p.heading, text)
	case captureCategory:
		if text != "" {
			p.addCategory(text)
		}
	case captureRedirect:
		p.doc.Redirect = cmp.Or(p.doc.Redirect, text)
	}
}

// sortKey removes the marks that separate a sort key from the text: wikis use ! or ♠.
func sortKey(s string) string { return strings.TrimRight(s, " !♠") }

// hidden reports whether the attributes of an element take it out of the page.
func hidden(a *attrs) bool {
	return a.has(attrHidden) || a.has(attrStyle) && browser.Hides(a.get(attrStyle))
}

// roles returns the meanings of the class and the id of an element.
func (p *parser) roles(a *attrs) (r role) {
	t := classes()
	if a.has(attrClass) {
		r = t.of(a.get(attrClass))
	}
	if a.has(attrID) {
		r |= t.of(a.get(attrID)) & idRoles
	}
	return r
}

// idRoles are the roles that an id can give, too.
const idRoles = roleChrome | roleTitle | roleCategories

// roleEffects begins the effects that an element has by its attributes.
func (p *parser) roleEffects(t *token, k kind, e *element) {
	a := &t.attrs
	r := p.roles(a)
	if a.has(attrTypeOf) {
		r |= typeRole(a.get(attrTypeOf))
	}
	if r&roleMoment != 0 {
		p.moment(t)
	}
	switch {
	case r&roleTitle != 0:
		p.capture(e, captureTitle, "")
	case r&roleRedirect != 0:
		p.capture(e, captureRedirect, "")
	case r&roleReferences != 0:
		e.does |= references
		p.within |= references
		p.leaveOut(e)
	case r&roleBox != 0 && r&roleInfobox == 0:
		p.left.add(p.Line(p.at), a.get(attrClass))
		p.leaveOut(e)
	case r&(roleChrome|roleBacklink) != 0, isNavigation(t):
		if r&roleCategories != 0 {
			e.does |= categories
			p.within |= categories
		}
		p.leaveOut(e)
	case r&roleSortKey != 0:
		p.capture(e, captureSortKey, "")
	case r&roleNote != 0:
		p.capture(e, captureNote, "")
	case r&roleShown == 0 && hidden(a):
		if r&roleFormula != 0 {
			p.leaveOut(e)
			return
		}
		p.capture(e, captureHidden, "")
	case r&roleUnprinted != 0 && p.inBox():
		p.leaveOut(e)
	case r&roleSecond != 0 && p.inBox(),
		a.has(attrStyle) && browser.Pads(a.get(attrStyle)):
		p.capture(e, capturePadding, "")
	case k == tagBlock && r&roleInfobox != 0:
		e.does |= inBox
		p.boxed++
	case r&(roleCitation|roleCOinS|roleAccessed) != 0:
		p.citationEffects(t, k, r, e)
	}
}

// inBox reports whether what is read is in a cell of an infobox.
func (p *parser) inBox() bool {
	t := p.tables.Top()
	return t != nil && t.Content.box != nil
}

// addCategory notes that the page is in a category.
func (p *parser) addCategory(name string) {
	p.doc.Categories = append(p.doc.Categories, name)
	p.doc.Links = append(p.doc.Links, document.LooseLink{Text: name, Line: p.Line(p.at),
		Link: document.Link{Target: "Category:" + name, Kind: document.CategoryLink}})
}

// typeRole is the role of the type that Parsoid gives an element.
func typeRole(typeOf string) role {
	if strings.Contains(typeOf, "mw:Extension/references") {
		return roleReferences
	}
	if strings.Contains(typeOf, "mw:Extension/ref") {
		return roleNote
	}
	return 0
}

// isNavigation reports whether an element is for finding other pages.
func isNavigation(t *token) bool {
	return t.kind() == tagBlock && strings.EqualFold(t.name, "nav") || t.attrs.get(attrRole) == "navigation"
}
