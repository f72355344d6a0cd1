package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tidywiki/tidywiki/pipeline"
)

const (
	silence = time.Second // at the start of a run, before the first message
	// The intervals between two lines of a log, two JSON objects, and two updates of the bar.
	textInterval = 10 * time.Second
	jsonInterval = time.Second
	barInterval  = 100 * time.Millisecond
)

// A meter decides when to report progress and computes the speed of a run.
type meter struct{ began, last time.Time }

func newMeter() meter { return meter{began: time.Now()} }

// due returns the time and reports whether the interval has passed since it last
// returned true. The first call returns true.
func (m *meter) due(interval time.Duration) (time.Time, bool) {
	now := time.Now()
	if now.Sub(m.last) < interval {
		return now, false
	}
	m.last = now
	return now, true
}

// A pace is the speed of a run.
type pace struct {
	Seconds float64 `json:"seconds"`
	// Rate is the number of bytes of pages read per second.
	Rate int64 `json:"bytes_per_second"`
	// Left is the estimated time left in seconds, or 0 if there is no estimate yet.
	Left float64 `json:"seconds_left"`
}

// minPart is the part of a run that must be done before the time left is estimated.
const minPart = 0.02

func (m *meter) pace(now time.Time, p pipeline.Progress) pace {
	var out pace
	if out.Seconds = now.Sub(m.began).Seconds(); out.Seconds > 0 {
		out.Rate = int64(float64(p.Bytes) / out.Seconds)
	}
	if p.Part >= minPart {
		out.Left = out.Seconds * (1 - p.Part) / p.Part
	}
	return out
}

// progressLine formats the progress of a run. If the line is longer than width, it
// drops parts, the least important first. A width of 0 means no limit.
func progressLine(p pipeline.Progress, now pace, width int) string {
	pages := count(p.Pages, "page")
	if p.OfPages > 0 {
		pages = fmt.Sprintf("%d of %s", p.Pages, count(p.OfPages, "page"))
	}
	failed, left := "", ""
	if p.Failed > 0 {
		failed = fmt.Sprintf("%d failed", p.Failed)
	}
	if now.Left > 0 {
		left = span(now.Left) + " left"
	}
	parts := []string{pages, size(p.Bytes), count(p.Tables, "table"), count(p.Findings, "finding"), size(now.Rate) + "/s", failed, left}
	for _, least := range []int{3, 2, 1, 4, 6, 5} {
		if line := strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), ", "); width == 0 || len(line) <= width {
			return line
		}
		parts[least] = ""
	}
	return pages
}

// span formats a duration: "40 s", "3 min", "2 h 10 min".
func span(seconds float64) string {
	d := time.Duration(seconds * float64(time.Second)).Round(time.Second)
	switch {
	case d < 90*time.Second:
		return fmt.Sprintf("%d s", d/time.Second)
	case d < 90*time.Minute:
		return fmt.Sprintf("%d min", (d+30*time.Second)/time.Minute)
	}
	d = d.Round(time.Minute)
	return fmt.Sprintf("%d h %d min", d/time.Hour, d%time.Hour/time.Minute)
}
