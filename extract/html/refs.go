package html

import "strings"

// refs are the references of a page: their texts, and the notes that wait for them,
// as the list of references comes last on a page.
type refs struct {
	texts   map[string]string // by id
	waiting []waitingNote
	after   []func() // what copies notes, once they are what they are to be
}

// A waitingNote is a note of the document that is to become the text of a reference.
type waitingNote struct {
	note *string
	id   string
}

func (r *refs) add(id, text string) {
	if text == "" {
		return
	}
	if r.texts == nil {
		r.texts = map[string]string{}
	}
	if _, ok := r.texts[id]; !ok {
		r.texts[id] = text
	}
}

// resolve gives the notes that are marks of references the texts of these. A mark
// whose reference is not on the page stays.
func (p *parser) resolve() {
	for _, w := range p.refs.waiting {
		if text := p.refs.texts[w.id]; text != "" {
			*w.note = text
		}
	}
	for _, f := range p.refs.after {
		f()
	}
}

// fragment is the part of an address that names a place of the page.
func fragment(href string) string {
	_, id, _ := strings.Cut(href, "#")
	return id
}
