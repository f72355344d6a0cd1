package partfile

import (
	"encoding/binary"
	"math"
)

// A sink appends values to bytes.
type sink []byte

func (s *sink) byte(v byte)     { *s = append(*s, v) }
func (s *sink) uint(v int)      { *s = binary.AppendUvarint(*s, uint64(v)) }
func (s *sink) int(v int64)     { *s = binary.AppendVarint(*s, v) }
func (s *sink) word(v uint64)   { *s = binary.LittleEndian.AppendUint64(*s, v) }
func (s *sink) text(v string)   { s.uint(len(v)); *s = append(*s, v...) }
func (s *sink) bytes(v []byte)  { *s = append(*s, v...) }
func (s *sink) float(v float64) { s.word(math.Float64bits(v)) }

func (s *sink) bool(v bool) {
	if v {
		s.byte(1)
	} else {
		s.byte(0)
	}
}

// A feed takes the values off again. After the first that is not there, all are zero
// and damaged is set. What they take in memory is counted against room.
type feed struct {
	data    []byte
	room    int
	damaged bool
}

// defaultRoom is what the pages of one chunk may take in memory: more than a page of
// the largest size can.
const defaultRoom = min(8<<30, math.MaxInt)

func (f *feed) fail() { f.damaged, f.data = true, nil }

// claim counts n values of a size against the room and says whether they fit.
func (f *feed) claim(n, size int) bool {
	if n < 0 || f.damaged || n > f.room/max(size, 1) {
		f.fail()
		return false
	}
	f.room -= n * size
	return true
}

func (f *feed) take(n int) []byte {
	if n < 0 || n > len(f.data) {
		f.fail()
		return nil
	}
	v := f.data[:n]
	f.data = f.data[n:]
	return v
}

func (f *feed) byte() byte {
	if b := f.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (f *feed) bool() bool { return f.byte() == 1 }

func (f *feed) uint() int {
	v, n := binary.Uvarint(f.data)
	if n <= 0 || v > math.MaxInt {
		f.fail()
		return 0
	}
	f.data = f.data[n:]
	return int(v)
}

func (f *feed) int() int64 {
	v, n := binary.Varint(f.data)
	if n <= 0 {
		f.fail()
		return 0
	}
	f.data = f.data[n:]
	return v
}

func (f *feed) int32() int32 {
	v := f.int()
	if v != int64(int32(v)) {
		f.fail()
	}
	return int32(v)
}

func (f *feed) word() uint64 {
	if b := f.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (f *feed) float() float64 { return math.Float64frombits(f.word()) }

func (f *feed) text() string {
	b := f.take(f.uint())
	if !f.claim(len(b), 1) {
		return ""
	}
	return string(b)
}

// texts reads a list of texts.
func (f *feed) texts() []string { return list(f, (*feed).text) }

// list reads a count and that many values, nil for none.
func list[T any](f *feed, read func(*feed) T) []T {
	var all []T
	for range f.count() {
		all = append(all, read(f))
	}
	return all
}

// count reads the number of values that follow, each of at least a byte.
func (f *feed) count() int {
	n := f.uint()
	if n > len(f.data) {
		f.fail()
		return 0
	}
	return n
}

func (s *sink) texts(all []string) {
	s.uint(len(all))
	for _, t := range all {
		s.text(t)
	}
}
