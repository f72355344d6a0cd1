package memory

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestSink(t *testing.T) {
	s := &Sink{Limit: 5}
	f, err := s.Create("data/a")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, "abc")
	if _, err := io.WriteString(f, "def"); !errors.Is(err, ErrFull) {
		t.Errorf("six bytes where five fit: %v", err)
	}
	if s.Open() != 1 || f.Close() != nil || s.Open() != 0 || !errors.Is(f.Close(), fs.ErrClosed) {
		t.Errorf("%d files open", s.Open())
	}
	for _, path := range []string{"data/a", "../a", "/a", "data/../../a"} {
		if _, err := s.Create(path); err == nil {
			t.Errorf("%s is made", path)
		}
	}
	if string(s.Bytes("data/a")) != "abc" || !slices.Equal(s.Paths(), []string{"data/a"}) || s.Size() != 3 {
		t.Errorf("%q in %q, %d bytes", s.Bytes("data/a"), s.Paths(), s.Size())
	}
}

func TestSave(t *testing.T) {
	s, dir := new(Sink), t.TempDir()
	f, err := s.Create("data/tables/a")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, "abc")
	if err := s.Save(dir); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "data", "tables", "a")); string(got) != "abc" {
		t.Errorf("%q, %v", got, err)
	}
	if err := s.Save(filepath.Join(dir, "data", "tables", "a")); err == nil {
		t.Error("a file is taken for a folder")
	}
}
