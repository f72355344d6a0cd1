// Package figure writes counts for people.
//
//	Grouped(1234567)    1,234,567
//	Count(1, "page")    1 page
//	Count(1200, "page") 1,200 pages
package figure

import "github.com/dustin/go-humanize"

// Grouped writes a number with a comma between groups of three digits.
func Grouped(n int64) string { return humanize.Comma(n) }

// Count writes a number with its noun in the right form.
func Count(n int64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Grouped(n) + " " + noun
}
