package partfile

import (
	"encoding/binary"
	"slices"

	"github.com/klauspost/compress/s2"
)

// pieceSize is how much is compressed at a time: what a damaged length can ask for when
// it is read again, too.
const pieceSize = 128 << 10

// pack appends data compressed: pieces, each a block of Snappy behind its length in four
// bytes, little-endian. Most parts are written and never read, so speed counts for more
// than size: zstd at its fastest takes two and a half times as long for three quarters of
// the bytes.
func pack(to, data []byte) []byte {
	for piece := range slices.Chunk(data, pieceSize) {
		at := len(to) + 4
		to = slices.Grow(to, 4+s2.MaxEncodedLen(len(piece)))
		block := s2.EncodeSnappy(to[at:cap(to)], piece)
		to = binary.LittleEndian.AppendUint32(to, uint32(len(block)))
		to = to[:at+len(block)]
	}
	return to
}

// unpack returns what was packed; false if it is damaged.
func unpack(packed []byte) ([]byte, bool) {
	var data []byte
	for len(packed) > 0 {
		if len(packed) < 4 {
			return nil, false
		}
		size := int64(binary.LittleEndian.Uint32(packed))
		if packed = packed[4:]; size > int64(len(packed)) {
			return nil, false
		}
		n, err := s2.DecodedLen(packed[:size])
		if err != nil || n > pieceSize || len(data)+n > defaultLimit {
			return nil, false
		}
		data = slices.Grow(data, n)
		piece, err := s2.Decode(data[len(data):len(data)+n], packed[:size])
		if err != nil {
			return nil, false
		}
		data, packed = data[:len(data)+len(piece)], packed[size:]
	}
	return data, true
}
