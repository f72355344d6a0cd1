package validate

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A root is the folder of a package. Nothing outside of it can be opened, by no
// path and through no link.
type root struct{ dir *os.Root }

// openRoot returns the folder and the name of the description in it. place is
// either the folder or the description itself.
func openRoot(place string) (*root, string, error) {
	name := datapackage.Name
	info, err := os.Stat(place)
	if err != nil {
		return nil, "", err
	}
	if !info.IsDir() {
		place, name = split(place)
	}
	dir, err := os.OpenRoot(place)
	if err != nil {
		return nil, "", err
	}
	return &root{dir}, name, nil
}

func split(file string) (dir, name string) {
	i := strings.LastIndexFunc(file, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(byte(r)) })
	if i < 0 {
		return ".", file
	}
	return file[:i+1], file[i+1:]
}

// open opens a file. The path must be a safe one.
func (r *root) open(p string) (*os.File, fs.FileInfo, error) {
	f, err := r.dir.Open(path.Clean(p))
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("is not a file")
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// maxText is how large descriptions and lists of sums may be, which are read whole.
const maxText = 256 << 20

func (r *root) readFile(p string) ([]byte, error) {
	f, info, err := r.open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info.Size() > maxText {
		return nil, errors.New("is too large")
	}
	return io.ReadAll(f)
}

// readText is readFile with errors that tell what is wrong without the path.
func (r *root) readText(p string) ([]byte, error) {
	data, err := r.readFile(p)
	if err != nil {
		err = errors.New(cause(err))
	}
	return data, err
}

// A digest is the size and the checksum of a file.
type digest struct {
	bytes  int64
	sha256 string
}

func (r *root) digest(p string) (digest, error) {
	f, _, err := r.open(p)
	if err != nil {
		return digest{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return digest{n, hex.EncodeToString(h.Sum(nil))}, err
}

// cause is what is wrong with a file, without its path.
func cause(err error) string {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "is missing"
	case errors.As(err, &pe):
		return "cannot be read: " + pe.Err.Error()
	}
	return err.Error()
}
