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

// A compression is how the bytes of a file become those of its XML.
type compression uint8

const (
	plain compression = iota
	gzipped
	zstandard
	bzipped
)

// magicLen is how many bytes sniff needs.
const magicLen = 10

// sniff tells how a file is compressed by what it begins with.
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

// fileBuffer is how much is read of a file at a time.
const fileBuffer = 1 << 20

// decompress reads what r holds in a compressed form. The reader must be closed,
// and ends when ctx does.
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

// maxWindow is the memory that a zstd file may ask for: that of --long=27, the most
// that zstd itself takes without being told.
const maxWindow = 128 << 20

// utf8Reader makes UTF-8 of UTF-16, which is known by its mark or by its first <.
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

// A codecReader words the errors of a decoder as what they mean to a person.
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
