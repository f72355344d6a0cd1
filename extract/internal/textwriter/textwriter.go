// Package textwriter collects a text as a reader of the page sees it: white space is one
// space or one line end, and none is at the ends.
//
//	w.Write("The")
//	w.Space()
//	w.Literal("  Rhine\tis ")
//	w.NewLine()
//	w.Write("long")             "The Rhine is\nlong"
//
// A text that is one stretch of the page, as in most cells, shares the page's memory.
// Other texts share chunks of memory with those written before them.
package textwriter

import (
	"slices"
	"unsafe"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
)

// A Writer collects one text after another. Its zero value is ready for use. Strings that
// are given to it must not change.
type Writer struct {
	// These go with the text. See [document.Aside].
	Links      []document.Link
	Notes      []string
	Images     []string
	References []int
	SortKey    string

	first string // the text as long as it is one string
	chunk []byte // else the text is chunk[start:]
	start int
	gap   gap
}

// A gap is white space that is written once something follows it.
type gap uint8

const (
	noGap gap = iota
	spaceGap
	lineGap
)

// Chunks double in size from firstChunk to lastChunk.
const (
	firstChunk = 1 << 10
	lastChunk  = 64 << 10
)

// Len returns the number of bytes written, without white space that nothing follows.
func (w *Writer) Len() int {
	if w.first != "" {
		return len(w.first)
	}
	return len(w.chunk) - w.start
}

// Empty reports whether there is neither text nor anything that goes with it.
func (w *Writer) Empty() bool { return w.Len() == 0 && !w.hasAside() }

func (w *Writer) hasAside() bool {
	return len(w.Links)+len(w.Notes)+len(w.Images)+len(w.References) > 0 || w.SortKey != ""
}

// Space puts white space before what is written next.
func (w *Writer) Space() {
	if w.gap == noGap {
		w.gap = spaceGap
	}
}

// NewLine puts a line end before what is written next.
func (w *Writer) NewLine() { w.gap = lineGap }

// Write adds text that has no white space at its ends and no two spaces in a row.
func (w *Writer) Write(s string) {
	if s == "" {
		return
	}
	if w.Len() == 0 {
		w.first, w.gap = s, noGap
		return
	}
	w.copyFirst(len(s) + 1)
	w.Grow(len(s) + 1)
	switch w.gap {
	case spaceGap:
		w.chunk = append(w.chunk, ' ')
	case lineGap:
		w.chunk = append(w.chunk, '\n')
	}
	w.chunk = append(w.chunk, s...)
	w.gap = noGap
}

// Words adds text that has no white space but single spaces.
func (w *Writer) Words(s string) {
	if s == "" {
		return
	}
	if s[0] == ' ' {
		w.Space()
		if s = s[1:]; s == "" {
			return
		}
	}
	if n := len(s) - 1; s[n] == ' ' {
		w.Write(s[:n])
		w.Space()
		return
	}
	w.Write(s)
}

// Literal adds any text and collapses its white space.
func (w *Writer) Literal(s string) {
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] > ' ' && (s[i] < 0x80 || browser.WideSpace(s[i:]) == 0) {
			i++
		}
		w.Write(s[:i])
		if s = s[i:]; s == "" {
			return
		}
		w.Space()
		s = s[max(1, browser.WideSpace(s)):]
	}
}

// Note adds a note, whose white space is collapsed already, unless it is empty.
func (w *Writer) Note(s string) {
	if s != "" {
		w.Notes = append(w.Notes, s)
	}
}

// Cite adds a reference, once.
func (w *Writer) Cite(reference int) {
	if !slices.Contains(w.References, reference) {
		w.References = append(w.References, reference)
	}
}

// Hide makes a note of the text.
func (w *Writer) Hide() {
	text := w.Plain()
	w.first, w.start, w.Links = "", len(w.chunk), w.Links[:0]
	w.Note(text)
}

// copyFirst moves the first string to where more can follow it.
func (w *Writer) copyFirst(more int) {
	if w.first != "" {
		w.Grow(len(w.first) + more)
		w.chunk = append(w.chunk, w.first...)
		w.first = ""
	}
}

// Grow reserves memory for n bytes. Texts that are finished stay where they are.
func (w *Writer) Grow(n int) {
	if cap(w.chunk)-len(w.chunk) >= n {
		return
	}
	open := w.chunk[w.start:]
	w.chunk = append(make([]byte, 0, max(firstChunk, min(2*cap(w.chunk), lastChunk), 2*len(open)+n)), open...)
	w.start = 0
}

// Plain returns the text so far. It may change with Replace.
func (w *Writer) Plain() string {
	if w.first != "" {
		return w.first
	}
	out := w.chunk[w.start:]
	return unsafe.String(unsafe.SliceData(out), len(out))
}

// Since returns the text after the first n bytes, without white space before it, and
// where it begins.
func (w *Writer) Since(n int) (string, int) {
	s := w.Plain()
	if n > len(s) {
		n = len(s)
	}
	for n > 0 && n < len(s) && (s[n] == ' ' || s[n] == '\n') {
		n++
	}
	return s[n:], n
}

// Replace replaces the text from byte n on.
func (w *Writer) Replace(n int, s string) {
	w.copyFirst(len(s))
	w.chunk = w.chunk[:w.start+n]
	w.Grow(len(s))
	w.chunk = append(w.chunk, s...)
}

// Take returns the text with what goes with it, which is kept in mem, and begins the next.
func (w *Writer) Take(mem *memory.Document) document.Text {
	text := document.Text{Plain: w.Plain()}
	if w.hasAside() {
		text.Aside = mem.Asides.One(document.Aside{Links: mem.Links.Keep(w.Links), Notes: mem.Strings.Keep(w.Notes),
			Images: mem.Strings.Keep(w.Images), References: mem.Numbers.Keep(w.References), SortKey: w.SortKey})
	}
	w.Reset()
	return text
}

// Reset begins the next text.
func (w *Writer) Reset() {
	w.first, w.start, w.gap = "", len(w.chunk), noGap
	w.Links, w.Notes, w.Images, w.References, w.SortKey = w.Links[:0], w.Notes[:0], w.Images[:0], w.References[:0], ""
}
