package partfile

import (
	"encoding/binary"
	"math"
)

// An encoder appends values to bytes.
type encoder []byte

func (s *encoder) byte(v byte)     { *s = append(*s, v) }
func (s *encoder) uint(v int)      { *s = binary.AppendUvarint(*s, uint64(v)) }
func (s *encoder) int(v int64)     { *s = binary.AppendVarint(*s, v) }
func (s *encoder) word(v uint64)   { *s = binary.LittleEndian.AppendUint64(*s, v) }
func (s *encoder) text(v string)   { s.uint(len(v)); *s = append(*s, v...) }
func (s *encoder) bytes(v []byte)  { *s = append(*s, v...) }
func (s *encoder) float(v float64) { s.word(math.Float64bits(v)) }

func (s *encoder) bool(v bool) {
	if v {
		s.byte(1)
	} else {
		s.byte(0)
	}
}

// A decoder reads the values again. After the first that is missing, all are zero and
// damaged is set. The memory that they may still take is limit.
type decoder struct {
	data    []byte
	limit   int
	damaged bool
}

// defaultLimit is what the pages of one chunk may take in memory: more than a page of
// the largest size can.
const defaultLimit = min(8<<30, math.MaxInt)

func (d *decoder) fail() { d.damaged, d.data = true, nil }

// claim counts n values of a size against the limit and reports whether they fit.
func (d *decoder) claim(n, size int) bool {
	if n < 0 || d.damaged || n > d.limit/max(size, 1) {
		d.fail()
		return false
	}
	d.limit -= n * size
	return true
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.data) {
		d.fail()
		return nil
	}
	v := d.data[:n]
	d.data = d.data[n:]
	return v
}

func (d *decoder) byte() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *decoder) bool() bool { return d.byte() == 1 }

func (d *decoder) uint() int {
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > math.MaxInt {
		d.fail()
		return 0
	}
	d.data = d.data[n:]
	return int(v)
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.data)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.data = d.data[n:]
	return v
}

func (d *decoder) int32() int32 {
	v := d.int()
	if v != int64(int32(v)) {
		d.fail()
	}
	return int32(v)
}

func (d *decoder) word() uint64 {
	if b := d.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (d *decoder) float() float64 { return math.Float64frombits(d.word()) }

func (d *decoder) text() string {
	b := d.take(d.uint())
	if !d.claim(len(b), 1) {
		return ""
	}
	return string(b)
}

// texts reads a list of texts.
func (d *decoder) texts() []string { return list(d, (*decoder).text) }

// list reads a count and that many values, nil for none.
func list[T any](d *decoder, read func(*decoder) T) []T {
	var all []T
	for range d.count() {
		all = append(all, read(d))
	}
	return all
}

// count reads the number of values that follow, each of at least a byte.
func (d *decoder) count() int {
	n := d.uint()
	if n > len(d.data) {
		d.fail()
		return 0
	}
	return n
}

func (s *encoder) texts(all []string) {
	s.uint(len(all))
	for _, t := range all {
		s.text(t)
	}
}
