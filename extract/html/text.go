package html

import (
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// take finishes a text and begins the next.
func (p *parser) take(w *writing) document.Text {
	text := document.Text{Plain: w.plain()}
	if w.odd {
		p.notes.Add(source.Note{Severity: source.Warning, Code: "control_character", Where: "page", Line: p.Line(p.at),
			Field: "text", Message: "references to control characters were replaced by U+FFFD"})
	}
	if len(w.links)+len(w.notes)+len(w.images) > 0 || w.sortKey != "" {
		text.Aside = p.mem.Asides.One(document.Aside{Links: p.mem.Links.Keep(w.links), Notes: p.keepNotes(w.notes),
			Images: p.mem.Strings.Keep(w.images), SortKey: w.sortKey})
	}
	w.reset()
	return text
}

// keepNotes copies notes to where they stay.
func (p *parser) keepNotes(notes []noted) []string {
	if len(notes) == 0 {
		return nil
	}
	p.noteTexts = p.noteTexts[:0]
	for _, n := range notes {
		p.noteTexts = append(p.noteTexts, n.text)
	}
	kept := p.mem.Strings.Keep(p.noteTexts)
	for i, n := range notes {
		if n.ref != "" {
			p.refs.waiting = append(p.refs.waiting, waitingNote{&kept[i], n.ref})
		}
	}
	return kept
}
