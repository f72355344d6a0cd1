package extract_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// Corpus returns the path of a file of independent cases, or skips the test.
func Corpus(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the independent cases are not at hand")
	}
	return filepath.Join(dir, name)
}

// Open opens a file that is compressed with gzip until the test ends.
func Open(t testing.TB, path string) io.Reader {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// EachLine reads a compressed file of JSON objects, one a line.
func EachLine[T any](t testing.TB, path string, each func(T)) {
	t.Helper()
	in := json.NewDecoder(Open(t, path))
	for {
		var v T
		if err := in.Decode(&v); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		each(v)
	}
}
