package archive

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Unpack writes the files of an archive into dir, an empty folder, and returns the
// folder of the package in it: dir, or the only folder that the archive has in its
// root. It is an error if the archive is damaged or has an entry outside of its
// root; then dir may have some of its files.
func Unpack(ctx context.Context, file, dir string) (string, error) {
	f := formatOf(file)
	if f == nil {
		return "", fmt.Errorf("%s is not an archive: its name must end in .%s", file, strings.Join(Formats(), " or ."))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	if err := f.unpack(file, &target{ctx, root}); err != nil {
		return "", fmt.Errorf("archive %s: %w", file, err)
	}
	return top(dir)
}

// top returns the folder that holds the package.
func top(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) == 1 && entries[0].IsDir() {
		dir = filepath.Join(dir, entries[0].Name())
	}
	return dir, err
}

// A target is the folder that an archive is unpacked into.
type target struct {
	ctx  context.Context
	root *os.Root
}

// An invalid entry is one that no dataset has.
type invalid struct{ path, what string }

func (e *invalid) Error() string { return fmt.Sprintf("%q %s", e.path, e.what) }

// file writes a file, which must not exist.
func (t *target) file(name string, r io.Reader) error {
	clean := path.Clean(name)
	local := filepath.FromSlash(clean)
	if !filepath.IsLocal(local) || clean == "." || strings.Contains(name, `\`) {
		return &invalid{name, "is not below the folder of the archive"}
	}
	if err := t.root.MkdirAll(filepath.Dir(local), 0o777); err != nil {
		return err
	}
	f, err := t.root.OpenFile(local, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, &contextReader{t.ctx, r})
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// A contextReader ends with its context.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (s *contextReader) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}
