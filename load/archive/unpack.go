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
// root. An archive that is broken, or names what is not below its root, is an
// error; then dir may have some of its files.
func Unpack(ctx context.Context, file, dir string) (string, error) {
	f := formatOf(file)
	if f == nil {
		return "", fmt.Errorf("%s is no archive: it should end in .%s", file, strings.Join(Formats(), " or ."))
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

// top is the folder that holds the package.
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

// A strange entry is one that no dataset has.
type strange struct{ path, what string }

func (s *strange) Error() string { return fmt.Sprintf("%q %s", s.path, s.what) }

// file writes one file, which must be new.
func (t *target) file(name string, r io.Reader) error {
	clean := path.Clean(name)
	local := filepath.FromSlash(clean)
	if !filepath.IsLocal(local) || clean == "." || strings.Contains(name, `\`) {
		return &strange{name, "is not below the folder of the archive"}
	}
	if err := t.root.MkdirAll(filepath.Dir(local), 0o777); err != nil {
		return err
	}
	f, err := t.root.OpenFile(local, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, &stoppable{t.ctx, r})
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// A stoppable reader ends with its context.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}
