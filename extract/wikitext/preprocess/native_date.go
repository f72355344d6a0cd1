package preprocess

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// monthOf reads a month as a number or an English name, 0 if it is none.
func monthOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	for i, name := range monthNames {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(name), s) {
			return i + 1
		}
	}
	return 0
}

// dateText is {{#date: purpose | year | month | day | day first}}: the date as the
// templates for dates print it. The purpose is "plain"; "table", with a sort key
// before the date; or "dmy", where the day is the first argument unless that is a
// year. Elsewhere the day is first only where nothing else makes sense.
func dateText(c *call, purpose string) string {
	y, month, day := c.trimmed(1), c.trimmed(2), c.trimmed(3)
	if y == "" && month == "" {
		y, day = day, ""
	}
	if dayBeforeYear(y, day, purpose == "dmy") {
		y, day, purpose = day, y, cmp.Or(map[string]string{"plain": "dmy"}[purpose], purpose)
	}
	notation := notationOf(c.e.opt.Language)
	m, d := monthOf(month), atoi(day)
	year, err := strconv.Atoi(y)
	switch {
	case err != nil && (m > 0 || hasYear(y)) || month == "":
		return y // a date in words, or a year alone
	case err != nil || m == 0 && (purpose != "dmy" || !isWord(month)):
		return y + " " + month
	}
	if year < 100 && purpose == "plain" {
		y = "AD " + y // never 1968
	}
	key := fmt.Sprintf("%04d-%02d", year, m)
	if d > 0 {
		key += fmt.Sprintf("-%02d", d)
	}
	var text string
	switch {
	case m == 0:
		text = strings.TrimSpace(fmt.Sprintf("%s %s %s", day, month, y))
	case notation != english:
		text = notation.day(y, m, d)
	case d == 0:
		text = monthNames[m-1] + " " + y
	case purpose == "dmy" || dayFirst(c.trimmed(4)):
		text = fmt.Sprintf("%d %s %s", d, monthNames[m-1], y)
	default:
		text = fmt.Sprintf("%s %d, %s", monthNames[m-1], d, y)
	}
	if purpose == "table" {
		return c.aside(SortKey, key) + text
	}
	return text
}

// dayBeforeYear reports whether of the first and the last part of a date the last is
// the year; usual reports that it is where both could be.
func dayBeforeYear(first, last string, usual bool) bool {
	a, err := strconv.Atoi(strings.Trim(first, "er°. "))
	if err != nil || a > 31 || len(first) > 2 && first[0] == '0' {
		return false
	}
	b, err := strconv.Atoi(last)
	return err == nil && (usual || b > 31)
}

// hasYear reports whether a text that is not a number has a year in it: 5 April 1980.
func hasYear(s string) bool {
	digits := 0
	for _, r := range s {
		if digits++; !unicode.IsDigit(r) {
			digits = 0
		} else if digits == 4 {
			return true
		}
	}
	return false
}

// isWord reports whether a month is given by a name.
func isWord(s string) bool { return s != "" && strings.IndexFunc(s, unicode.IsDigit) < 0 }

func dayFirst(s string) bool {
	s = strings.ToLower(s)
	return s == "dmy" || strings.HasPrefix(s, "y") || s == "1" || s == "t" || s == "true"
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

// ageText is {{#age: year | month | day | year | month | day}}: full years from the
// first date to the second.
func ageText(c *call, first string) string {
	y1, err1 := strconv.Atoi(first)
	y2, err2 := strconv.Atoi(c.trimmed(3))
	if err1 != nil || err2 != nil {
		return ""
	}
	m1, d1, m2, d2 := monthOf(c.trimmed(1)), atoi(c.trimmed(2)), monthOf(c.trimmed(4)), atoi(c.trimmed(5))
	years := y2 - y1
	if m2 < m1 || m2 == m1 && d2 < d1 {
		years--
	}
	return strconv.Itoa(years)
}

// daysText is {{#days: year | month | day | year | month | day}}: the days from the
// first date to the second. With "after birthday" as seventh argument they are those
// after the last full year, with "after month" those after the last full month, with
// "months" it is the number of full months.
func daysText(c *call, first string) string {
	from, ok1 := dayOf(first, c.trimmed(1), c.trimmed(2))
	to, ok2 := dayOf(c.trimmed(3), c.trimmed(4), c.trimmed(5))
	if !ok1 || !ok2 || to.Before(from) {
		return ""
	}
	months := 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
	if to.Day() < from.Day() {
		months--
	}
	switch c.trimmed(6) {
	case "months":
		return strconv.Itoa(months)
	case "after birthday":
		from = from.AddDate(months/12, 0, 0)
	case "after month":
		from = from.AddDate(0, months, 0)
	}
	return strconv.Itoa(int(to.Sub(from).Hours() / 24))
}

// dayOf is the day that three arguments name.
func dayOf(year, month, day string) (time.Time, bool) {
	y, err := strconv.Atoi(year)
	m, d := monthOf(month), atoi(day)
	if err != nil || m == 0 || d == 0 {
		return time.Time{}, false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), true
}
