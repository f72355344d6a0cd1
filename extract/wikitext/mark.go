package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/namespace"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// mark renders what the marker at i of s means.
func (r *inliner) mark(s string, i int) int {
	n, length, ok := preprocess.MarkAt(s[i:])
	if !ok || n >= len(r.p.pre.Strips) {
		return 1
	}
	strip := &r.p.pre.Strips[n]
	// A template can show one text again and again: that has a limit, too.
	if r.p.ahead -= len(strip.Text); r.p.ahead < 0 && strip.Text != "" {
		r.p.noteLimit()
		return length
	}
	switch strip.Kind {
	case preprocess.Literal, preprocess.Math:
		r.Literal(strip.Text)
	case preprocess.Block:
		r.NewLine()
		r.literalLines(strip.Text)
	case preprocess.Ref:
		r.cite(n)
	case preprocess.Cite:
		r.citation(strip)
	case preprocess.Hidden:
		r.Note(r.noteOf(n))
	case preprocess.Icon:
		r.icon(r.shown(strip.Text), strip.Sign)
	case preprocess.SortKey:
		if r.SortKey == "" {
			r.SortKey = collapsed(r.p.attrText(strip.Text))
		}
	case preprocess.Gallery:
		r.gallery(strip.Text)
	case preprocess.Box:
		if box := r.p.infobox(strip); box != nil {
			r.boxes = append(r.boxes, box)
		}
	}
	return length
}

// shown is the text that the wikitext of a short piece shows.
func (r *inliner) shown(s string) string {
	if plainLength(s) == len(s) {
		return s
	}
	return r.away(s)
}

// noteLimit notes that texts were left out, once a page.
func (p *pageParser) noteLimit() {
	if !p.limited {
		p.limited = true
		p.notes.Add(source.Note{Severity: source.Warning, Code: "expansion_limit", Where: "page", Line: p.Line(p.at),
			Message: "templates show the same text too often: from here on it is left out"})
	}
}

// literalLines writes text whose line ends a reader sees.
func (r *inliner) literalLines(s string) {
	for line := range strings.Lines(s) {
		r.Literal(strings.TrimRight(line, "\r\n"))
		r.NewLine()
	}
}

// gallery writes the captions of a gallery, a line each; the name of a file without one.
func (r *inliner) gallery(s string) {
	for line := range strings.Lines(s) {
		name, options, _ := strings.Cut(strings.TrimSpace(line), "|")
		if name == "" {
			continue
		}
		_, name = namespace.Of(name)
		r.Images = append(r.Images, collapsed(name))
		r.NewLine()
		if caption := strings.TrimSpace(readOptions(options).caption); caption != "" {
			r.inlineText(caption)
		} else {
			r.Literal(name)
		}
	}
	r.NewLine()
}
