package dump

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"sync/atomic"

	"github.com/klauspost/compress/zstd"

	"github.com/tidywiki/tidywiki/internal/spill"
)

// A textStore holds texts by their names: compressed in blocks of some texts, in
// memory as long as they are not many, then in a temporary file. Texts are all added
// before the first is asked for. Of two of one name the first is kept.
type textStore struct {
	seed   maphash.Seed
	index  map[uint64]textPlace
	open   []byte // the block being filled
	blocks []spill.Piece
	packed spill.Store // of the blocks
	enc    *zstd.Encoder
	dec    *zstd.Decoder
	cache  [cachedBlocks]atomic.Pointer[openBlock]
}

// A textPlace is the location of an entry: the length of a name, the name, and the text.
type textPlace struct{ block, at, size uint32 }

type openBlock struct {
	block uint32
	data  []byte
}

const (
	// blockSize is how many bytes of text make a block, memoryBlocks how many bytes of
	// blocks are kept in memory, cachedBlocks how many blocks are kept as text.
	blockSize    = 128 << 10
	memoryBlocks = 64 << 20
	cachedBlocks = 64
)

func (s *textStore) len() int { return len(s.index) }

func (s *textStore) add(name string, text []byte) error {
	if s.index == nil {
		s.index, s.seed = map[uint64]textPlace{}, maphash.MakeSeed()
	}
	key := maphash.String(s.seed, name)
	if _, taken := s.index[key]; taken {
		return nil
	}
	at := len(s.open)
	s.open = binary.AppendUvarint(s.open, uint64(len(name)))
	s.open = append(append(s.open, name...), text...)
	s.index[key] = textPlace{uint32(len(s.blocks)), uint32(at), uint32(len(s.open) - at)}
	if len(s.open) >= blockSize {
		return s.seal()
	}
	return nil
}

// seal compresses the block that has been filled.
func (s *textStore) seal() error {
	if s.enc == nil {
		var err error
		if s.enc, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest)); err != nil {
			return err
		}
	}
	if s.packed.Limit == 0 {
		s.packed.Name, s.packed.Limit = "tidywiki-templates-", memoryBlocks
	}
	b, err := s.packed.Put(s.enc.EncodeAll(s.open, nil))
	if err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	s.open = s.open[:0]
	s.blocks = append(s.blocks, b)
	return nil
}

// get returns a text. One that cannot be read back is none.
func (s *textStore) get(name string) (string, bool) {
	p, ok := s.index[maphash.String(s.seed, name)]
	if !ok {
		return "", false
	}
	block, err := s.block(p.block)
	if err != nil || int(p.at)+int(p.size) > len(block) {
		return "", false
	}
	entry := block[p.at : p.at+p.size]
	n, width := binary.Uvarint(entry)
	entry = entry[width:]
	if string(entry[:n]) != name {
		return "", false
	}
	return string(entry[n:]), true
}

// block returns a block as text.
func (s *textStore) block(i uint32) ([]byte, error) {
	if int(i) == len(s.blocks) {
		return s.open, nil
	}
	slot := &s.cache[i%cachedBlocks]
	if b := slot.Load(); b != nil && b.block == i {
		return b.data, nil
	}
	data, err := s.packed.Get(s.blocks[i])
	if err != nil {
		return nil, err
	}
	text, err := s.dec.DecodeAll(data, make([]byte, 0, blockSize+blockSize/2))
	if err != nil {
		return nil, err
	}
	slot.Store(&openBlock{i, text})
	return text, nil
}

// ready is called once all texts are added.
func (s *textStore) ready() (err error) {
	if s.index == nil {
		s.index, s.seed = map[uint64]textPlace{}, maphash.MakeSeed()
	}
	s.enc = nil
	s.dec, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0))
	return err
}

func (s *textStore) close() error {
	if s.dec != nil {
		s.dec.Close()
	}
	return s.packed.Close()
}
