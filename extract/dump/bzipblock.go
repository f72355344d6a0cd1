package dump

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"encoding/binary"
	"errors"
	"io"
	"sync"
)

// A bzipBlock is one compressed block of a bzip2 file.
type bzipBlock struct {
	level byte // '1' to '9', the size of blocks in its stream
	// bits has the bits after the magic of the block: length bits from bit skip on.
	bits         []byte
	skip, length int
	// last is true for the last block of a stream; sum is then the checksum of the
	// stream.
	last bool
	sum  uint32
}

// A bzipSplitter finds the blocks of a bzip2 file without decoding them. It looks for
// the magics before each block and at the end of each stream, which may begin at any
// bit.
type bzipSplitter struct {
	r      *bufio.Reader
	level  byte // 0 outside a stream
	begins bool // no magic of the stream was found yet
	some   bool // a stream was found
	block  bzipBlock
	seen   uint64 // the last bits read
}

// The magics are 48 bits.
const (
	blockBits = 0x314159265359
	endBits   = 0x177245385090
	magicMask = 1<<48 - 1
	// maxBlock is larger than any compressed block of 900 kB.
	maxBlock = 2 << 20
)

var errBzip2 = errors.New("a bzip2 block is missing")

// next returns the next block, or io.EOF after the last stream.
func (s *bzipSplitter) next() (bzipBlock, error) {
	for {
		if s.level == 0 {
			if err := s.header(); err != nil {
				return bzipBlock{}, err
			}
		}
		b, done, err := s.upToMagic()
		if err != nil {
			return bzipBlock{}, noEOF(err)
		}
		if done {
			return b, nil
		}
	}
}

// header reads the beginning of a stream.
func (s *bzipSplitter) header() error {
	var h [4]byte
	if n, err := io.ReadFull(s.r, h[:]); err != nil {
		if n == 0 && s.some {
			return err
		}
		return noEOF(err)
	}
	if string(h[:3]) != "BZh" || h[3] < '1' || h[3] > '9' {
		return errBzip2
	}
	s.level, s.begins, s.some = h[3], true, true
	s.block = bzipBlock{level: s.level}
	return nil
}

// upToMagic reads up to the next magic. done reports whether a block ends there; none
// does at the first magic of a stream.
func (s *bzipSplitter) upToMagic() (b bzipBlock, done bool, err error) {
	suspect := bzipSuspects()
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return b, false, err
		}
		s.block.bits = append(s.block.bits, c)
		s.seen = s.seen<<8 | uint64(c)
		n := len(s.block.bits)*8 - s.block.skip
		if n > maxBlock*8 || s.begins && n > 48 {
			return b, false, errBzip2
		}
		if n < 48 || !suspect[s.seen>>16&(1<<15-1)] {
			continue
		}
		for rest := 0; rest < 8 && n-rest >= 48; rest++ {
			switch s.seen >> rest & magicMask {
			case blockBits:
				b, done = s.cut(rest, n)
				return b, done, nil
			case endBits:
				b, done = s.cut(rest, n)
				b.last = true
				b.sum, err = s.end(rest, c)
				return b, done, err
			}
		}
	}
}

// cut ends the block before a magic. The last rest bits read come after the magic and
// belong to the next block.
func (s *bzipSplitter) cut(rest, n int) (b bzipBlock, done bool) {
	b, done = s.block, !s.begins
	b.length = n - rest - 48
	s.begins = false
	s.block = bzipBlock{level: s.level, bits: make([]byte, 0, len(b.bits))}
	if rest > 0 {
		s.block.bits, s.block.skip = append(s.block.bits, b.bits[len(b.bits)-1]), 8-rest
	}
	return b, done
}

// end reads the checksum at the end of a stream. Its first rest bits are the lowest
// bits of c.
func (s *bzipSplitter) end(rest int, c byte) (uint32, error) {
	s.level = 0
	word, have := uint64(c)&(1<<rest-1), rest
	for ; have < 32; have += 8 {
		next, err := s.r.ReadByte()
		if err != nil {
			return 0, err
		}
		word = word<<8 | uint64(next)
	}
	return uint32(word >> (have - 32)), nil
}

// bzipSuspects is the set of 15-bit values that contain one whole byte of a magic, at
// each of the eight bits where it may begin. Testing for them first saves nearly all
// comparisons.
var bzipSuspects = sync.OnceValue(func() *[1 << 15]bool {
	var set [1 << 15]bool
	for rest := range 8 {
		for _, magic := range []uint64{blockBits, endBits} {
			whole := magic >> 16 & 0xFF << rest
			for others := range uint64(1 << 15) {
				if others&(0xFF<<rest) == whole {
					set[others] = true
				}
			}
		}
	}
	return &set
})

// unzip decodes the block by wrapping it as a stream of its own.
func (b *bzipBlock) unzip() (text []byte, crc uint32, err error) {
	w := bitWriter{out: make([]byte, 0, b.length/8+32)}
	w.put(uint64('B')<<24|'Z'<<16|'h'<<8|uint64(b.level), 32)
	w.put48(blockBits)
	w.copy(b)
	if b.length >= 32 {
		crc = binary.BigEndian.Uint32(w.out[4+6:])
	}
	w.put48(endBits)
	w.put(uint64(crc), 32)
	w.put(0, 7)
	var out bytes.Buffer
	out.Grow(int(b.level-'0')*100_000 + bytes.MinRead)
	_, err = out.ReadFrom(bzip2.NewReader(bytes.NewReader(w.out)))
	return out.Bytes(), crc, err
}

// joined returns b and next as one block: a block was cut in two because its bits
// contain a magic by chance.
func (b *bzipBlock) joined(next *bzipBlock) *bzipBlock {
	var w bitWriter
	w.copy(b)
	w.put48(blockBits)
	w.copy(next)
	length := b.length + 48 + next.length
	w.put(0, 7)
	return &bzipBlock{level: b.level, bits: w.out, length: length, last: next.last, sum: next.sum}
}

// A bitWriter appends bits, the highest first.
type bitWriter struct {
	out  []byte
	bits uint64
	have int // number of bits not in out yet
}

// put appends the lowest n bits of v. The other bits of v must be 0, and n at most 32.
func (w *bitWriter) put(v uint64, n int) {
	w.bits, w.have = w.bits<<n|v, w.have+n
	for ; w.have >= 8; w.have -= 8 {
		w.out = append(w.out, byte(w.bits>>(w.have-8)))
	}
}

func (w *bitWriter) put48(v uint64) {
	w.put(v>>24, 24)
	w.put(v&(1<<24-1), 24)
}

// copy appends the bits of a block.
func (w *bitWriter) copy(b *bzipBlock) {
	bits, left := b.bits, b.length
	if n := min(8-b.skip, left); b.skip > 0 && n > 0 {
		w.put(uint64(bits[0])>>(8-b.skip-n)&(1<<n-1), n)
		bits, left = bits[1:], left-n
	}
	for ; left >= 8; left -= 8 {
		w.put(uint64(bits[0]), 8)
		bits = bits[1:]
	}
	if left > 0 {
		w.put(uint64(bits[0])>>(8-left), left)
	}
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
