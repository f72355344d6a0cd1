package xlsxfile

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/flate"

	"github.com/tidywiki/tidywiki/internal/spill"
)

// A piece is a part of a file of the workbook, compressed independently of the others.
// Pieces can be joined: each ends at a byte, and refers to nothing before it.
type piece struct {
	spill.Piece
	crc  uint32
	size int64 // before compression
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
	return piece{crc: crc32.ChecksumIEEE(text), size: int64(len(text))}
}

// packed compresses a text into memory.
func packed(text []byte) piece {
	var buf bytes.Buffer
	p := pack(&buf, text)
	p.Piece = spill.InMemory(buf.Bytes())
	return p
}

// maxMemory is how many bytes of compressed rows a store keeps in memory.
const maxMemory = 16 << 20

// A store holds the compressed rows of a workbook until it is written: the first in
// memory, the others in a temporary file.
type store struct {
	spill.Store
	buf bytes.Buffer
}

func newStore(dir string) store {
	return store{Store: spill.Store{Dir: dir}}
}

// put compresses and keeps a text.
func (s *store) put(text []byte) (p piece, err error) {
	if s.Limit == 0 {
		s.Name, s.Limit = "tidywiki-xlsx-", maxMemory
	}
	s.buf.Reset()
	p = pack(&s.buf, text)
	if p.Piece, err = s.Put(s.buf.Bytes()); err != nil {
		return p, fmt.Errorf("rows that wait for the workbook: %w", err)
	}
	return p, nil
}
