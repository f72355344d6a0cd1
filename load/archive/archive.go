package archive

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// A Writer packs files. Add must be called for each in the order wanted; size is
// what r has to hold, in bytes, and another is an error. Close completes the
// archive and leaves the file below it open.
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

// Formats are the names of the formats, the default first. Tar compresses across
// files, of which a dataset has many small ones that are alike; zip is for readers
// that want one file of many, and for systems without tar.
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

// Is says whether a file's name is that of an archive, which Unpack can read.
func Is(file string) bool { return formatOf(file) != nil }

func formatOf(file string) *format {
	name := strings.ToLower(file)
	if strings.HasSuffix(name, ".tgz") {
		name = strings.TrimSuffix(name, ".tgz") + ".tar.gz"
	}
	for i, f := range formats {
		if strings.HasSuffix(name, "."+f.name) {
			return &formats[i]
		}
	}
	return nil
}

// when is the time of all entries: the first that zip files can tell.
var when = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// mode is that of all entries.
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
