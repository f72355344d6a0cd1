package html

import (
	"net/url"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/citation"
)

// refs are the references of a page, and the notes that wait for their texts, as the
// list of references comes last on a page.
type refs struct {
	byID map[string]*reference
	// all are in the order in which they came, cited in that of their places in
	// Document.References.
	all, cited []*reference
	described  *document.Reference // the one that what is read describes
	waiting    []waitingNote
	after      []func() // what copies notes, once they are what they are to be
}

// A reference is one whose place in Document.References is settled once it is cited.
type reference struct {
	document.Reference
	cited, defined bool
	place          int
}

// A waitingNote is a note of the document that is to become the text of a reference.
type waitingNote struct {
	note *string
	id   string
}

// find returns the reference of that id, which it adds if it is new.
func (r *refs) find(id string, line int) *reference {
	if ref := r.byID[id]; ref != nil {
		return ref
	}
	ref := &reference{Reference: document.Reference{Name: referenceName(id), Line: line}}
	r.all = append(r.all, ref)
	if id != "" {
		if r.byID == nil {
			r.byID = map[string]*reference{}
		}
		r.byID[id] = ref
	}
	return ref
}

// cite returns the place of a reference in Document.References. mark is what the page
// shows where it cites it.
func (r *refs) cite(ref *reference, mark string) int {
	if !ref.cited {
		ref.cited, ref.place = true, len(r.cited)
		r.cited = append(r.cited, ref)
		if !ref.defined {
			ref.Text.Plain = mark
		}
	}
	return ref.place
}

// referenceName is the name of a reference in the id that MediaWiki gives it:
// cite_note-elm-3 has the name elm, cite_note-3 none.
func referenceName(id string) string {
	id, ok := strings.CutPrefix(id, "cite_note-")
	if i := strings.LastIndexByte(id, '-'); ok && i > 0 && strings.Trim(id[i+1:], "0123456789") == "" {
		return collapsed(strings.ReplaceAll(id[:i], "_", " "))
	}
	return ""
}

// endReference ends the text of a reference in a list of them.
func (p *parser) endReference(id string) {
	text := p.aside.Take(&p.mem)
	ref := p.refs.find(id, p.Line(p.at))
	p.refs.described = nil
	if text.Plain == "" || ref.defined {
		return
	}
	ref.defined, ref.Text = true, text
	citation.Complete(&ref.Reference)
}

// resolve gives the notes that are marks of references the texts of these, and the
// document its references. A mark whose reference is not on the page stays.
func (p *parser) resolve() {
	for _, w := range p.refs.waiting {
		if ref := p.refs.byID[w.id]; ref != nil && ref.defined {
			*w.note = ref.Text.Plain
		}
	}
	for _, f := range p.refs.after {
		f()
	}
	for _, ref := range p.refs.cited {
		p.doc.References = append(p.doc.References, ref.Reference)
	}
	for _, ref := range p.refs.all {
		if !ref.cited && ref.defined {
			p.doc.References = append(p.doc.References, ref.Reference)
		}
	}
}

// fragment is the part of an address that names a place of the page.
func fragment(href string) string {
	_, id, _ := strings.Cut(href, "#")
	if strings.IndexByte(id, '%') >= 0 {
		if decoded, err := url.PathUnescape(id); err == nil {
			return decoded
		}
	}
	return id
}

// referenceID is the id of the reference that the link of a mark leads to, "" if it
// leads to another page.
func referenceID(href string) string {
	id := fragment(href)
	if strings.HasPrefix(href, "#") || strings.Contains(id, "cite") {
		return id
	}
	return ""
}
