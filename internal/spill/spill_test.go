package spill

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Pieces are the same in memory and in the file, for all who ask at a time, and nothing
// is left.
func TestStore(t *testing.T) {
	dir := t.TempDir()
	s := Store{Name: "x-", Dir: dir, Limit: 1000}
	for range 2 {
		var pieces []Piece
		data := make([]byte, 300)
		for i := range 20 {
			for k := range data {
				data[k] = byte(i)
			}
			p, err := s.Put(data)
			if err != nil {
				t.Fatal(err)
			}
			pieces = append(pieces, p)
			if used := i >= 3; s.Used() != used {
				t.Errorf("after %d bytes a file: %v", 300*(i+1), s.Used())
			}
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for i, p := range pieces {
					want := bytes.Repeat([]byte{byte(i)}, 300)
					got, err := s.Get(p)
					read, readErr := io.ReadAll(s.Reader(p))
					if err != nil || readErr != nil || !bytes.Equal(got, want) || !bytes.Equal(read, want) || p.Size() != 300 {
						t.Errorf("piece %d: %v, %v", i, err, readErr)
					}
				}
			})
		}
		all.Wait()
		if err := s.Close(); err != nil || s.Used() {
			t.Error(err, s.Used())
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestFile(t *testing.T) {
	var f File
	if f.Used() || f.Close() != nil {
		t.Error("a file that nothing was appended to")
	}
	f.Dir = t.TempDir()
	if at, err := f.Append([]byte("abc")); at != 0 || err != nil {
		t.Errorf("%d, %v", at, err)
	}
	if at, err := f.Append([]byte("de")); at != 3 || err != nil {
		t.Errorf("%d, %v", at, err)
	}
	if got, err := io.ReadAll(f.Section(2, 2)); string(got) != "cd" || err != nil {
		t.Errorf("%s, %v", got, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestNowhere(t *testing.T) {
	s := Store{Dir: filepath.Join(t.TempDir(), "nowhere"), Limit: 1}
	if _, err := s.Put([]byte("ab")); err == nil || !strings.Contains(err.Error(), "TMPDIR") || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}
