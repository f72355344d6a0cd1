// Package codec packs and unpacks files of text as RFC 1952 (gz) and RFC 8878
// (zst) have it.
//
//	w := codec.NewWriter(load.Gzip, file)    what is written to w goes to file, packed
//	r, err := codec.NewReader(load.Gzip, file)
//
// The packed bytes depend on the text alone: no name, no time, no system, one
// goroutine. Packers take a megabyte or two each, so they are used again.
package codec

import (
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/tidywiki/tidywiki/load"
)

// window is how far back zstd looks for what it has seen: enough for rows that
// resemble each other, at a fraction of the memory of the default.
const window = 1 << 20

// A packer is what both libraries have.
type packer interface {
	io.WriteCloser
	Reset(io.Writer)
}

var packers = map[load.Compression]*sync.Pool{
	load.Gzip: {New: func() any { return gzip.NewWriter(nil) }},
	load.Zstandard: {New: func() any {
		w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(window), zstd.WithLowerEncoderMem(true))
		if err != nil {
			panic(err) // the options above are wrong
		}
		return w
	}},
}

// NewWriter returns a writer that packs what it is given and passes it on to w.
// Its Close closes w, too. Without compression it is w itself.
func NewWriter(c load.Compression, w io.WriteCloser) io.WriteCloser {
	pool := packers[c]
	if pool == nil {
		return w
	}
	p := pool.Get().(packer)
	p.Reset(w)
	return &writer{p, w, pool}
}

type writer struct {
	packer
	to   io.WriteCloser
	pool *sync.Pool
}

// Close ends the packed text and closes the file, that even if the former fails.
func (w *writer) Close() error {
	err := w.packer.Close()
	w.pool.Put(w.packer)
	if closed := w.to.Close(); err == nil {
		err = closed
	}
	return err
}

// NewReader returns a reader of the text that r has packed. Its Close releases
// what it holds and leaves r open.
func NewReader(c load.Compression, r io.Reader) (io.ReadCloser, error) {
	switch c {
	case load.Uncompressed:
		return io.NopCloser(r), nil
	case load.Gzip:
		g, err := gzip.NewReader(r)
		if err != nil {
			return nil, err // not g, which is no nil interface
		}
		return g, nil
	case load.Zstandard:
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("compression %q is not known: it can be gz or zst", string(c))
}

// maxWindow is the memory that a packed file may ask for.
const maxWindow = 128 << 20
