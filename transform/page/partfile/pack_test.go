package partfile

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/klauspost/compress/s2"
)

func TestPack(t *testing.T) {
	noise := make([]byte, 3*pieceSize+1)
	for i, x := 0, uint32(1); i < len(noise); i++ {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	for _, data := range [][]byte{nil, []byte("a"), bytes.Repeat([]byte("rivers "), 100_000),
		noise[:pieceSize-1], noise[:pieceSize], noise[:pieceSize+1], noise} {
		packed := pack([]byte("before"), data)
		if !bytes.HasPrefix(packed, []byte("before")) {
			t.Fatal("what stood before is lost")
		}
		got, ok := unpack(packed[len("before"):])
		if !ok || !bytes.Equal(got, data) {
			t.Errorf("%d bytes came back as %d, whole %v", len(data), len(got), ok)
		}
	}
}

func TestUnpackDamaged(t *testing.T) {
	block := func(b []byte) []byte { return append(binary.LittleEndian.AppendUint32(nil, uint32(len(b))), b...) }
	for name, packed := range map[string][]byte{
		"no length":       {1, 0, 0},
		"longer than all": {9, 0, 0, 0, 1},
		"no block":        {0, 0, 0, 0},
		"large piece":     block(s2.EncodeSnappy(nil, make([]byte, pieceSize+1))),
		"huge piece":      block([]byte{0xff, 0xff, 0xff, 0xff, 0x0f}),
		"too short":       block([]byte{5, 0, 'a'}),
		"second cut off":  append(pack(nil, []byte("whole")), 3, 0),
	} {
		if got, ok := unpack(packed); ok {
			t.Errorf("%s: gives %q", name, got)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(pack(nil, []byte("rivers rivers rivers rivers")))
	f.Add([]byte{3, 0, 0, 0, 5, 0, 'a'})
	f.Fuzz(func(t *testing.T, data []byte) {
		unpack(data) // whatever it is: no panic
		if got, ok := unpack(pack(nil, data)); !ok || !bytes.Equal(got, data) {
			t.Errorf("%d bytes came back as %d", len(data), len(got))
		}
	})
}
