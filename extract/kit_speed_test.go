package extract_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/internal/cputime"
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
		began := cputime.Used()
		for _, src := range pages {
			if _, err := e.Extract(t.Context(), src); err != nil {
				t.Fatal(err)
			}
		}
		if used := cputime.Used() - began; best == 0 || used < best {
			best = used
		}
	}
	fmt.Printf("speed: %-22s %8.2f\n", "tidywiki", float64(size)/1e6/best.Seconds())
}
