package pipeline

import (
	"context"
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/tidywiki/tidywiki/load/folder"
)

// TestFullDisk runs out of space: for the dataset, and for what is kept beside it. Both
// runs end with an error that says so, and with more space go on to the same bytes.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	mount := func(size string) {
		t.Helper()
		if err := syscall.Mount("tidywiki-test", dir, "tmpfs", 0, "size="+size); err != nil {
			t.Skip("cannot mount a small file system:", err)
		}
		t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	}
	mount("200k")
	plan := Plan{Sources: []string{variedPages(t, 60)}, Formats: []string{"csv"}, Checkpoint: true, UnitPages: 4, Out: filepath.Join(dir, "out")}
	_, err := Run(context.Background(), plan)
	if !errors.Is(err, folder.ErrDiskFull) && !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("error %v", err)
	}
	var kept *KeptError
	if !errors.As(err, &kept) || kept.Units == 0 {
		t.Errorf("nothing is kept: %v", err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT, "size=20m"); err != nil {
		t.Fatal(err)
	}
	plan.Resume = true
	if r := run(t, plan); r.Reused == 0 {
		t.Error("nothing was taken from the run that was stopped")
	}
	same(t, hashes(t, plan.Out), full(t, plan))
}
