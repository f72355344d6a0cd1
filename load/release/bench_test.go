package release

import (
	"testing"

	"github.com/tidywiki/tidywiki/load/memory"
)

// BenchmarkWrite describes the dataset of one page.
func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r, files := rivers(Info{})
		sink := new(memory.Sink)
		if err := r.Write(sink, files); err != nil {
			b.Fatal(err)
		}
		size := 0
		for _, path := range sink.Paths() {
			size += len(sink.Bytes(path))
		}
		b.SetBytes(int64(size))
	}
}
