// Package partfile keeps pages in a file: a part of a run, converted
// here and joined there, or kept for the next run.
//
//	w, _ := partfile.NewWriter(f, []byte(`{"unit":7}`))
//	w.Add(&partfile.Page{Name: "rivers.txt", Data: rivers})
//	w.Add(&partfile.Page{Name: "lakes.txt", Data: lakes})
//	w.Close([]byte(`{"skipped":1}`))
//
//	r, _ := partfile.Open(f, size)     // verified as a whole
//	r.Len()                            // 2
//	r.Pages()                          // the tables and notes of both, as they went in
//
// A page is its tables and notes. Its document and grids are left out, so the page
// that comes back has no Document and no Sheets, and the Origin of a wide table has
// no Rows. The table findings is not among the tables:
// [page.Page.Findings] makes it of the notes.
//
// # The format
//
// A file is a mark with the version of the format, frames, and the SHA-256 of all
// before it. A frame is its kind, its length in eight bytes, little-endian, and its
// payload:
//
//	H   the header: bytes of the caller's, first
//	C   a chunk: pages, one after another, compressed with Snappy
//	E   the end: the index of the pages, and a summary of the caller's, last
//
// Arrow IPC writes a kilobyte of metadata for a record of one row, and the eleven
// tables of a short page have a row or two each. Here a column of a table takes a
// byte and its values: texts with their length in front, whole numbers as varints,
// a text that is the same in each row once. A schema is written once per chunk; the core tables'
// are known by name. The bytes depend on the pages alone.
package partfile

import (
	"github.com/tidywiki/tidywiki/transform/page"
)

// A Page is what a run keeps of one source.
type Page struct {
	// Name is that of the source, Bytes its size, Sum the hash by which the caller
	// knows it again.
	Name  string
	Bytes int64
	Sum   [32]byte
	// Sheets is the number of tables on the page.
	Sheets int
	// Failure is why the page could not be converted; empty for one that was.
	Failure string
	// Data holds the tables and notes.
	Data *page.Page
}

// An Entry is what the index of a file knows of a page.
type Entry struct {
	Name string
	Sum  [32]byte
	// Chunk is what [Reader.Chunk] wants to read it, Place its index in what that
	// returns.
	Chunk int64
	Place int
}

// mark begins each file; the last byte is the version of the format.
const mark = "tidywiki part\x00\x04"

// The kinds of frames.
const (
	headerFrame = 'H'
	chunkFrame  = 'C'
	endFrame    = 'E'
)

// frameHead is the size of a frame without its payload: the kind, and the length.
const frameHead = 1 + 8
