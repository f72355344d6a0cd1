package folder

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullFileSystem fills a small file system of its own.
func TestFullFileSystem(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tidywiki-test", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("cannot mount a small file system:", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	out := filepath.Join(dir, "out")
	write(t, filepath.Join(out, "datapackage.json"), ourPackage)
	f := begin(t, out, Options{})
	w, err := f.Create("data/cells.csv")
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Write(make([]byte, 512<<10))
	if closed := w.Close(); !errors.Is(err, ErrDiskFull) || !errors.Is(closed, ErrDiskFull) {
		t.Fatalf("errors %v and %v", err, closed)
	}
	if !strings.Contains(err.Error(), "free some space") {
		t.Errorf("message %q", err)
	}
	if err := f.Rollback(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, out); got["datapackage.json"] != ourPackage {
		t.Errorf("the old dataset is now %v", got)
	}
}

// TestMountPoint: a folder on which something is mounted cannot be renamed, which
// is better said at once.
func TestMountPoint(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tidywiki-test", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("cannot mount a file system:", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	if _, err := Begin(dir, Options{}); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "mount point") {
		t.Errorf("error %v", err)
	}
	if got, _ := os.ReadDir(dir); len(got) != 0 {
		t.Errorf("left %v", got)
	}
}
