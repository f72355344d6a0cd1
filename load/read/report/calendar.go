package report

import (
	"strings"
	"time"
)

// secondsPerDay is the length of a day of Unix time, which has no leap seconds.
const secondsPerDay = 24 * 60 * 60

// dayNumber counts days of the Gregorian calendar from 1970-01-01, whose year 0 is
// 1 BC.
func dayNumber(y, m, d int64) int64 {
	return time.Date(int(y), time.Month(m), int(d), 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay
}

// dateText is the date of such a number.
func dateText(n int64) string { return time.Unix(n*secondsPerDay, 0).UTC().Format(time.DateOnly) }

// monthText names a month by its number, 0 being January of the year 0.
func monthText(n int64) string { return strings.TrimSuffix(dateText(dayNumber(0, n+1, 1)), "-01") }
