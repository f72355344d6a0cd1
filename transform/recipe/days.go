package recipe

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/date"
)

// days is a date: its EDTF form, and the first and last day it covers if they are known.
type days struct {
	edtf       string
	start, end int32
	known      bool
}

// oneDay returns a single day.
func oneDay(day int32) days { return days{date.Format(day), day, day, true} }

// between returns the interval from the first day of a to the last day of b.
func between(a, b days) (days, bool) {
	if !a.known || !b.known || a.start > b.end {
		return days{}, false
	}
	if a.start == b.end {
		return oneDay(a.start), true
	}
	return days{date.Format(a.start) + "/" + date.Format(b.end), a.start, b.end, true}, true
}

// parseDays parses a text that is a date as a whole.
func parseDays(text string) (days, bool) {
	v, ok := date.Parse(text, nil)
	return days{v.EDTF, v.Start, v.End, v.Known}, ok
}

// precision returns the precision of an EDTF date: day, month, quarter, season, year,
// decade, century, interval, or no_year.
func precision(edtf string) string {
	edtf = strings.TrimRight(edtf, "~?%")
	digits := strings.TrimPrefix(edtf, "-")
	switch {
	case strings.Contains(edtf, "/"):
		return "interval"
	case strings.HasPrefix(digits, "XXXX"):
		return "no_year"
	case len(digits) == len("2013-03-05"):
		return "day"
	case len(digits) == len("2013-03"):
		return monthPrecision(digits[5:])
	case strings.HasSuffix(digits, "XX"):
		return "century"
	case strings.HasSuffix(digits, "X"):
		return "decade"
	}
	return "year"
}

// monthPrecision distinguishes months from the seasons, quarters and halves that EDTF
// writes in the same place.
func monthPrecision(month string) string {
	switch {
	case month <= "12":
		return "month"
	case month >= "33" && month <= "36":
		return "quarter"
	}
	return "season"
}
