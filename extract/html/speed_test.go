//go:build unix

package html

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract/source"
)

// TestSpeed prints the speed that compare/run sets beside that of other readers: the
// best of some rounds, in CPU time. It checks nothing.
func TestSpeed(t *testing.T) {
	dir := os.Getenv("PAGES")
	if dir == "" {
		t.Skip("PAGES is not set: see compare/run")
	}
	share, err := strconv.Atoi(os.Getenv("SHARE"))
	if err != nil || share < 1 {
		t.Fatal("SHARE must be a number")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatal("no pages in ", dir)
	}
	var pages []*source.Source
	size := 0
	for i := 0; i < len(files); i += share {
		data, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, &source.Source{Data: data})
		size += len(data)
	}
	var best time.Duration
	for range 10 {
		began := cpuTime()
		for _, src := range pages {
			if _, err := New(Options{}).Extract(t.Context(), src); err != nil {
				t.Fatal(err)
			}
		}
		if used := cpuTime() - began; best == 0 || used < best {
			best = used
		}
	}
	fmt.Printf("speed: %-22s %8.2f\n", "tidywiki", float64(size)/1e6/best.Seconds())
}

func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
