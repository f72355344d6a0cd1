package html

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/browser"
)

// A gap is white space that is written once something follows it.
type gap uint8

const (
	noGap gap = iota
	spaceGap
	lineGap
)

// A writing is a text while it is read: of a cell, a paragraph, a note. Cells inside
// cells each have one.
type writing struct {
	// first is the text as long as it is one stretch of the page. Most cells are,
	// and need no memory of their own.
	first   string
	chunk   []byte // memory that texts share, the one being written from start on
	start   int
	gap     gap
	odd     bool // a reference names a character that no text may hold
	boldEnd int  // the text is bold up to here
	// number tells the texts apart that are written here one after another.
	number int

	links   []document.Link
	notes   []noted
	images  []string
	alts    []string // what the images say of themselves
	sortKey string
	width   string // of the first image, as written
}

// A noted text belongs to another. One with a ref is that of a reference, once the
// page has told it.
type noted struct{ text, ref string }

// chunkSize is how much memory texts share.
const chunkSize = 64 << 10

func (w *writing) len() int {
	if w.first != "" {
		return len(w.first)
	}
	return len(w.chunk) - w.start
}

// untouched says that there is nothing, neither text nor what goes with it.
func (w *writing) untouched() bool {
	return w.len() == 0 && len(w.notes) == 0 && len(w.images) == 0 && w.sortKey == ""
}

func (w *writing) space() {
	if w.gap == noGap {
		w.gap = spaceGap
	}
}

func (w *writing) newLine() { w.gap = lineGap }

// write adds text without white space at its ends or two of it in a row.
func (w *writing) write(s string) {
	if s == "" {
		return
	}
	if w.len() == 0 {
		w.first, w.gap = s, noGap
		return
	}
	w.copyFirst(len(s) + 1)
	w.reserve(len(s) + 1)
	switch w.gap {
	case spaceGap:
		w.chunk = append(w.chunk, ' ')
	case lineGap:
		w.chunk = append(w.chunk, '\n')
	}
	w.chunk = append(w.chunk, s...)
	w.gap = noGap
}

// copyFirst moves the first stretch to where more can follow it.
func (w *writing) copyFirst(more int) {
	if w.first != "" {
		w.reserve(len(w.first) + more)
		w.chunk = append(w.chunk, w.first...)
		w.first = ""
	}
}

// reserve makes room. Texts that are finished stay where they are.
func (w *writing) reserve(n int) {
	if cap(w.chunk)-len(w.chunk) >= n {
		return
	}
	open := w.chunk[w.start:]
	w.chunk = append(make([]byte, 0, max(chunkSize, 2*(len(open)+n))), open...)
	w.start = 0
}

// plain is the text so far.
func (w *writing) plain() string {
	if w.first != "" {
		return w.first
	}
	out := w.chunk[w.start:]
	return unsafe.String(unsafe.SliceData(out), len(out))
}

// reset begins the next text.
func (w *writing) reset() {
	w.first, w.start, w.gap, w.odd = "", len(w.chunk), noGap, false
	w.number++
	w.boldEnd = 0
	w.links, w.notes, w.images, w.alts = w.links[:0], w.notes[:0], w.images[:0], w.alts[:0]
	w.sortKey, w.width = "", ""
}

// text adds a stretch of the page between two tags: white space is collapsed, or
// where keep says so its line ends are kept, and references are resolved.
func (w *writing) text(s string, keep bool) {
	for len(s) > 0 {
		n := plainLength(s)
		w.words(s[:n])
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
			w.literal(text)
			s = s[length:]
		case c == '\n' && keep:
			w.newLine()
			s = s[1:]
		case c == ' ' || isSpace(c) || c == '\v':
			w.space()
			s = s[1:]
		default:
			w.space()
			s = s[max(1, browser.WideSpace(s)):]
		}
	}
}

// words adds text in which no two spaces follow one another and nothing else is
// more than itself.
func (w *writing) words(s string) {
	if s == "" {
		return
	}
	if s[0] == ' ' {
		w.space()
		if s = s[1:]; s == "" {
			return
		}
	}
	if n := len(s) - 1; s[n] == ' ' {
		w.write(s[:n])
		w.space()
		return
	}
	w.write(s)
}

// literal adds text that stands for itself: only white space is collapsed.
func (w *writing) literal(s string) {
	for len(s) > 0 {
		i := 0
		for i < len(s) && !isSpace(s[i]) && s[i] != '\v' && (s[i] < utf8.RuneSelf || browser.WideSpace(s[i:]) == 0) {
			i++
		}
		w.write(s[:i])
		if s = s[i:]; s == "" {
			return
		}
		w.space()
		s = s[max(1, browser.WideSpace(s)):]
	}
}

// note adds a note, whose white space is collapsed already.
func (w *writing) note(s string) {
	if s != "" {
		w.notes = append(w.notes, noted{text: s})
	}
}

// hide makes a note of the text, as of a cell that is not shown.
func (w *writing) hide() {
	text := w.plain()
	w.first, w.start, w.links = "", len(w.chunk), w.links[:0]
	w.note(text)
}

// since is the text written after the first n bytes, without the white space that
// parts it from them, and where it begins.
func (w *writing) since(n int) (string, int) {
	s := w.plain()
	if n > len(s) {
		n = len(s)
	}
	for n > 0 && n < len(s) && (s[n] == ' ' || s[n] == '\n') {
		n++
	}
	return s[n:], n
}

// replace puts other text in the place of all from byte n on.
func (w *writing) replace(n int, s string) {
	w.copyFirst(len(s))
	w.chunk = w.chunk[:w.start+n]
	w.reserve(len(s))
	w.chunk = append(w.chunk, s...)
}

// plainByte marks the bytes that are themselves wherever they stand; of the others
// a space is plain if no other follows it.
var plainByte = func() (set [256]bool) {
	for c := range 256 {
		set[c] = c > ' ' && c != '&' && c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3
	}
	return set
}()

// plainLength is how much of s reads as it is written.
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
