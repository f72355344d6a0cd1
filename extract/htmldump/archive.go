package htmldump

import (
	"archive/tar"
	"bufio"
	"context"
	"io"

	"github.com/tidywiki/tidywiki/extract/dump"
)

// open returns the lines of a dump: decompressed, and those of the files of an archive
// one after another. packed reports that they are not the bytes of r.
func open(ctx context.Context, r io.Reader, workers int) (text io.ReadCloser, packed bool, err error) {
	in, packed, err := dump.Decompress(ctx, r, workers)
	if err != nil {
		return nil, packed, err
	}
	b := bufio.NewReaderSize(in, 64<<10)
	head, err := b.Peek(tarHead)
	if err != nil && err != io.EOF && len(head) == 0 {
		in.Close()
		return nil, packed, err
	}
	if isTar(head) {
		return readCloser{&archive{tar: tar.NewReader(b)}, in}, true, nil
	}
	return readCloser{b, in}, packed, nil
}

// The header of a file in a tar archive, and where its magic is.
const tarHead, tarMagic = 512, 257

// isTar reports whether a text begins with the header of a tar archive.
func isTar(head []byte) bool {
	return len(head) >= tarHead && string(head[tarMagic:tarMagic+5]) == "ustar"
}

type readCloser struct {
	io.Reader
	io.Closer
}

// An archive reads the files of a tar archive as one text, each on lines of its own.
type archive struct {
	tar   *tar.Reader
	open  bool // a file is being read
	ended bool // one has ended, and its last line has not
}

func (a *archive) Read(p []byte) (int, error) {
	for len(p) > 0 {
		switch {
		case a.ended:
			a.ended = false
			p[0] = '\n'
			return 1, nil
		case a.open:
			n, err := a.tar.Read(p)
			if err == io.EOF {
				a.open, a.ended, err = false, true, nil
			}
			if n > 0 || err != nil {
				return n, err
			}
		default:
			h, err := a.tar.Next()
			if err != nil {
				return 0, err
			}
			a.open = h.Typeflag == tar.TypeReg
		}
	}
	return 0, nil
}
