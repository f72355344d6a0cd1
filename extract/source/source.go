// Package source holds a page's bytes and the words for places in them.
//
//	src := &source.Source{Name: "rivers.txt", Data: []byte("= Rivers =\nThe Rhine is long.\n")}
//	src.Text()                    the page as a string, not copied
//	source.NewLines(src.Text()).Line(12)   2: byte 12 is on the second line
//
// A [Source] is where a page came from, a [Span] a range of its bytes, a
// [Note] what somebody has to say about a place of it.
package source

import (
	"time"
	"unsafe"
)

// A Source is one page as it came in. It must not be changed once an extractor
// has seen it: documents share its memory.
type Source struct {
	// Name tells the page from the others of a run: the path below the folder
	// that was given, with slashes, or the base name of a single file, or a URL.
	// It never holds an absolute path of this machine.
	Name string
	// Title is the page's title where something other than its text knows it
	// (a dump, a live wiki); otherwise empty.
	Title string
	// Edition tells this page from others of the same title, behind its title in the
	// page_id: a revision's number where a run has several of a page. Otherwise empty.
	Edition string
	// Format is the input format ("plain", "wikitext", ...) where it is known;
	// empty means that it has to be detected from Data.
	Format string
	// Language is a BCP 47 tag, or empty. LanguageFrom is "option" where the user gave
	// it, and empty where the dump or the wiki did.
	Language, LanguageFrom string
	// License is an SPDX identifier, or empty.
	License string
	// Wikidata is the item that the page is about: Q142. Empty if it is not known.
	Wikidata string
	// Revision names the version of the page, if it has one.
	Revision Revision
	// Notes are what whoever found the page has to say of it. They come before
	// those of the extractor.
	Notes []Note
	// Data is the page in UTF-8 or nearly so.
	Data []byte
}

// A Revision is a numbered version of a page on a wiki.
type Revision struct {
	ID   int64     // 0 if unknown
	Time time.Time // zero if unknown
	URL  string    // permanent address of this revision, or empty
}

// Text returns Data as a string without copying it. The string is valid only
// while Data is left unchanged.
func (s *Source) Text() string {
	return unsafe.String(unsafe.SliceData(s.Data), len(s.Data))
}

// A PageError is a page that could not be read, among others that can. It knows
// the page by its name, not by where on this machine it is.
type PageError struct {
	Name  string
	Title string // where it is known beside the name; otherwise empty
	Err   error
}

func (e *PageError) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *PageError) Unwrap() error { return e.Err }
