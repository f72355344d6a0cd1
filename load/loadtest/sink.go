package loadtest

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/load"
)

// ErrFull is what a [Sink] without room says.
var ErrFull = errors.New("no space left")

// A Sink keeps files in memory. The zero Sink is empty and takes any number of
// bytes.
type Sink struct {
	// Limit is the number of bytes it takes in all; 0 means no limit.
	Limit int

	files   map[string][]byte
	open    int
	written int
}

var _ load.Sink = (*Sink)(nil)

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
	return &sinkFile{s, path, false}, nil
}

// Open is the number of files that were created and not closed.
func (s *Sink) Open() int { return s.open }

// Paths are the files created, sorted.
func (s *Sink) Paths() []string { return slices.Sorted(maps.Keys(s.files)) }

// Bytes is what was written to a file so far, nil if there is none.
func (s *Sink) Bytes(path string) []byte { return s.files[path] }

// Save writes all files below a new folder, which it returns.
func (s *Sink) Save(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for path, data := range s.files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

type sinkFile struct {
	sink   *Sink
	path   string
	closed bool
}

func (f *sinkFile) Write(p []byte) (int, error) {
	s := f.sink
	if f.closed {
		return 0, os.ErrClosed
	}
	if s.Limit > 0 && s.written+len(p) > s.Limit {
		return 0, ErrFull
	}
	s.written += len(p)
	s.files[f.path] = append(s.files[f.path], p...)
	return len(p), nil
}

func (f *sinkFile) Close() error {
	if f.closed {
		return os.ErrClosed
	}
	f.closed = true
	f.sink.open--
	return nil
}
