package partfile

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// ErrDamaged is the cause of any error of a file that is not as it was written: cut
// off, changed, or not made by this package.
var ErrDamaged = errors.New("not a whole part file")

// A Reader reads a file. It holds the header and the summary; the pages stay where
// they are. Several goroutines may use it at once.
type Reader struct {
	from            io.ReaderAt
	header, summary []byte
	pages           int
	end             int64 // offset of the last frame
}

// Open reads all of a file of that size to verify its checksum, and keeps from, which
// must not change, to read its pages from. The error of a file that is not whole is
// [ErrDamaged].
func Open(from io.ReaderAt, size int64) (*Reader, error) {
	r := &Reader{from: from}
	if err := r.open(size); err != nil {
		return nil, err
	}
	return r, nil
}

func (r *Reader) open(size int64) error {
	body := size - sha256.Size
	if body < int64(len(mark))+2*frameHead {
		return ErrDamaged
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(r.from, 0, body)); err != nil {
		return fmt.Errorf("part: %w", err)
	}
	var want [sha256.Size]byte
	if err := r.read(want[:], body); err != nil {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), want[:]) {
		return ErrDamaged
	}
	return r.frames(body)
}

// frames finds the header and the end.
func (r *Reader) frames(body int64) error {
	begin := make([]byte, len(mark))
	if err := r.read(begin, 0); err != nil {
		return err
	}
	if string(begin) != mark {
		return fmt.Errorf("%w: another version of the format", ErrDamaged)
	}
	for at := int64(len(mark)); at < body; {
		kind, size, err := r.head(at, body)
		if err != nil {
			return err
		}
		switch kind {
		case headerFrame:
			if r.header, err = r.payload(at, size); err != nil {
				return err
			}
		case endFrame:
			r.end = at
			f, err := r.last()
			r.summary, r.pages = []byte(f.text()), f.count()
			if f.damaged {
				return ErrDamaged
			}
			return err
		}
		at += frameHead + size
	}
	return ErrDamaged
}

// last reads the last frame.
func (r *Reader) last() (*decoder, error) {
	data, err := r.expand(r.end, endFrame)
	return &decoder{data: data, limit: defaultLimit}, err
}

// head reads the beginning of a frame that ends before body.
func (r *Reader) head(at, body int64) (kind byte, size int64, err error) {
	var head [frameHead]byte
	if err := r.read(head[:], at); err != nil {
		return 0, 0, err
	}
	n := binary.LittleEndian.Uint64(head[1:])
	if n > uint64(max(body-at-frameHead, 0)) {
		return 0, 0, ErrDamaged
	}
	return head[0], int64(n), nil
}

// payload reads what a frame holds. It grows with what is there, not with what the
// frame says.
func (r *Reader) payload(at, size int64) ([]byte, error) {
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(io.NewSectionReader(r.from, at+frameHead, size)); err != nil {
		return nil, fmt.Errorf("part: %w", err)
	}
	return buf.Bytes(), nil
}

// expand reads a compressed frame of a kind.
func (r *Reader) expand(at int64, want byte) ([]byte, error) {
	kind, size, err := r.head(at, math.MaxInt64)
	if err != nil {
		return nil, err
	}
	packed, err := r.payload(at, size)
	if err != nil {
		return nil, err
	}
	data, whole := unpack(packed)
	if kind != want || !whole {
		return nil, ErrDamaged
	}
	return data, nil
}

// read fills b from an offset.
func (r *Reader) read(b []byte, at int64) error {
	switch n, err := r.from.ReadAt(b, at); {
	case n == len(b):
		return nil
	case err == io.EOF:
		return ErrDamaged
	default:
		return fmt.Errorf("part: %w", err)
	}
}

// Header and Summary are what the caller gave to the writer.
func (r *Reader) Header() []byte  { return r.header }
func (r *Reader) Summary() []byte { return r.summary }

// Len is the number of pages.
func (r *Reader) Len() int { return r.pages }

// Index returns an entry for each page, in their order. The reader does not keep it.
func (r *Reader) Index() ([]Entry, error) {
	f, err := r.last()
	if err != nil {
		return nil, err
	}
	f.text()
	index := list(f, func(d *decoder) Entry {
		e := Entry{Name: d.text()}
		copy(e.Sum[:], d.take(len(e.Sum)))
		e.Chunk, e.Place = int64(d.uint()), d.uint()
		return e
	})
	if f.damaged {
		return nil, ErrDamaged
	}
	return index, nil
}

// Chunk reads the pages that were compressed together, from the offset an [Entry]
// has. They are the caller's own.
func (r *Reader) Chunk(at int64) ([]*Page, error) {
	data, err := r.expand(at, chunkFrame)
	if err != nil {
		return nil, err
	}
	return decode(&decoder{data: data, limit: defaultLimit})
}

// Pages reads all pages in their order, a chunk at a time.
func (r *Reader) Pages() iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		for at := int64(len(mark)); at < r.end; {
			kind, size, err := r.head(at, r.end)
			if err != nil {
				yield(nil, err)
				return
			}
			if kind == chunkFrame {
				pages, err := r.Chunk(at)
				if err != nil {
					yield(nil, err)
					return
				}
				for _, p := range pages {
					if !yield(p, nil) {
						return
					}
				}
			}
			at += frameHead + size
		}
	}
}

// decode reads the pages of a chunk.
func decode(d *decoder) ([]*Page, error) {
	var pages []*Page
	var shared []*dataset.Schema
	for len(d.data) > 0 {
		pages = append(pages, d.page(&shared))
	}
	if d.damaged {
		return nil, ErrDamaged
	}
	return pages, nil
}
