package dump

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A compression is the format a file is compressed in.
type compression uint8

const (
	plain compression = iota
	gzipped
	zstandard
	bzipped
)

// magicLen is the number of bytes that sniff needs.
const magicLen = 10

// sniff detects the compression of a file from its first bytes.
func sniff(head []byte) compression {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return gzipped
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return zstandard
	case len(head) >= 10 && string(head[:3]) == "BZh" && (string(head[4:10]) == blockMagic || string(head[4:10]) == endMagic):
		return bzipped
	}
	return plain
}

// fileBuffer is the size of reads from files.
const fileBuffer = 1 << 20

// decompress returns a reader of the decompressed bytes of r. It must be closed. Reads
// fail when ctx is done.
func decompress(ctx context.Context, kind compression, r io.Reader, workers int) (io.ReadCloser, error) {
	r = bufio.NewReaderSize(r, fileBuffer)
	switch kind {
	case gzipped:
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, codecError(err)
		}
		return codecReader{z}, nil
	case zstandard:
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(workers), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, codecError(err)
		}
		return codecReader{z.IOReadCloser()}, nil
	case bzipped:
		return codecReader{newBunzipper(ctx, r, workers)}, nil
	}
	return io.NopCloser(r), nil
}

// Decompress returns a reader of the bytes of a file, decompressed if it is in one of
// the formats that dumps come in, which packed reports. It must be closed. Reads fail
// when ctx is done.
func Decompress(ctx context.Context, r io.Reader, workers int) (in io.ReadCloser, packed bool, err error) {
	b := bufio.NewReaderSize(r, fileBuffer)
	head, err := b.Peek(magicLen)
	if err != nil && err != io.EOF {
		return nil, false, err
	}
	kind := sniff(head)
	in, err = decompress(ctx, kind, b, workers)
	return in, kind != plain, err
}

// maxWindow is the memory that a zstd file may ask for: that of --long=27, which is
// also the default limit of zstd.
const maxWindow = 128 << 20

// utf8Reader converts UTF-16 to UTF-8. It recognizes UTF-16 by its byte order mark or
// by the first <. The result reports whether r is UTF-16.
func utf8Reader(r *bufio.Reader) (io.Reader, bool) {
	head, _ := r.Peek(2)
	order, mark := unicode.LittleEndian, unicode.ExpectBOM
	switch string(head) {
	case "\xff\xfe":
	case "\xfe\xff":
		order = unicode.BigEndian
	case "<\x00", " \x00", "\n\x00":
		mark = unicode.IgnoreBOM
	case "\x00<", "\x00 ", "\x00\n":
		order, mark = unicode.BigEndian, unicode.IgnoreBOM
	default:
		return r, false
	}
	return transform.NewReader(r, unicode.UTF16(order, mark).NewDecoder()), true
}

// A codecReader rewords the errors of a decoder.
type codecReader struct{ io.ReadCloser }

func (c codecReader) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = codecError(err)
	}
	return n, err
}

func codecError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("the compressed data ends too early: %w", err)
	}
	return fmt.Errorf("the compressed data is damaged: %w", err)
}
