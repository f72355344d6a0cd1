package dump

import (
	"io"
	"os"
	"runtime"
	"testing"
)

// speedDump opens the dump that compare/run measures.
func speedDump(t *testing.T) *Dump {
	path := os.Getenv("TIDYWIKI_DUMP")
	if path == "" {
		t.Skip("set TIDYWIKI_DUMP to a dump, as compare/run does")
	}
	d, err := Open(path, Options{Workers: runtime.GOMAXPROCS(0)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDecodeSpeed only decompresses a dump.
func TestDecodeSpeed(t *testing.T) {
	d := speedDump(t)
	in, err := d.xml(t.Context(), d.Whole())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	n, err := io.Copy(io.Discard, in)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("decoded: %d bytes", n)
}

// TestReadSpeed reads the pages of a dump and does nothing with them.
func TestReadSpeed(t *testing.T) {
	d := speedDump(t)
	var n Counts
	for _, err := range d.Pages(t.Context(), d.Whole(), &n) {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("read: %+v", n)
}
