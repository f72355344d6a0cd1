// Package spill keeps in a temporary file what does not fit into memory.
//
//	s := spill.Store{Name: "tidywiki-xlsx-", Limit: 16 << 20}
//	a, err := s.Put(rows)         // in memory: the first 16 MiB are
//	b, err := s.Put(moreRows)     // in the file
//	data, err := s.Get(b)         // moreRows
//	s.Close()                     // and the file is gone
//
// A [File] is the file alone, for callers that decide themselves what goes there. The
// writers of Excel files and the texts of a dump use a Store; the keys that validation
// sorts and the rows that wait in a comparison use a File.
package spill

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// A File is a temporary file that only grows. The zero File is ready to use, and is
// made on disk with the first Append.
type File struct {
	// Name begins the file's name, Dir is its folder; the default is os.TempDir.
	Name, Dir string

	file *os.File
	end  int64
}

// Append adds bytes and returns where they begin. Two calls, one after the other, put
// their bytes next to each other.
func (f *File) Append(p []byte) (at int64, err error) {
	if f.file == nil {
		if f.file, err = os.CreateTemp(f.Dir, f.Name); err != nil {
			return 0, unwritable(err)
		}
		// Where an open file can be removed, it vanishes even if we are killed.
		os.Remove(f.file.Name())
	}
	at = f.end
	if _, err := f.file.WriteAt(p, at); err != nil {
		return 0, unwritable(err)
	}
	f.end += int64(len(p))
	return at, nil
}

func unwritable(err error) error {
	return fmt.Errorf("the temporary file cannot be written: %w (set TMPDIR to a folder with more space)", err)
}

// Section returns a reader of n bytes that were appended. Readers may be used from
// several goroutines, each its own.
func (f *File) Section(at, n int64) *io.SectionReader { return io.NewSectionReader(f.file, at, n) }

// Used reports whether there is a file on disk.
func (f *File) Used() bool { return f.file != nil }

// Close removes the file. The File is empty then.
func (f *File) Close() error {
	file := f.file
	*f = File{Name: f.Name, Dir: f.Dir}
	if file == nil {
		return nil
	}
	err := file.Close()
	if e := os.Remove(file.Name()); err == nil && !errors.Is(e, os.ErrNotExist) {
		err = e
	}
	return err
}

// A Store keeps pieces of bytes: the first in memory, the others in a file.
type Store struct {
	// Name begins the name of the temporary file, Dir is its folder; the default is
	// os.TempDir.
	Name, Dir string
	// Limit is how many bytes are kept in memory.
	Limit int64

	held int64
	file File
}

// A Piece is what a Store keeps.
type Piece struct {
	data []byte // nil if it is in the file
	at   int64
	size int64
}

// InMemory returns a piece that needs no store. It keeps data.
func InMemory(data []byte) Piece { return Piece{data: data, size: int64(len(data))} }

// Size returns the number of bytes.
func (p Piece) Size() int64 { return p.size }

// Put keeps a copy of data.
func (s *Store) Put(data []byte) (Piece, error) {
	if n := int64(len(data)); s.held+n <= s.Limit {
		s.held += n
		return InMemory(append([]byte{}, data...)), nil
	}
	s.file.Name, s.file.Dir = s.Name, s.Dir
	at, err := s.file.Append(data)
	return Piece{at: at, size: int64(len(data))}, err
}

// Get returns the bytes of a piece, which must not be changed. It may be called from
// several goroutines, if none calls Put or Close.
func (s *Store) Get(p Piece) ([]byte, error) {
	if p.data != nil {
		return p.data, nil
	}
	data := make([]byte, p.size)
	_, err := io.ReadFull(s.Reader(p), data)
	return data, err
}

// Reader returns a reader of the bytes of a piece, as Get.
func (s *Store) Reader(p Piece) io.Reader {
	if p.data != nil {
		return bytes.NewReader(p.data)
	}
	return s.file.Section(p.at, p.size)
}

// Used reports whether there is a file on disk.
func (s *Store) Used() bool { return s.file.Used() }

// Close drops all pieces. The Store is empty then.
func (s *Store) Close() error {
	s.held = 0
	return s.file.Close()
}
