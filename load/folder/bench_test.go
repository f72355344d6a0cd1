package folder

import (
	"path/filepath"
	"strconv"
	"testing"
)

// BenchmarkSmallFiles writes files of the size that a page's tables have.
func BenchmarkSmallFiles(b *testing.B) {
	f, err := Begin(filepath.Join(b.TempDir(), "out"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Rollback()
	data := make([]byte, 4<<10)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		w, err := f.Create("data/tables/" + strconv.Itoa(i/10) + "/" + strconv.Itoa(i%10) + ".csv")
		if err != nil {
			b.Fatal(err)
		}
		w.Write(data)
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLargeFile(b *testing.B) {
	f, err := Begin(filepath.Join(b.TempDir(), "out"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Rollback()
	w, err := f.Create("data/cells.csv")
	if err != nil {
		b.Fatal(err)
	}
	data := make([]byte, 64<<10)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		w.Write(data)
	}
	w.Close()
}

// BenchmarkCommit is a run of one file: what the folder itself costs.
func BenchmarkCommit(b *testing.B) {
	out := filepath.Join(b.TempDir(), "out")
	b.ReportAllocs()
	for b.Loop() {
		f, err := Begin(out, Options{Force: true})
		if err != nil {
			b.Fatal(err)
		}
		w, err := f.Create("a")
		if err != nil {
			b.Fatal(err)
		}
		w.Close()
		if err := f.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}
