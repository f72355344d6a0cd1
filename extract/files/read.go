package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A PageError is a page that could not be read. It knows the page by its name,
// not by its path.
type PageError struct {
	Name string
	Err  error
}

func (e *PageError) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *PageError) Unwrap() error { return e.Err }

func (s *Set) read(p page) (*source.Source, error) {
	data, err := s.data(p)
	if err != nil {
		return nil, &PageError{p.name, err}
	}
	return &source.Source{Name: p.name, Data: data}, nil
}

func (s *Set) data(p page) ([]byte, error) {
	if p.path == "" {
		return s.readAll(s.opt.Stdin, 0)
	}
	// Asking first keeps a pipe from being waited for.
	info, err := os.Stat(p.path)
	if err != nil {
		return nil, cause(err)
	}
	if !info.Mode().IsRegular() {
		return nil, irregular(info.Mode())
	}
	f, err := os.Open(p.path)
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	return s.readAll(f, info.Size())
}

// readAll reads what should have size bytes.
func (s *Set) readAll(r io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	if size <= s.opt.MaxBytes {
		b.Grow(int(size) + bytes.MinRead)
		if _, err := b.ReadFrom(io.LimitReader(r, s.opt.MaxBytes+1)); err != nil {
			return nil, cause(err)
		}
		size = max(size, int64(b.Len()))
	}
	if size > s.opt.MaxBytes {
		return nil, fmt.Errorf("larger than %s, the limit for one page; split it or raise the limit", bytesText(s.opt.MaxBytes))
	}
	return b.Bytes(), nil
}

func bytesText(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// cause takes the path out of an error and adds the cure.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w; check the spelling, or where a link leads", err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w; you need the right to read it", err)
	}
	return fmt.Errorf("cannot be read: %w", err)
}

// irregular says what is wrong with something that is no file.
func irregular(mode fs.FileMode) error {
	kind := "a device"
	switch {
	case mode.IsDir():
		kind = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		kind = "a pipe"
	case mode&fs.ModeSocket != 0:
		kind = "a socket"
	}
	return fmt.Errorf("is %s, not a file; to read what it sends, give - and redirect it to standard input", kind)
}
