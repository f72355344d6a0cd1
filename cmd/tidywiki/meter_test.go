package main

import (
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/pipeline"
)

func TestPace(t *testing.T) {
	began := time.Date(2013, 3, 5, 0, 0, 0, 0, time.UTC)
	m := meter{began: began}
	for _, c := range []struct {
		name    string
		seconds float64
		p       pipeline.Progress
		want    pace
	}{
		{"a quarter", 10, pipeline.Progress{Bytes: 50_000_000, Part: 0.25}, pace{10, 5_000_000, 30}},
		{"too early to estimate", 10, pipeline.Progress{Bytes: 100, Part: 0.01}, pace{10, 10, 0}},
		{"size unknown", 2, pipeline.Progress{Bytes: 100}, pace{2, 50, 0}},
		{"no time at all", 0, pipeline.Progress{Bytes: 100, Part: 1}, pace{}},
	} {
		now := began.Add(time.Duration(c.seconds * float64(time.Second)))
		if got := m.pace(now, c.p); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestProgressLine(t *testing.T) {
	p := pipeline.Progress{Pages: 3, OfPages: 12, Bytes: 1_500_000, Tables: 1, Findings: 2}
	if got, want := progressLine(p, pace{Rate: 2000, Left: 200}, 0), "3 of 12 pages, 1.5 MB, 1 table, 2 findings, 2.0 kB/s, 3 min left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.OfPages, p.Failed = 0, 1
	if got, want := progressLine(p, pace{Rate: 2000}, 0), "3 pages, 1.5 MB, 1 table, 2 findings, 2.0 kB/s, 1 failed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A line longer than the terminal is wide would be drawn again below itself.
func TestProgressLineFits(t *testing.T) {
	p := pipeline.Progress{Pages: 70, OfPages: 600, Bytes: 355_600, Tables: 140, Findings: 1329, Failed: 2}
	now := pace{Rate: 331_500, Left: 7}
	for width, want := range map[int]string{
		100: "70 of 600 pages, 355.6 kB, 140 tables, 1329 findings, 331.5 kB/s, 2 failed, 7 s left",
		83:  "70 of 600 pages, 355.6 kB, 140 tables, 331.5 kB/s, 2 failed, 7 s left",
		50:  "70 of 600 pages, 331.5 kB/s, 2 failed, 7 s left",
		40:  "70 of 600 pages, 2 failed, 7 s left",
		30:  "70 of 600 pages, 2 failed",
		20:  "70 of 600 pages",
		5:   "70 of 600 pages", // the least there is to say
	} {
		if got := progressLine(p, now, width); got != want {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	for seconds, want := range map[float64]string{0.2: "0 s", 40.4: "40 s", 89: "89 s", 90: "2 min", 1000: "17 min", 5399: "90 min", 5400: "1 h 30 min", 7810: "2 h 10 min"} {
		if got := span(seconds); got != want {
			t.Errorf("span(%v) = %q, want %q", seconds, got, want)
		}
	}
}
