package archive

import (
	"archive/zip"
	"io"

	"github.com/klauspost/compress/flate"
)

type zipWriter struct{ zip *zip.Writer }

func newZip(w io.Writer) Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.DefaultCompression)
	})
	return &zipWriter{z}
}

func (w *zipWriter) Add(path string, size int64, r io.Reader) error {
	h := &zip.FileHeader{Name: path, Method: zip.Deflate, Modified: when}
	h.SetMode(mode)
	entry, err := w.zip.CreateHeader(h)
	if err != nil {
		return err
	}
	return fill(entry, path, size, r)
}

func (w *zipWriter) Close() error { return w.zip.Close() }

func unpackZip(file string, to *target) error {
	z, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, f := range z.File {
		if f.Mode().IsDir() {
			continue
		}
		if !f.Mode().IsRegular() {
			return &invalid{f.Name, "is neither a file nor a folder"}
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		err = to.file(f.Name, r)
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}
