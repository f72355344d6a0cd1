package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// mark renders what the marker at i of s stands for.
func (r *inliner) mark(s string, i int) int {
	n, length, ok := preprocess.MarkAt(s[i:])
	if !ok || n >= len(r.p.pre.Strips) {
		return 1
	}
	strip := &r.p.pre.Strips[n]
	switch strip.Kind {
	case preprocess.Literal, preprocess.Math:
		r.literal(strip.Text)
	case preprocess.Block:
		r.gap = lineGap
		r.literalLines(strip.Text)
		r.gap = lineGap
	case preprocess.Ref:
		r.reference(strip)
	case preprocess.SortKey:
		r.side().SortKey = strip.Text
	case preprocess.Hidden:
		r.note(r.away(strip.Text))
	case preprocess.Gallery:
		r.gallery(strip.Text)
	case preprocess.Box:
		if box := r.p.infobox(strip); box != nil {
			r.blocks = append(r.blocks, box)
		}
	}
	return length
}

// reference keeps a reference as a note. One that only repeats another's name has
// the text of that.
func (r *inliner) reference(strip *preprocess.Strip) {
	text := strip.Text
	if text == "" && strip.Name != "" {
		text = r.p.references()[strip.Group+"\x00"+strip.Name]
	}
	if text = r.away(text); text == "" {
		text = strip.Name
	}
	r.note(text)
}

// references are the texts of the page's references that have a name.
func (p *pageParser) references() map[string]string {
	if p.refs == nil {
		p.refs = map[string]string{}
		for i := range p.pre.Strips {
			if s := &p.pre.Strips[i]; s.Kind == preprocess.Ref && s.Name != "" && s.Text != "" {
				p.refs[s.Group+"\x00"+s.Name] = s.Text
			}
		}
	}
	return p.refs
}

// literalLines writes text whose line ends a reader sees.
func (r *inliner) literalLines(s string) {
	for line := range strings.Lines(s) {
		r.literal(strings.TrimRight(line, "\r\n"))
		r.gap = lineGap
	}
}

// gallery writes the captions of a gallery, a line each.
func (r *inliner) gallery(s string) {
	for line := range strings.Lines(s) {
		name, options, _ := strings.Cut(strings.TrimSpace(line), "|")
		if name == "" {
			continue
		}
		_, name = namespaceOf(name)
		r.side().Images = append(r.side().Images, name)
		caption := ""
		for options != "" {
			var option string
			if option, options = cutOption(options); imageOption(option) == noOption {
				caption = option
			}
		}
		r.gap = lineGap
		r.inlineText(strings.TrimSpace(caption))
	}
	r.gap = lineGap
}

// category notes that the page is in a category; what follows the | is a sort key.
func (p *pageParser) category(name string) {
	p.doc.Categories = append(p.doc.Categories, strings.TrimSpace(strings.ReplaceAll(name, "_", " ")))
}

func withSortKey(a *document.Aside, key string) *document.Aside {
	if a == nil {
		return &document.Aside{SortKey: key}
	}
	if a.SortKey == "" {
		a.SortKey = key
	}
	return a
}

// hiddenText is the text of a cell that is not shown: it becomes a note.
func hiddenText(t document.Text) document.Text {
	if t.Plain == "" {
		return t
	}
	a := t.Aside
	if a == nil {
		a = &document.Aside{}
	}
	a.Links = nil
	a.Notes = append(a.Notes, t.Plain)
	return document.Text{Aside: a}
}

// joinText puts one text below another.
func joinText(above, below document.Text) document.Text {
	if above.Plain == "" {
		return below
	}
	above.Plain += "\n" + below.Plain
	return above
}
