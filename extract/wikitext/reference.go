package wikitext

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/citation"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// references are the references of a page while it is read.
type references struct {
	// named and unnamed have where in Document.References each is, defined the strip that
	// has the text of each name.
	named   map[refName]int
	unnamed map[refKey]int
	defined map[refName]int
	// nested are those cited in the text of one.
	nested map[int][]int
	// open is one more than the place of the reference whose text is being rendered.
	open int
}

// A refName is the name of a reference.
type refName struct{ group, name string }

// A refKey tells references without a name apart.
type refKey struct {
	source source.Span
	text   string
}

// find is where in Document.References a reference is.
func (r *references) find(s *preprocess.Strip) (i int, ok bool) {
	if s.Name != "" {
		i, ok = r.named[refName{s.Group, s.Name}]
	} else {
		i, ok = r.unnamed[refKey{s.Source, s.Text}]
	}
	return i, ok
}

func (r *references) put(s *preprocess.Strip, i int) {
	if s.Name != "" {
		r.named[refName{s.Group, s.Name}] = i
	} else {
		r.unnamed[refKey{s.Source, s.Text}] = i
	}
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
	if i, ok := p.refs.find(strip); ok {
		return i
	}
	if strip.Text == "" {
		if first, ok := p.definitions()[refName{strip.Group, strip.Name}]; ok {
			strip = &p.pre.Strips[first]
		}
	}
	i := r.addReference(document.Reference{Name: collapsed(strip.Name), Line: p.lines.Line(strip.Source.Start)})
	p.refs.put(strip, i)
	r.renderReference(i, strip.Text)
	return i
}

// addReference adds a reference that has no text yet.
func (r *inliner) addReference(ref document.Reference) int {
	p := r.p
	if p.refs.named == nil {
		p.doc.References = make([]document.Reference, 0, p.countReferences())
		p.refs.named, p.refs.unnamed = map[refName]int{}, map[refKey]int{}
	}
	p.doc.References = append(p.doc.References, ref)
	return len(p.doc.References) - 1
}

// countReferences returns about how many references the page has.
func (p *pageParser) countReferences() (n int) {
	for i := range p.pre.Strips {
		if s := &p.pre.Strips[i]; s.Kind == preprocess.Ref && s.Text != "" {
			n++
		}
	}
	return n
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
		if len(r.References) > 0 {
			if p.refs.nested == nil {
				p.refs.nested = map[int][]int{}
			}
			p.refs.nested[i] = slices.Clone(r.References)
		}
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
		p.describe(p.refs.open-1, strip)
		return
	}
	i, ok := p.refs.find(strip)
	if !ok {
		i = r.addReference(document.Reference{Line: p.lines.Line(strip.Source.Start)})
		p.refs.put(strip, i)
		p.describe(i, strip)
		r.renderReference(i, strip.Text)
	}
	r.Cite(i)
}

// describe fills a reference from what a template says. Of two templates in one
// reference, the second fills only what the first does not say.
func (p *pageParser) describe(i int, strip *preprocess.Strip) {
	fill := func(to *string, value string) {
		if *to == "" && value != "" {
			*to = p.inl.shown(value)
		}
	}
	ref, c := p.doc.References[i], strip.Cited
	if ref.Template == "" {
		ref.Template = strip.Box.Name
	}
	fill(&ref.Title, c.Title)
	fill(&ref.URL, c.URL)
	fill(&ref.Author, c.Author)
	fill(&ref.Work, c.Work)
	fill(&ref.Publisher, c.Publisher)
	fill(&ref.Date, c.Date)
	fill(&ref.AccessDate, c.AccessDate)
	fill(&ref.DOI, c.DOI)
	fill(&ref.ISBN, c.ISBN)
	fill(&ref.ArchiveURL, c.ArchiveURL)
	p.doc.References[i] = ref
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
