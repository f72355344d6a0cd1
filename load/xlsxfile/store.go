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

// A piece is a part of a file of the workbook, compressed independently of the others.
// Pieces can be joined: each ends at a byte, and refers to nothing before it.
type piece struct {
	crc    uint32
	size   int64  // before compression
	packed int    // after compression
	data   []byte // nil if it is in the store's file
	off    int64
}

// level is the level of deflate: the fastest that compresses rows of cells as well as the
// default level does.
const level = 5

// packers are reused: making one takes longer than compressing a small table.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, level)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// pack compresses a text into buf.
func pack(buf *bytes.Buffer, text []byte) piece {
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	w.Reset(buf)
	w.Write(text) // a buffer takes everything
	w.Flush()
	return piece{crc: crc32.ChecksumIEEE(text), size: int64(len(text)), packed: buf.Len()}
}

// packed compresses a text into memory.
func packed(text []byte) piece {
	var buf bytes.Buffer
	p := pack(&buf, text)
	p.data = buf.Bytes()
	return p
}

// maxMemory is how many bytes of compressed rows a store keeps in memory.
const maxMemory = 16 << 20

// tempName is the beginning of the names of temporary files.
const tempName = "tidywiki-xlsx-"

// A store holds the compressed rows of a workbook until it is written: the first ones in
// memory, the others in a temporary file.
type store struct {
	dir  string
	most int // bytes in memory; 0 for maxMemory
	held int
	buf  bytes.Buffer
	file *os.File
	end  int64
}

// put compresses a text and keeps it.
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
		return p, fmt.Errorf("cannot write rows to a temporary file: %w: set TMPDIR to a folder with more space", err)
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
		// Where open files can be removed, it disappears even if the process is killed.
		os.Remove(f.Name())
		s.file = f
	}
	_, err := s.file.Write(s.buf.Bytes())
	return err
}

// copyTo writes a piece to w.
func (s *store) copyTo(w io.Writer, p piece) error {
	if p.data != nil {
		_, err := w.Write(p.data)
		return err
	}
	_, err := io.Copy(w, io.NewSectionReader(s.file, p.off, int64(p.packed)))
	return err
}

// close empties the store and removes its file.
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
