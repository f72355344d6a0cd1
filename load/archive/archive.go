package archive

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// A Writer adds files to an archive, in the order of the calls of Add. It is an
// error if r does not have exactly size bytes. Close completes the archive; it does
// not close the underlying writer.
type Writer interface {
	Add(path string, size int64, r io.Reader) error
	Close() error
}

// A format is a kind of archive.
type format struct {
	name   string // also the ending, without its dot
	new    func(io.Writer) Writer
	unpack func(file string, to *target) error
}

var formats = []format{
	{"tar.gz", newTar, unpackTar},
	{"zip", newZip, unpackZip},
}

// Formats returns the names of the formats, the default first. A tar archive is
// compressed across files, and a dataset has many small ones that are alike; zip is
// for readers that need a single file out of many, and for systems without tar.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// New begins an archive in one of [Formats].
func New(w io.Writer, name string) (Writer, error) {
	for _, f := range formats {
		if f.name == name {
			return f.new(w), nil
		}
	}
	return nil, fmt.Errorf("archive format %q: choose from %s", name, strings.Join(Formats(), ", "))
}

// Is reports whether a file's name is that of an archive that [Unpack] can read.
func Is(file string) bool { return formatOf(file) != nil }

func formatOf(file string) *format {
	name := strings.ToLower(file)
	if before, ok := strings.CutSuffix(name, ".tgz"); ok {
		name = before + ".tar.gz"
	}
	for i, f := range formats {
		if strings.HasSuffix(name, "."+f.name) {
			return &formats[i]
		}
	}
	return nil
}

// when is the time of all entries: the first that zip files can hold.
var when = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// mode is the file mode of all entries.
const mode = 0o644

// fill copies a file whose size is known.
func fill(w io.Writer, path string, size int64, r io.Reader) error {
	n, err := io.Copy(w, r)
	if err == nil && n != size {
		err = fmt.Errorf("it has %d bytes, not %d", n, size)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
