package wikitext

import (
	"cmp"
	"strconv"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/citation"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// references are the references of a page while it is read.
type references struct {
	// places has where in Document.References each is, defined the strip that has the
	// text of each name.
	places  map[refKey]int
	defined map[refName]int
	// nested are those cited in the text of each.
	nested [][]int
	// open is one more than the place of the reference whose text is being rendered.
	open int
}

// A refName is the name of a reference.
type refName struct{ group, name string }

// A refKey tells references apart: by name, or else by where and what they are.
type refKey struct {
	refName
	source source.Span
	text   string
}

func keyOf(s *preprocess.Strip) refKey {
	if s.Name != "" {
		return refKey{refName: refName{s.Group, s.Name}}
	}
	return refKey{source: s.Source, text: s.Text}
}

// cite writes the mark of a reference, strip n: its text becomes a note. What a note
// cites, the text that has the note cites, too.
func (r *inliner) cite(n int) {
	i := r.reference(n)
	r.Note(r.p.doc.References[i].Text.Plain)
	r.Cite(i)
	for _, j := range r.p.refs.nested[i] {
		r.Cite(j)
	}
}

// reference returns the place of the reference that strip n marks.
func (r *inliner) reference(n int) int {
	p := r.p
	strip := &p.pre.Strips[n]
	key := keyOf(strip)
	if i, ok := p.refs.places[key]; ok {
		return i
	}
	if strip.Text == "" {
		if first, ok := p.definitions()[key.refName]; ok {
			strip = &p.pre.Strips[first]
		}
	}
	i := r.addReference(document.Reference{Name: collapsed(strip.Name), Line: p.lines.Line(strip.Source.Start)})
	if p.refs.places == nil {
		p.refs.places = map[refKey]int{}
	}
	p.refs.places[key] = i
	r.renderReference(i, strip.Text)
	return i
}

// addReference adds a reference that has no text yet.
func (r *inliner) addReference(ref document.Reference) int {
	p := r.p
	p.doc.References = append(p.doc.References, ref)
	p.refs.nested = append(p.refs.nested, nil)
	return len(p.doc.References) - 1
}

// renderReference renders the text of reference i.
func (r *inliner) renderReference(i int, raw string) {
	p := r.p
	var text document.Text
	if r.level < maxDepth && raw != "" {
		outer := p.refs.open
		p.refs.open = i + 1
		r.enter(len(raw))
		r.wikitext(trimRight(trimLeft(raw)), false, 0)
		p.refs.nested[i] = append([]int(nil), r.References...)
		text = r.Take(&p.mem)
		boxes := r.boxes
		r.leave()
		r.boxes = append(r.boxes, boxes...)
		p.refs.open = outer
	}
	ref := &p.doc.References[i]
	if text.Plain == "" {
		text.Plain = cmp.Or(ref.Name, collapsed(p.attrText(raw)), "["+strconv.Itoa(i+1)+"]")
	}
	ref.Text = text
	citation.Complete(ref)
}

// citation takes what a citation template says of its source: for the reference it is
// in, or for one of its own.
func (r *inliner) citation(strip *preprocess.Strip) {
	p := r.p
	if p.refs.open > 0 {
		p.describe(p.refs.open-1, strip.Box)
		return
	}
	key := refKey{source: strip.Source, text: strip.Text}
	i, ok := p.refs.places[key]
	if !ok {
		i = r.addReference(document.Reference{Line: p.lines.Line(strip.Source.Start)})
		if p.refs.places == nil {
			p.refs.places = map[refKey]int{}
		}
		p.refs.places[key] = i
		p.describe(i, strip.Box)
		r.renderReference(i, strip.Text)
	}
	r.Cite(i)
}

// describe fills a reference from the arguments of a template. Of two templates in one
// reference, the second fills only what the first does not say.
func (p *pageParser) describe(i int, call *preprocess.Call) {
	var src citation.Source
	for j := range call.Args {
		src.Set(call.Args[j].Name, p.inl.shown(call.Args[j].Value))
	}
	ref, c := &p.doc.References[i], src.Citation()
	ref.Template = cmp.Or(ref.Template, call.Name)
	ref.Title, ref.URL, ref.Author = cmp.Or(ref.Title, c.Title), cmp.Or(ref.URL, c.URL), cmp.Or(ref.Author, c.Author)
	ref.Work, ref.Publisher = cmp.Or(ref.Work, c.Work), cmp.Or(ref.Publisher, c.Publisher)
	ref.Date, ref.AccessDate = cmp.Or(ref.Date, c.Date), cmp.Or(ref.AccessDate, c.AccessDate)
	ref.DOI, ref.ISBN, ref.ArchiveURL = cmp.Or(ref.DOI, c.DOI), cmp.Or(ref.ISBN, c.ISBN), cmp.Or(ref.ArchiveURL, c.ArchiveURL)
}

// definitions are the strips that have the texts of named references.
func (p *pageParser) definitions() map[refName]int {
	if p.refs.defined == nil {
		p.refs.defined = map[refName]int{}
		for i := range p.pre.Strips {
			s := &p.pre.Strips[i]
			if s.Kind != preprocess.Ref || s.Name == "" || s.Text == "" {
				continue
			}
			name := refName{s.Group, s.Name}
			if _, seen := p.refs.defined[name]; !seen {
				p.refs.defined[name] = i
			}
		}
	}
	return p.refs.defined
}

// uncited adds the references that no text cites.
func (p *pageParser) uncited() {
	for i := range p.pre.Strips {
		if s := &p.pre.Strips[i]; s.Kind == preprocess.Ref && s.Text != "" {
			p.inl.reference(i)
		}
	}
}

// noteOf is the hidden text of strip n.
func (r *inliner) noteOf(n int) string {
	p := r.p
	if p.noteText == nil {
		p.noteText = make([]string, len(p.pre.Strips))
	}
	if p.noteText[n] == "" {
		p.noteText[n] = r.away(p.pre.Strips[n].Text)
	}
	return p.noteText[n]
}
