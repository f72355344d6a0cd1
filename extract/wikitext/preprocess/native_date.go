package preprocess

import (
	"fmt"
	"strconv"
	"strings"
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
// templates for dates print it. For a table the sort key comes before it.
func dateText(c *call, purpose string) string {
	y, m, d := c.trimmed(1), monthOf(c.trimmed(2)), atoi(c.trimmed(3))
	year, err := strconv.Atoi(y)
	if err != nil || m == 0 {
		if c.trimmed(2) != "" && m == 0 {
			return y + " " + c.trimmed(2)
		}
		return y // a date in words, or a year alone
	}
	text := monthNames[m-1] + " " + y
	key := fmt.Sprintf("%04d-%02d", year, m)
	if d > 0 {
		key += fmt.Sprintf("-%02d", d)
		text = fmt.Sprintf("%s %d, %s", monthNames[m-1], d, y)
		if dayFirst(c.trimmed(4)) {
			text = fmt.Sprintf("%d %s %s", d, monthNames[m-1], y)
		}
	}
	if purpose == "table" {
		return c.aside(SortKey, key) + text
	}
	return text
}

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
