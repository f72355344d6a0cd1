package html

import (
	"cmp"
	"strings"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// take finishes a text and begins the next.
func (p *parser) take(w *writing) document.Text {
	text := document.Text{Plain: w.plain()}
	if w.odd {
		p.notes.Add(source.Note{Severity: source.Warning, Code: "control_character", Where: "page", Line: p.place.at(p.at),
			Field: "text", Message: "references to control characters were replaced by U+FFFD"})
	}
	if len(w.links)+len(w.notes)+len(w.images) > 0 || w.sortKey != "" {
		text.Aside = p.mem.asides.One(document.Aside{Links: p.mem.links.Keep(w.links), Notes: p.keepNotes(w.notes),
			Images: p.mem.strings.Keep(w.images), SortKey: w.sortKey})
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
	kept := p.mem.strings.Keep(p.noteTexts)
	for i, n := range notes {
		if n.ref != "" {
			p.refs.waiting = append(p.refs.waiting, waitingNote{&kept[i], n.ref})
		}
	}
	return kept
}

// joinTexts puts texts below one another.
func joinTexts(texts []document.Text) document.Text {
	if len(texts) == 0 {
		return document.Text{}
	}
	if len(texts) == 1 {
		return texts[0]
	}
	var plain strings.Builder
	var all document.Aside
	has := false
	for _, t := range texts {
		if t.Plain != "" && plain.Len() > 0 {
			plain.WriteByte('\n')
		}
		if a := t.Aside; a != nil {
			has = true
			for _, l := range a.Links {
				l.Start, l.End = l.Start+plain.Len(), l.End+plain.Len()
				all.Links = append(all.Links, l)
			}
			all.Notes = append(all.Notes, a.Notes...)
			all.Images = append(all.Images, a.Images...)
			all.SortKey = cmp.Or(all.SortKey, a.SortKey)
		}
		plain.WriteString(t.Plain)
	}
	joined := document.Text{Plain: plain.String()}
	if has {
		joined.Aside = &all
	}
	return joined
}
