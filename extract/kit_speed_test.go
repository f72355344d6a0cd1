//go:build unix

package extract_test

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/source"
)

// SpeedPages is what compare/run says to read: the path in the variable PAGES, of whose
// pages one in share counts. Without it the test is skipped.
func SpeedPages(t *testing.T) (path string, share int) {
	t.Helper()
	if path = os.Getenv("PAGES"); path == "" {
		t.Skip("PAGES is not set: see compare/run")
	}
	share, err := strconv.Atoi(os.Getenv("SHARE"))
	if err != nil || share < 1 {
		t.Fatal("SHARE must be a number")
	}
	return path, share
}

// Speed prints the MB a second that compare/run sets beside those of other readers:
// the best of ten rounds, in CPU time. It checks nothing.
func Speed(t *testing.T, pages []*source.Source, e extract.Extractor) {
	t.Helper()
	size := 0
	for _, src := range pages {
		size += len(src.Data)
	}
	var best time.Duration
	for range 10 {
		began := cpuTime()
		for _, src := range pages {
			if _, err := e.Extract(t.Context(), src); err != nil {
				t.Fatal(err)
			}
		}
		if used := cpuTime() - began; best == 0 || used < best {
			best = used
		}
	}
	fmt.Printf("speed: %-22s %8.2f\n", "tidywiki", float64(size)/1e6/best.Seconds())
}

// cpuTime returns how long the process has used processors so far, which other
// programs on the machine change less than the clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
