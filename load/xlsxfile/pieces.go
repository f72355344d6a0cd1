package xlsxfile

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"sync"

	"github.com/klauspost/compress/flate"
)

// A piece is a part of a file of the workbook, packed by itself. Pieces may be
// joined: each ends at a byte, and refers to nothing before it.
type piece struct {
	crc    uint32
	size   int64  // before packing
	packed int    // after
	data   []byte // nil if it is in the store's file
	off    int64
}

// level is that of deflate: the fastest that packs rows of cells as well as the
// default one does.
const level = 5

// packers are used again: making one takes longer than packing a small table.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, level)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// pack packs a text into buf.
func pack(buf *bytes.Buffer, text []byte) piece {
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	w.Reset(buf)
	w.Write(text) // a buffer takes everything
	w.Flush()
	return piece{crc: crc32.ChecksumIEEE(text), size: int64(len(text)), packed: buf.Len()}
}

// packed packs a text into memory.
func packed(text []byte) piece {
	var buf bytes.Buffer
	p := pack(&buf, text)
	p.data = buf.Bytes()
	return p
}

// maxMemory is how much of packed rows a store keeps in memory.
const maxMemory = 16 << 20

// tempName begins the names of temporary files.
const tempName = "tidywiki-xlsx-"

// A store holds the packed rows of a workbook until it is written: the first in
// memory, the others in a temporary file.
type store struct {
	dir  string
	most int // bytes in memory; 0 for maxMemory
	held int
	buf  bytes.Buffer
	file *os.File
	end  int64
}

// put packs a text.
func (s *store) put(text []byte) (piece, error) {
	s.buf.Reset()
	p := pack(&s.buf, text)
	most := s.most
	if most == 0 {
		most = maxMemory
	}
	if s.held+p.packed <= most {
		s.held += p.packed
		p.data = bytes.Clone(s.buf.Bytes())
		return p, nil
	}
	if err := s.spill(); err != nil {
		return p, fmt.Errorf("rows wait in a temporary file, which cannot be written: %w (TMPDIR names a folder with more room)", err)
	}
	p.off = s.end
	s.end += int64(p.packed)
	return p, nil
}

// spill adds what is in the buffer to the temporary file.
func (s *store) spill() error {
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, tempName)
		if err != nil {
			return err
		}
		// Where an open file can be removed, it vanishes even if we are killed.
		os.Remove(f.Name())
		s.file = f
	}
	_, err := s.file.Write(s.buf.Bytes())
	return err
}

// copyTo writes a packed piece.
func (s *store) copyTo(w io.Writer, p piece) error {
	if p.data != nil {
		_, err := w.Write(p.data)
		return err
	}
	_, err := io.Copy(w, io.NewSectionReader(s.file, p.off, int64(p.packed)))
	return err
}

// close removes what is held. The store is empty then.
func (s *store) close() error {
	f := s.file
	*s = store{dir: s.dir, most: s.most}
	if f == nil {
		return nil
	}
	err := f.Close()
	os.Remove(f.Name())
	return err
}
