package parts

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteFile makes a file of what write writes: whole, and safe from a crash of the
// machine, or not at all.
func WriteFile(path string, write func(io.Writer) error) error {
	f, err := createBeside(path)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, bare(err))
	}
	defer os.Remove(f.Name()) // which fails once it is renamed
	buf := bufio.NewWriterSize(f, 64<<10)
	if err = write(buf); err == nil {
		err = buf.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, bare(err))
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// tempExt ends the names of files that are not complete.
const tempExt = ".tmp"

// createBeside makes a hidden file beside path, with the rights that files have here.
func createBeside(path string) (*os.File, error) {
	var tag [4]byte
	rand.Read(tag[:])
	name := fmt.Sprintf(".%s-%x%s", filepath.Base(path), tag, tempExt)
	return os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// syncFolder makes a renamed file last. Systems that cannot do it need not.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// bare takes the name of a temporary file, which nobody knows, off an error.
func bare(err error) error {
	switch e := err.(type) {
	case *os.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
