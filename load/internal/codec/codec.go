// Package codec compresses and decompresses text files: RFC 1952 (gz) and RFC 8878
// (zst).
//
//	w := codec.NewWriter(load.Gzip, file)    writes compressed text to file
//	r, err := codec.NewReader(load.Gzip, file)
//
// The compressed bytes depend on the text alone: there is no name, no time, no system
// in them. Compressors take a megabyte or two each, so they are reused.
package codec

import (
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/tidywiki/tidywiki/load"
)

// window is how many bytes back zstd looks for repetitions: enough for similar rows, at
// a fraction of the memory of the default.
const window = 1 << 20

// A compressor is the common interface of both libraries.
type compressor interface {
	io.WriteCloser
	Reset(io.Writer)
}

var compressors = map[load.Compression]*sync.Pool{
	load.Gzip: {New: func() any { return gzip.NewWriter(nil) }},
	load.Zstandard: {New: func() any {
		w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(window), zstd.WithLowerEncoderMem(true))
		if err != nil {
			panic(err) // the options are constants
		}
		return w
	}},
}

// NewWriter returns a writer that compresses text and passes it on to w. Its Close
// closes w as well. Without compression it is w itself.
func NewWriter(c load.Compression, w io.WriteCloser) io.WriteCloser {
	pool := compressors[c]
	if pool == nil {
		return w
	}
	p := pool.Get().(compressor)
	p.Reset(w)
	return &writer{p, w, pool}
}

type writer struct {
	compressor
	to   io.WriteCloser
	pool *sync.Pool
}

// Close completes the compressed text and closes the file, even after an error.
func (w *writer) Close() error {
	err := w.compressor.Close()
	w.pool.Put(w.compressor)
	if closed := w.to.Close(); err == nil {
		err = closed
	}
	return err
}

// NewReader returns a reader of the compressed text in r. Its Close releases memory and
// does not close r.
func NewReader(c load.Compression, r io.Reader) (io.ReadCloser, error) {
	switch c {
	case load.Uncompressed:
		return io.NopCloser(r), nil
	case load.Gzip:
		g, err := gzip.NewReader(r)
		if err != nil {
			return nil, err // g would be an interface that is not nil
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

// maxWindow is how much memory a compressed file may demand.
const maxWindow = 128 << 20
