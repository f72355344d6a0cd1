package diff

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

const sumsName = "SHA256SUMS"

// sameSums reports whether the checksums prove that all files are the same: no file
// may be younger than its checksum.
func (c *comparison) sameSums() bool {
	a, err := os.ReadFile(filepath.Join(c.old.Dir, sumsName))
	if err != nil {
		return false
	}
	b, err := os.ReadFile(filepath.Join(c.new.Dir, sumsName))
	return err == nil && bytes.Equal(a, b) && c.old.untouched() && c.new.untouched()
}

func (e edition) untouched() bool {
	sums, err := os.Stat(filepath.Join(e.Dir, sumsName))
	if err != nil {
		return false
	}
	files := []string{filepath.Join(e.Dir, datapackage.Name)}
	for _, t := range e.Tables {
		for _, format := range read.Formats {
			files = append(files, t.Files[format].Places...)
		}
	}
	return !slices.ContainsFunc(files, func(path string) bool {
		info, err := os.Stat(path)
		return err != nil || info.ModTime().After(sums.ModTime())
	})
}

// sameFiles reports whether two tables are in files that are the same, byte by byte.
func sameFiles(ctx context.Context, old, new read.File) (bool, error) {
	a, b := old.Places, new.Places
	if len(a) != len(b) || old.Packed != new.Packed {
		return false, nil
	}
	for i := range a {
		if same, err := sameBytes(ctx, a[i], b[i]); !same || err != nil {
			return false, err
		}
	}
	return true, nil
}

// sameBytes reports whether two files are the same, byte by byte.
func sameBytes(ctx context.Context, old, new string) (bool, error) {
	a, err := os.Open(old)
	if err != nil {
		return false, err
	}
	defer a.Close()
	b, err := os.Open(new)
	if err != nil {
		return false, err
	}
	defer b.Close()
	x, y := make([]byte, 1<<16), make([]byte, 1<<16)
	for ctx.Err() == nil {
		n, errA := io.ReadFull(a, x)
		k, errB := io.ReadFull(b, y)
		if n != k || !bytes.Equal(x[:n], y[:k]) {
			return false, nil
		}
		if errA != nil || errB != nil {
			return endOfFile(errA) && endOfFile(errB), notEnd(errors.Join(notEnd(errA), notEnd(errB)))
		}
	}
	return false, ctx.Err()
}

func endOfFile(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

func notEnd(err error) error {
	if endOfFile(err) {
		return nil
	}
	return err
}
