package main

import (
	"fmt"
	"time"

	"github.com/tidywiki/tidywiki/pipeline"
)

// patience is how long a run may go on without a word. The others are the times between
// two lines in a log, two objects, and two pictures of the bar.
const (
	patience     = time.Second
	textInterval = 10 * time.Second
	jsonInterval = time.Second
	barInterval  = 100 * time.Millisecond
)

// A meter knows when something is to be told, and how fast the run is.
type meter struct{ began, last time.Time }

func newMeter() meter { return meter{began: time.Now()} }

// due says whether the interval is over since it last said so, and what time it is. The
// first time it always is.
func (m *meter) due(interval time.Duration) (time.Time, bool) {
	now := time.Now()
	if now.Sub(m.last) < interval {
		return now, false
	}
	m.last = now
	return now, true
}

// A pace is how fast a run is.
type pace struct {
	Seconds float64 `json:"seconds"`
	// Rate is bytes of pages a second.
	Rate int64 `json:"bytes_per_second"`
	// Left is how many seconds are left; 0 as long as nobody can tell.
	Left float64 `json:"seconds_left"`
}

// tellable is the part of a run that has to be done before one can say how long the rest
// will take.
const tellable = 0.02

func (m *meter) pace(now time.Time, p pipeline.Progress) pace {
	var out pace
	if out.Seconds = now.Sub(m.began).Seconds(); out.Seconds > 0 {
		out.Rate = int64(float64(p.Bytes) / out.Seconds)
	}
	if p.Part >= tellable {
		out.Left = out.Seconds * (1 - p.Part) / p.Part
	}
	return out
}

// progressLine is how a run goes, in a line of at most room letters, or of any length
// where room is 0: what matters least is left out first.
func progressLine(p pipeline.Progress, now pace, room int) string {
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
		if line := joined(parts); room == 0 || len(line) <= room {
			return line
		}
		parts[least] = ""
	}
	return pages
}

// joined puts commas between the texts that are not empty.
func joined(texts []string) string {
	line := ""
	for _, s := range texts {
		if s != "" && line != "" {
			line += ", "
		}
		line += s
	}
	return line
}

// span writes a time as people say it: 40 s, 3 min, 2 h 10 min.
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
