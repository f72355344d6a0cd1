package partfile

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// chunkSize is how many bytes of pages, before compression, are gathered: enough to
// compress well, few enough that one page can be had alone.
const chunkSize = 512 << 10

// A Writer writes a file. It holds one chunk, and some dozens of bytes a page for the
// index.
type Writer struct {
	to     io.Writer
	sum    hash.Hash
	offset int64
	index  []Entry
	chunk  encoder
	pages  int // in the chunk
	shared []*dataset.Schema
	packed []byte // memory of the chunk before
	err    error
}

// NewWriter begins a file with a header of the caller's. An error of writing is also
// one of every later call.
func NewWriter(to io.Writer, header []byte) (*Writer, error) {
	w := &Writer{to: to, sum: sha256.New()}
	w.write([]byte(mark))
	w.frame(headerFrame, header)
	return w, w.err
}

// Add adds a page, which is not retained.
func (w *Writer) Add(p *Page) error {
	w.index = append(w.index, Entry{Name: p.Name, Sum: p.Sum, Chunk: w.offset, Place: w.pages})
	w.chunk.page(p, &w.shared)
	if w.pages++; len(w.chunk) >= chunkSize {
		w.flush()
	}
	return w.err
}

// Close completes the file with a summary of the caller's. It does not close what is
// written to.
func (w *Writer) Close(summary []byte) error {
	w.flush()
	var end encoder
	end.text(string(summary))
	end.uint(len(w.index))
	for i := range w.index {
		e := &w.index[i]
		end.text(e.Name)
		end.bytes(e.Sum[:])
		end.uint(int(e.Chunk))
		end.uint(e.Place)
	}
	w.frame(endFrame, pack(nil, end))
	w.write(w.Sum())
	return w.err
}

// Sum is the SHA-256 of all that was written.
func (w *Writer) Sum() []byte { return w.sum.Sum(nil) }

// flush writes the chunk that was gathered.
func (w *Writer) flush() {
	if w.pages == 0 {
		return
	}
	w.packed = pack(w.packed[:0], w.chunk)
	w.frame(chunkFrame, w.packed)
	w.chunk, w.pages, w.shared = w.chunk[:0], 0, nil
}

func (w *Writer) frame(kind byte, payload []byte) {
	head := binary.LittleEndian.AppendUint64([]byte{kind}, uint64(len(payload)))
	w.write(head)
	w.write(payload)
}

func (w *Writer) write(b []byte) {
	if w.err != nil {
		return
	}
	w.sum.Write(b)
	w.offset += int64(len(b))
	if _, err := w.to.Write(b); err != nil {
		w.err = fmt.Errorf("part: %w", err)
	}
}
