package read

import (
	"io"
	"os"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/codec"
)

// A textFile is a file of text, which may be packed.
type textFile struct {
	file   *os.File
	packed load.Compression
	plain  io.ReadCloser
}

func openText(f *os.File, packed load.Compression) (*textFile, error) {
	t := &textFile{file: f, packed: packed}
	var err error
	t.plain, err = codec.NewReader(packed, f)
	return t, err
}

// Read implements [io.Reader].
func (t *textFile) Read(p []byte) (int, error) { return t.plain.Read(p) }

// rewind goes back to the beginning of the text.
func (t *textFile) rewind() error {
	if _, err := t.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	err := t.plain.Close()
	if err == nil {
		t.plain, err = codec.NewReader(t.packed, t.file)
	}
	return err
}

// Close releases what unpacking holds. The file stays open.
func (t *textFile) Close() error { return t.plain.Close() }
