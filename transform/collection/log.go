package collection

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/tidywiki/tidywiki/internal/spill"
)

// logSize is how many bytes a log keeps in memory before it writes them to its file.
const logSize = 1 << 20

// A log keeps pieces of bytes one after another: in memory, or in a temporary file where
// they are many.
type log struct {
	file spill.File
	buf  []byte
	end  int64 // of all pieces
}

// add appends a piece and returns where it begins.
func (l *log) add(piece []byte) (at int64, err error) {
	at = l.end
	l.buf = append(l.buf, piece...)
	l.end += int64(len(piece))
	if len(l.buf) >= logSize {
		err = l.flush()
	}
	return at, err
}

func (l *log) flush() error {
	l.file.Name = "tidywiki-collections-"
	_, err := l.file.Append(l.buf)
	l.buf = l.buf[:0]
	return err
}

// reader returns all pieces, of which no more follow.
func (l *log) reader() (*io.SectionReader, error) {
	if !l.file.Used() {
		return io.NewSectionReader(bytes.NewReader(l.buf), 0, l.end), nil
	}
	if err := l.flush(); err != nil {
		return nil, err
	}
	return l.file.Section(0, l.end), nil
}

func appendText(to []byte, text string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(text))), text...)
}

func appendInt(to []byte, n int) []byte { return binary.AppendVarint(to, int64(n)) }

// A byteReader reads what appendText and appendInt wrote. err is its first error.
type byteReader struct {
	from interface {
		io.Reader
		io.ByteReader
	}
	err error
}

func (r *byteReader) int() int {
	n, err := binary.ReadVarint(r.from)
	r.fail(err)
	return int(n)
}

func (r *byteReader) text() string {
	n, err := binary.ReadUvarint(r.from)
	if r.fail(err); r.err != nil {
		return ""
	}
	text := make([]byte, n)
	_, err = io.ReadFull(r.from, text)
	r.fail(err)
	return string(text)
}

func (r *byteReader) fail(err error) {
	if r.err == nil && err != nil {
		r.err = fmt.Errorf("the temporary file of collections cannot be read: %w", err)
	}
}
