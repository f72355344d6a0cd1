// Package figure writes counts for people.
//
//	Grouped(1234567)    1,234,567
//	Count(1, "page")    1 page
//	Count(1200, "page") 1,200 pages
package figure

import "strconv"

// Grouped writes a number, which is not negative, with a comma between groups of
// three digits.
func Grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count writes a number, which is not negative, with its noun in the right form.
func Count(n int64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Grouped(n) + " " + noun
}
