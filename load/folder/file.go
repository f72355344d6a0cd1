package folder

import (
	"bufio"
	"crypto/sha256"
	"hash"
	"io"
	"os"
	"sync"

	"github.com/tidywiki/tidywiki/load"
)

// bufferSize is how many bytes of a file are collected before they are hashed and
// written. Larger writes bypass the buffer.
const bufferSize = 32 << 10

// buffers are reused: a page makes dozens of small files.
var buffers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, bufferSize) }}

// A file is being written.
type file struct {
	folder *Folder
	name   string
	buf    *bufio.Writer
	to     tally
	err    error // the first one
}

// A tally hashes and counts the bytes that it passes on.
type tally struct {
	to    io.WriteCloser
	sum   hash.Hash
	bytes int64
}

func newFile(f *Folder, name string, to *os.File) *file {
	w := &file{folder: f, name: name, to: tally{to: to, sum: sha256.New()}}
	w.buf = buffers.Get().(*bufio.Writer)
	w.buf.Reset(&w.to)
	return w
}

func (t *tally) Write(p []byte) (int, error) {
	n, err := t.to.Write(p)
	t.sum.Write(p[:n])
	t.bytes += int64(n)
	return n, err
}

// Write implements [io.Writer].
func (w *file) Write(p []byte) (int, error) {
	if w.buf == nil {
		return 0, os.ErrClosed
	}
	n, err := w.buf.Write(p)
	return n, w.keep(err)
}

// Close completes the file. It returns the first error of any call; after an error
// the file is not one of the folder's files.
func (w *file) Close() error {
	if w.buf == nil {
		return os.ErrClosed
	}
	w.keep(w.buf.Flush())
	w.free()
	w.keep(w.to.to.Close())

	f := w.folder
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.open, w)
	if w.err == nil {
		f.files = append(f.files, load.File{Path: w.name, Bytes: w.to.bytes, SHA256: [32]byte(w.to.sum.Sum(nil))})
	}
	return w.err
}

// keep turns an error into a message for users and keeps the first one.
func (w *file) keep(err error) error {
	if err == nil {
		return nil
	}
	if w.err == nil {
		w.err = w.folder.place.failed(w.name, err)
	}
	return w.err
}

// drop closes the file without completing it.
func (w *file) drop() {
	w.free()
	w.to.to.Close()
}

func (w *file) free() {
	if w.buf != nil {
		w.buf.Reset(nil)
		buffers.Put(w.buf)
		w.buf = nil
	}
}
