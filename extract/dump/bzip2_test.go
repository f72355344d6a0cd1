package dump

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// bzip2Stream compresses a text as one stream of blocks of about size bytes. It is a
// minimal encoder: the codes of a block have nearly the same length.
func bzip2Stream(text []byte, size int) []byte {
	w := &testWriter{}
	w.text("BZh9")
	var stream uint32
	for len(text) > 0 {
		block := text[:min(size, len(text))]
		text = text[len(block):]
		crc := bzip2CRC(block)
		stream = bits.RotateLeft32(stream, 1) ^ crc
		w.text(blockMagic)
		w.bits(uint64(crc), 32)
		w.block(block)
	}
	w.text(endMagic)
	w.bits(uint64(stream), 32)
	w.bits(0, 7) // up to a whole byte
	return w.out
}

// A testWriter writes bits.
type testWriter struct{ bitWriter }

func (w *testWriter) bits(v uint64, n int) { w.put(v, n) }

func (w *testWriter) text(s string) {
	for _, c := range []byte(s) {
		w.put(uint64(c), 8)
	}
}

func bzip2CRC(text []byte) uint32 {
	crc := ^uint32(0)
	for _, c := range text {
		crc ^= uint32(c) << 24
		for range 8 {
			crc = crc<<1 ^ 0x04C11DB7&-(crc>>31)
		}
	}
	return ^crc
}

// block writes what follows the checksum of a block.
func (w *testWriter) block(text []byte) {
	sorted, origin := burrowsWheeler(runLengths(text))
	w.bits(0, 1)
	w.bits(uint64(origin), 24)
	var used [256]bool
	for _, c := range sorted {
		used[c] = true
	}
	alphabet := w.alphabet(&used)
	symbols := moveToFront(sorted, alphabet)
	// Codes of two lengths, the first ones shorter, leave no code unused. The standard
	// library accepts no other codes.
	n := len(alphabet) + 2
	length := bits.Len(uint(n - 1))
	short := 1<<length - n
	w.bits(2, 3) // trees
	selectors := (len(symbols) + 49) / 50
	w.bits(uint64(selectors), 15)
	for range selectors {
		w.bits(0, 1)
	}
	for range 2 {
		first := length
		if short > 0 {
			first--
		}
		w.bits(uint64(first), 5)
		for s := range n {
			if s == short && short > 0 {
				w.bits(0b10, 2) // one more
			}
			w.bits(0, 1)
		}
	}
	for _, s := range symbols {
		if s < short {
			w.bits(uint64(s), length-1)
		} else {
			w.bits(uint64(s+short), length)
		}
	}
}

func (w *testWriter) alphabet(used *[256]bool) (alphabet []byte) {
	var groups uint64
	for c, u := range used {
		if u {
			alphabet = append(alphabet, byte(c))
			groups |= 1 << (15 - c/16)
		}
	}
	w.bits(groups, 16)
	for g := range 16 {
		if groups>>(15-g)&1 == 0 {
			continue
		}
		for _, u := range used[g*16 : g*16+16] {
			if u {
				w.bits(1, 1)
			} else {
				w.bits(0, 1)
			}
		}
	}
	return alphabet
}

// runLengths writes the number of further repetitions after each run of four bytes.
func runLengths(text []byte) (out []byte) {
	for i := 0; i < len(text); {
		n := 1
		for i+n < len(text) && text[i+n] == text[i] && n < 4+255 {
			n++
		}
		out = append(out, bytes.Repeat(text[i:i+1], min(n, 4))...)
		if n >= 4 {
			out = append(out, byte(n-4))
		}
		i += n
	}
	return out
}

func burrowsWheeler(text []byte) (last []byte, origin int) {
	twice := append(slices.Clone(text), text...)
	order := make([]int, len(text))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(twice[a:a+len(text)], twice[b:b+len(text)]) })
	for i, at := range order {
		if at == 0 {
			origin = i
		}
		last = append(last, twice[at+len(text)-1])
	}
	return last, origin
}

// moveToFront returns the symbols of a block: two for runs of zeros in bijective base
// 2, ranks from 2, and one for the end.
func moveToFront(text, alphabet []byte) (symbols []int) {
	zeros := 0
	flush := func() {
		for ; zeros > 0; zeros = (zeros - 1) / 2 {
			symbols = append(symbols, (zeros-1)%2)
		}
	}
	list := slices.Clone(alphabet)
	for _, c := range text {
		at := bytes.IndexByte(list, c)
		if at == 0 {
			zeros++
			continue
		}
		flush()
		symbols = append(symbols, at+1)
		copy(list[1:], list[:at])
		list[0] = c
	}
	flush()
	return append(symbols, len(alphabet)+1)
}

// texts returns texts with runs, with repetitions, and of random bytes.
func texts() [][]byte {
	chance := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 4000)
	for i := 0; i+8 <= len(noise); i += 8 {
		binary.LittleEndian.PutUint64(noise[i:], chance.Uint64())
	}
	return [][]byte{nil, []byte("a"), []byte("aaaa"), bytes.Repeat([]byte("a"), 5000), bytes.Repeat([]byte("ab"), 3000), noise,
		[]byte("the quick brown fox jumps over the lazy dog, and once more: the quick brown fox")}
}

