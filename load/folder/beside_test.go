package folder

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestBeside(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	kept, err := Beside(out, "cache")
	if want := filepath.Join(dir, ".out.tidywiki-cache"); kept != want || err != nil {
		t.Fatalf("%s, %v, want %s", kept, err, want)
	}
	write(t, filepath.Join(kept, "a.part"), "kept")
	f := begin(t, out, Options{})
	if err := f.Rollback(); err != nil {
		t.Fatal(err)
	}
	if tree(t, kept)["a.part"] != "kept" {
		t.Error("Begin cleared what is kept beside the output")
	}
	if _, err := Beside("", "cache"); !errors.Is(err, ErrRefused) {
		t.Errorf("no folder: error %v", err)
	}
}

func TestReserve(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	release, err := Reserve(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Reserve(path); !errors.Is(err, ErrInUse) {
		t.Errorf("a second time: error %v", err)
	}
	release()
	if release, err = Reserve(path); err != nil {
		t.Errorf("after the release: %v", err)
	}
	release()
	write(t, path, "") // of a process that is dead
	if release, err = Reserve(path); err != nil {
		t.Fatalf("after a death: %v", err)
	}
	release()
	if _, err := os.Stat(path); err == nil {
		t.Error("the lock file stays")
	}
	if _, err := Reserve(filepath.Join(path, "none", "lock")); err == nil || errors.Is(err, ErrInUse) {
		t.Errorf("nowhere: error %v", err)
	}
}
