package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/pipeline/convert"
)

// TestStopLeavesNothing stops runs after each number of pages: no goroutine is left, no
// file, and the dataset before it is as it was.
func TestStopLeavesNothing(t *testing.T) {
	pages := variedPages(t, 12)
	dumped := filepath.Join(t.TempDir(), "d.xml")
	var b strings.Builder
	b.WriteString("<mediawiki>")
	for i := range 12 {
		fmt.Fprintf(&b, "<page><title>P%d</title><ns>0</ns><revision><id>%d</id><text>{|\n|%d\n|}</text></revision></page>\n", i, i+1, i)
	}
	b.WriteString("</mediawiki>")
	writeText(t, dumped, b.String())
	for _, source := range []string{pages, dumped} {
		plan := Plan{Sources: []string{source}, Formats: []string{"csv"}, NoCheckpoint: true, UnitPages: 5, UnitBytes: 400,
			Workers: 4, Out: filepath.Join(t.TempDir(), "out")}
		run(t, plan)
		before := hashes(t, plan.Out)
		goroutines := runtime.NumGoroutine()
		for n := 1; n <= 12; n++ {
			stopped(t, plan, n)
		}
		for wait := time.Millisecond; runtime.NumGoroutine() > goroutines && wait < 10*time.Second; wait *= 2 {
			time.Sleep(wait) // those that have ended are counted until the system knows
		}
		if n := runtime.NumGoroutine(); n > goroutines {
			buf := make([]byte, 1<<20)
			t.Errorf("%d goroutines, %d before:\n%s", n, goroutines, buf[:runtime.Stack(buf, true)])
		}
		same(t, hashes(t, plan.Out), before)
		if left, _ := os.ReadDir(filepath.Dir(plan.Out)); len(left) != 1 {
			t.Errorf("left beside out: %v", left)
		}
	}
}

// TestErrorOfWritingEndsTheRun: an error of writing ends the run, also one in the middle
// of a unit, while sources wait for room.
func TestErrorOfWritingEndsTheRun(t *testing.T) {
	dir := t.TempDir()
	for i := range 8 { // more than may be in flight
		writeText(t, filepath.Join(dir, fmt.Sprintf("%d.txt", i)), strings.Repeat("x\n", 5<<20))
	}
	plan, err := Plan{Sources: []string{dir}, Workers: 2}.check()
	if err != nil {
		t.Fatal(err)
	}
	set, plan, err := openSources(plan)
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDriver(plan, set)
	if err != nil {
		t.Fatal(err)
	}
	d.convert.Converter = convert.New(convert.Options{Inputs: Inputs}) // what pages hold does not matter
	units, err := set.Units()
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	done := 0
	err = d.run(context.Background(), units, func(r result) error {
		if done++; done == 2 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
}
