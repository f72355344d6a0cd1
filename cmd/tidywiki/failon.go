package main

import (
	"fmt"

	"github.com/tidywiki/tidywiki/pipeline"
)

// failOn is the lowest severity of a finding that makes the command fail, "" for never.
type failOn string

func parseFailOn(s string) (failOn, error) {
	switch s {
	case "never":
		return "", nil
	case "error", "warning":
		return failOn(s), nil
	}
	return "", fmt.Errorf("--fail-on %q: choose error, warning or never", s)
}

// check returns a *findingsError if the report has findings of that severity or above.
func (f failOn) check(r *pipeline.Report) error {
	n := 0
	switch f {
	case "warning":
		n = r.Findings.Errors + r.Findings.Warnings
	case "error":
		n = r.Findings.Errors
	}
	if n == 0 {
		return nil
	}
	return &findingsError{limit: string(f), count: n}
}

// A findingsError reports that the dataset was written but has findings at or above
// --fail-on.
type findingsError struct {
	limit string
	count int
}

func (e *findingsError) Error() string {
	return fmt.Sprintf("%d findings at or above --fail-on %s", e.count, e.limit)
}
