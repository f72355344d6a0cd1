// Package memory keeps the files of a dataset in memory: for programs that pass
// them on instead of storing them, and for tests.
//
//	files, err := memory.Write(ctx, csvfile.New(csvfile.Options{}), rivers, lakes)
//	files.Paths()                     // [data/lakes.csv data/rivers.csv]
//	files.Bytes("data/rivers.csv")    // name,length\nRhine,1233\n
package memory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// ErrFull is the cause of a write that would exceed the limit of a [Sink].
var ErrFull = errors.New("no space left")

// A Sink holds files in memory. The zero value is an empty sink without a limit.
// Only one goroutine may use it at a time.
type Sink struct {
	// Limit is how many bytes all files together may have; 0 means no limit.
	Limit int

	files map[string][]byte
	open  int
	size  int
}

var _ load.Sink = (*Sink)(nil)

// Write writes tables in one run of l and returns the files. After an error it
// returns nil.
func Write(ctx context.Context, l load.Loader, tables ...*dataset.Table) (*Sink, error) {
	s := new(Sink)
	if err := s.Write(ctx, l, tables...); err != nil {
		return nil, err
	}
	return s, nil
}

// Write adds the files of one run of l. After an error some of them may be there,
// incomplete.
func (s *Sink) Write(ctx context.Context, l load.Loader, tables ...*dataset.Table) error {
	w, err := l.Open(ctx, s)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := w.Write(ctx, t); err != nil {
			w.Abort()
			return err
		}
	}
	return w.Close()
}

// Create implements [load.Sink].
func (s *Sink) Create(path string) (io.WriteCloser, error) {
	if !filepath.IsLocal(path) {
		return nil, fmt.Errorf("%s is not below the output folder", path)
	}
	if _, ok := s.files[path]; ok {
		return nil, fmt.Errorf("%s was created before", path)
	}
	if s.files == nil {
		s.files = make(map[string][]byte)
	}
	s.files[path] = []byte{}
	s.open++
	return &file{sink: s, path: path}, nil
}

// Open returns the number of files that were created and not closed.
func (s *Sink) Open() int { return s.open }

// Size returns the number of bytes in all files together.
func (s *Sink) Size() int { return s.size }

// Paths returns the paths of all files, sorted.
func (s *Sink) Paths() []string { return slices.Sorted(maps.Keys(s.files)) }

// Bytes returns what was written to a file so far, or nil if there is no such
// file. The sink owns the slice.
func (s *Sink) Bytes(path string) []byte { return s.files[path] }

// Save copies all files into the folder dir, and makes folders as needed.
func (s *Sink) Save(dir string) error {
	for _, path := range s.Paths() {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, s.files[path], 0o666); err != nil {
			return err
		}
	}
	return nil
}

// A file is a file of a sink, open for writing.
type file struct {
	sink   *Sink
	path   string
	closed bool
}

func (f *file) Write(p []byte) (int, error) {
	s := f.sink
	if f.closed {
		return 0, fs.ErrClosed
	}
	if s.Limit > 0 && s.size+len(p) > s.Limit {
		return 0, ErrFull
	}
	s.size += len(p)
	s.files[f.path] = append(s.files[f.path], p...)
	return len(p), nil
}

func (f *file) Close() error {
	if f.closed {
		return fs.ErrClosed
	}
	f.closed = true
	f.sink.open--
	return nil
}
