//go:build unix

package files

import (
	"strings"
	"syscall"
	"testing"
)

// A pipe must not be opened, because reading it would wait for a writer forever.
func TestPipes(t *testing.T) {
	folder(t, "pages/a.txt", "pages/b.txt")
	if err := syscall.Mkfifo("pages/pipe.txt", 0o644); err != nil {
		t.Skipf("no pipes here: %v", err)
	}
	if _, err := Open([]string{"pages/pipe.txt"}, Options{}); err == nil || !strings.Contains(err.Error(), "is a pipe, not a file") {
		t.Errorf("a pipe gives %v", err)
	}
	if _, err := Open([]string{"/dev/null"}, Options{}); err == nil || !strings.Contains(err.Error(), "is a device, not a file") {
		t.Errorf("a device gives %v", err)
	}
	if s := open(t, "pages"); names(s) != "a.txt b.txt" || s.Skipped() != 1 {
		t.Errorf("the folder has %s and %d skipped, want the two files", names(s), s.Skipped())
	}
	if s := open(t, "pages/*.txt"); len(s.Pages()) != 2 || s.Skipped() != 1 {
		t.Errorf("the glob has %s and %d skipped, want the two files", names(s), s.Skipped())
	}
}