// The standard library must read the output of the test encoder.
func TestBzip2Encoder(t *testing.T) {
	for _, text := range texts() {
		for _, size := range []int{1000, 1 << 20} {
			got, err := io.ReadAll(bzip2.NewReader(bytes.NewReader(bzip2Stream(text, size))))
			if err != nil || !bytes.Equal(got, text) {
				t.Fatalf("%.40q: %v", text, err)
			}
		}
	}
}

func bunzip(data []byte, workers int) ([]byte, error) {
	b := newBunzipper(context.Background(), bytes.NewReader(data), workers)
	defer b.Close()
	return io.ReadAll(b)
}

func TestBunzipper(t *testing.T) {
	var many, all []byte
	for _, text := range texts() {
		stream := bzip2Stream(text, 1000)
		many, all = append(many, stream...), append(all, text...)
		for _, workers := range []int{1, 3} {
			got, err := bunzip(stream, workers)
			if err != nil || !bytes.Equal(got, text) {
				t.Errorf("%.40q by %d: %d of %d bytes, %v", text, workers, len(got), len(text), err)
			}
		}
	}
	got, err := bunzip(many, 2)
	if err != nil || !bytes.Equal(got, all) {
		t.Errorf("many streams: %d of %d bytes, %v", len(got), len(all), err)
	}
}

// Complete blocks come before the error, with any number of workers.
func TestBunzipperCutOff(t *testing.T) {
	text := texts()[5]
	whole := bzip2Stream(text, 1000)
	for n := 0; n < len(whole); n += 211 {
		one, err := bunzip(whole[:n], 1)
		if err == nil {
			t.Fatalf("cut at %d of %d: no error", n, len(whole))
		}
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("cut at %d: %v, want an unexpected end", n, err)
		}
		if !bytes.HasPrefix(text, one) || len(one) < (n-4)/1300*1000 {
			t.Errorf("cut at %d of %d: %d bytes, no beginning of the text", n, len(whole), len(one))
		}
		for range 3 {
			three, err3 := bunzip(whole[:n], 3)
			if !bytes.Equal(one, three) || err3.Error() != err.Error() {
				t.Errorf("cut at %d: by one %d bytes, %v; by three %d bytes, %v", n, len(one), err, len(three), err3)
			}
		}
	}
}

func TestBunzipperDamaged(t *testing.T) {
	text := texts()[5]
	whole := bzip2Stream(text, 1000)
	for at := 20; at < len(whole); at += 97 {
		damaged := slices.Clone(whole)
		damaged[at] ^= 0x10
		one, err := bunzip(damaged, 1)
		three, err3 := bunzip(damaged, 3)
		if err == nil || err3 == nil || !bytes.Equal(one, three) || !bytes.HasPrefix(text, one) {
			t.Errorf("damage at %d: by one %d bytes, %v; by three %d bytes, %v", at, len(one), err, len(three), err3)
		}
	}
}

// A block that was cut in two is joined bit by bit.
func TestJoined(t *testing.T) {
	bitsOf := func(b *bzipBlock) (s string) {
		for i := b.skip; i < b.skip+b.length; i++ {
			s += string('0' + rune(b.bits[i/8]>>(7-i%8)&1))
		}
		return s
	}
	magic := fmt.Sprintf("%048b", uint64(blockBits))
	data := texts()[5]
	for _, a := range []bzipBlock{{bits: data, skip: 0, length: 33}, {bits: data[7:], skip: 3, length: 2}, {bits: data[2:], skip: 7, length: 1001}} {
		for _, b := range []bzipBlock{{bits: data[50:], skip: 5, length: 64, last: true, sum: 9}, {bits: data[9:], skip: 1, length: 0}} {
			j := a.joined(&b)
			if bitsOf(j) != bitsOf(&a)+magic+bitsOf(&b) || j.last != b.last || j.sum != b.sum {
				t.Errorf("%d bits and %d bits make\n%s", a.length, b.length, bitsOf(j))
			}
		}
	}
}

// The blocks of a stream are split where they meet, at any bit.
func TestSplitter(t *testing.T) {
	s := bzipSplitter{r: bufio.NewReader(bytes.NewReader(bzip2Stream(texts()[5], 300)))}
	var skips [8]int
	n := 0
	for {
		b, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := b.unzip()
		if want := min(300, 4000-300*n); err != nil || len(text) != want {
			t.Errorf("block %d: %d bytes, %v, want %d", n, len(text), err, want)
		}
		skips[b.skip]++
		n++
	}
	if n != 14 || skips[0] == n {
		t.Errorf("%d blocks that begin at bits %v", n, skips)
	}
}

func BenchmarkBunzip(b *testing.B) {
	text := benchDump(100)[:300_000]
	data := bzip2Stream(text, 900_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if got, err := bunzip(data, 1); err != nil || len(got) != len(text) {
			b.Fatal(len(got), err)
		}
	}
}

func FuzzBunzipper(f *testing.F) {
	for _, text := range texts() {
		f.Add(bzip2Stream(text[:min(len(text), 600)], 250))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		want, wantErr := io.ReadAll(bzip2.NewReader(bytes.NewReader(data)))
		got, err := bunzip(data, 2)
		if wantErr == nil && (err != nil || !bytes.Equal(got, want)) {
			t.Errorf("%d bytes, %v; the standard library reads %d", len(got), err, len(want))
		}
	})
}
