package report

import (
	"strconv"
	"strings"
	"time"
)

// days is the axis of dates, in days, months or years as their span asks for, and
// of years.
type days struct {
	years     bool
	unit      unit
	count     int64
	low, high string
	from, to  int64 // days since 1970-01-01, or years
}

type unit uint8

const (
	byDay unit = iota
	byMonth
	byYear
)

func (d *days) see(value []byte) {
	v, ok := d.read(value)
	if !ok {
		return
	}
	d.count++
	if d.count == 1 || v < d.from {
		d.low, d.from = string(value), v
	}
	if d.count == 1 || v > d.to {
		d.high, d.to = string(value), v
	}
}

func (d *days) read(value []byte) (int64, bool) {
	if d.years {
		v, err := strconv.ParseInt(string(value), 10, 32)
		return v, err == nil
	}
	y, m, day, ok := splitDate(string(value))
	return dayNumber(y, m, day), ok
}

// place is the day, month or year, each counted one by one.
func (d *days) place(value []byte) (float64, bool) {
	v, ok := d.read(value)
	if ok && !d.years && d.unit != byDay {
		y, m, _, _ := splitDate(string(value))
		if v = y; d.unit == byMonth {
			v = y*12 + m - 1
		}
	}
	return float64(v), ok
}

func (d *days) facts() []Fact {
	switch {
	case d.count == 0:
		return nil
	case d.low == d.high:
		return []Fact{{"value", d.low}}
	}
	return []Fact{{"first", d.low}, {"last", d.high}}
}

// The longest spans that are drawn in days and in months, in days.
const (
	fewDays  = 62
	fewYears = 3 * 366
)

func (d *days) bins() *bins {
	if d.count == 0 || d.from == d.to {
		return nil
	}
	switch {
	case d.years || d.to-d.from > fewYears:
		d.unit = byYear
	case d.to-d.from > fewDays:
		d.unit = byMonth
	}
	from, _ := d.place([]byte(d.low))
	to, _ := d.place([]byte(d.high))
	if from == to {
		return nil
	}
	return newBins(from, to, true, func(s step, k int64) string { return d.label(k * s.size()) })
}

// label names a day, month or year.
func (d *days) label(n int64) string {
	switch {
	case d.years || d.unit == byYear:
		return strconv.FormatInt(n, 10)
	case d.unit == byMonth:
		return monthText(n)
	}
	return dateText(n)
}

// splitDate reads an ISO date, -0043-03-15 too.
func splitDate(s string) (y, m, d int64, ok bool) {
	sign, body := int64(1), s
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		sign, body = -1, rest
	}
	year, rest, _ := strings.Cut(body, "-")
	month, day, _ := strings.Cut(rest, "-")
	y, okY := shortNumber(year, 7)
	m, okM := shortNumber(month, 2)
	d, okD := shortNumber(day, 2)
	return sign * y, m, d, okY && okM && okD && m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// shortNumber reads a number of some digits at most.
func shortNumber(s string, most int) (int64, bool) {
	if len(s) == 0 || len(s) > most || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	v, err := strconv.ParseInt(s, 10, 64)
	return v, err == nil
}

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
