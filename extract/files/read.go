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

// Read reads a page that [Set.Pages] returned. It uses the options MaxBytes and Stdin.
// Its error is a [*source.PageError].
func Read(p Page, opt Options) (*source.Source, error) {
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = defaultMaxBytes
	}
	data, err := opt.data(p)
	if err != nil {
		return nil, &source.PageError{Name: p.Name, Err: err}
	}
	return &source.Source{Name: p.Name, Data: data}, nil
}

func (o Options) data(p Page) ([]byte, error) {
	if p.Path == "" {
		if o.Stdin == nil {
			return nil, errors.New("no standard input; name a file instead")
		}
		return o.readAll(o.Stdin, 0)
	}
	// Opening a pipe would wait for a writer.
	info, err := os.Stat(p.Path)
	if err != nil {
		return nil, cause(err)
	}
	if !info.Mode().IsRegular() {
		return nil, irregular(info.Mode())
	}
	f, err := os.Open(p.Path)
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	return o.readAll(f, info.Size())
}

// readAll reads r. size is the expected size.
func (o Options) readAll(r io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	if size <= o.MaxBytes {
		b.Grow(int(size) + bytes.MinRead)
		if _, err := b.ReadFrom(io.LimitReader(r, o.MaxBytes+1)); err != nil {
			return nil, cause(err)
		}
		size = max(size, int64(b.Len()))
	}
	if size > o.MaxBytes {
		return nil, fmt.Errorf("larger than %s, the limit for one page; split it or raise the limit", bytesText(o.MaxBytes))
	}
	return b.Bytes(), nil
}

func bytesText(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// cause removes the path from an error and adds what to do.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w; check the spelling, or the target of a link", err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w; you need permission to read it", err)
	}
	return fmt.Errorf("cannot be read: %w", err)
}

// irregular returns the error for something that is not a regular file.
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
	return fmt.Errorf("is %s, not a file; to read it, redirect it to standard input and give -", kind)
}
