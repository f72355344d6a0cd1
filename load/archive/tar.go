package archive

import (
	"archive/tar"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

type tarWriter struct {
	zip *gzip.Writer
	tar *tar.Writer
}

func newTar(w io.Writer) Writer {
	z := gzip.NewWriter(w)
	z.ModTime = time.Unix(0, 0) // the header then has no time
	return &tarWriter{z, tar.NewWriter(z)}
}

func (w *tarWriter) Add(path string, size int64, r io.Reader) error {
	h := &tar.Header{Typeflag: tar.TypeReg, Name: path, Size: size, Mode: mode, ModTime: when}
	if err := w.tar.WriteHeader(h); err != nil {
		return err
	}
	return fill(w.tar, path, size, r)
}

func (w *tarWriter) Close() error {
	if err := w.tar.Close(); err != nil {
		return err
	}
	return w.zip.Close()
}

func unpackTar(file string, to *target) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	in := tar.NewReader(z)
	for {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			// Read to the end of the file, so that gzip checks its checksum.
			_, err := io.Copy(io.Discard, z)
			return err
		}
		if err != nil {
			return err
		}
		switch {
		case sparse(h):
			err = &invalid{h.Name, "has holes: a few bytes could fill the disk"}
		case h.Typeflag == tar.TypeReg:
			err = to.file(h.Name, in)
		case h.Typeflag != tar.TypeDir && h.Typeflag != tar.TypeXGlobalHeader:
			err = &invalid{h.Name, "is neither a file nor a folder"}
		}
		if err != nil {
			return err
		}
	}
}

// sparse reports whether a file has holes, which the reader would fill with zeros.
func sparse(h *tar.Header) bool {
	for key := range h.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return true
		}
	}
	return h.Typeflag == tar.TypeGNUSparse
}
