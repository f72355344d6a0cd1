//go:build unix

package wikitext

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract/source"
)

// TestSpeed prints the speed that compare/run sets beside that of other parsers:
// the best of some rounds, in CPU time. It checks nothing.
func TestSpeed(t *testing.T) {
	file := os.Getenv("PAGES")
	if file == "" {
		t.Skip("PAGES is not set: see compare/run")
	}
	share, err := strconv.Atoi(os.Getenv("SHARE"))
	if err != nil || share < 1 {
		t.Fatal("SHARE must be a number")
	}
	var pages []*source.Source
	size, n := 0, 0
	readLines(t, file, func(p wikiPage) {
		if n++; (n-1)%share == 0 {
			pages = append(pages, &source.Source{Title: p.Title, Data: []byte(p.Text)})
			size += len(p.Text)
		}
	})
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
