package html

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/internal/textwriter"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A writing is the text of a cell, a paragraph or a note while it is read. Cells inside
// cells each have one.
type writing struct {
	textwriter.Writer
	odd     bool // a reference names a character that no text may hold
	boldEnd int  // the text is bold up to here
	// number counts the texts that are written here one after another.
	number int
	refs   []noteRef
	// pictures are those of the text, which it shows if it has nothing else.
	pictures []picture
	moments  moments
}

// A noteRef is a note whose text is that of a reference, which comes later.
type noteRef struct {
	note int // index
	id   string
}

// reset begins the next text.
func (w *writing) reset() {
	w.Reset()
	w.odd, w.boldEnd, w.refs, w.pictures, w.moments = false, 0, w.refs[:0], w.pictures[:0], moments{}
	w.number++
}

// text adds a stretch of the page between two tags: white space is collapsed, except
// that keep keeps line ends, and references are resolved.
func (w *writing) text(s string, keep bool) {
	for len(s) > 0 {
		n := plainLength(s)
		w.Words(s[:n])
		if s = s[n:]; s == "" {
			return
		}
		switch c := s[0]; {
		case c == '&':
			text, length := entityAt(s)
			if length == 0 {
				text, length = "&", 1
			}
			w.odd = w.odd || strings.ContainsRune(text, utf8.RuneError)
			w.Literal(text)
			s = s[length:]
		case c == '\n' && keep:
			w.NewLine()
			s = s[1:]
		case c == ' ' || isSpace(c) || c == '\v':
			w.Space()
			s = s[1:]
		default:
			w.Space()
			s = s[max(1, browser.WideSpace(s)):]
		}
	}
}

// refNote adds a note that is the text of the reference id, once the page has it.
func (w *writing) refNote(text, id string) {
	if id != "" {
		w.refs = append(w.refs, noteRef{len(w.Notes), id})
	}
	w.Note(text)
}

// take returns the text and begins the next.
func (p *parser) take(w *writing) document.Text {
	if w.odd {
		p.notes.Add(source.Note{Severity: source.Warning, Code: "control_character", Where: "page", Line: p.Line(p.at),
			Field: "text", Message: "references to control characters were replaced by U+FFFD"})
	}
	text := w.Take(&p.mem)
	for _, r := range w.refs {
		p.refs.waiting = append(p.refs.waiting, waitingNote{&text.Aside.Notes[r.note], r.id})
	}
	w.reset()
	return text
}

// plainByte marks the bytes that mean themselves wherever they are; of the others a
// space does if no other follows it.
var plainByte = func() (set [256]bool) {
	for c := range 256 {
		set[c] = c > ' ' && c != '&' && c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3
	}
	return set
}()

// plainLength returns how much of s reads as it is written.
func plainLength(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		if plainByte[c] {
			i++
			continue
		}
		switch {
		case c == ' ':
			if i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '\n') {
				return i
			}
		case c < 0x80 || browser.WideSpace(s[i:]) > 0:
			return i
		}
		i++
	}
	return i
}

// collapsed is s with each run of white space as one space and none at the ends.
func collapsed(s string) string { return strings.Join(strings.Fields(s), " ") }
