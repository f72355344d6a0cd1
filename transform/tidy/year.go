package tidy

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/page"
)

// firstYear and lastYear are what four digits of a title or caption have to stay within
// to be the year that it is about.
const firstYear, lastYear = 1500, 2100

// A contextYear is a year that completes dates without one, and what names it.
type contextYear struct {
	year int
	from string
}

// pageYear is the year that the page is about: the one of its infobox, or of its title.
func pageYear(d *page.Page) contextYear {
	if d.Year != 0 {
		return contextYear{d.Year, "the infobox"}
	}
	if year := onlyYear(pageTitle(d.Document.Title, d.Document.Source.Name)); year != 0 {
		return contextYear{year, "the title of the page"}
	}
	return contextYear{}
}

// tableYear is the year that a table is about. What is nearest to it decides: its caption,
// the headings above it from the last one up, then the page.
func tableYear(d *page.Page, sheet int) contextYear {
	s := &d.Sheets[sheet]
	if year := onlyYear(s.Grid.Table.Caption.Plain); year != 0 {
		return contextYear{year, "the caption"}
	}
	sections := d.Document.Sections
	for i := s.Section; i > 0 && i < len(sections); i = sections[i].Parent {
		if year := onlyYear(sections[i].Title.Plain); year != 0 {
			return contextYear{year, "the heading " + sections[i].Title.Plain}
		}
	}
	return pageYear(d)
}

// onlyYear is the year that a text names, if it names just one: not the two of a season
// (2008–09), nor a decade.
func onlyYear(text string) (year int) {
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && '0' <= text[end] && text[end] <= '9' {
			end++
		}
		if end == i {
			i++
			continue
		}
		n := 0
		for _, c := range []byte(text[i:end]) {
			n = min(10*n+int(c-'0'), lastYear+1)
		}
		if isYearAt(text, i, end) && n >= firstYear && n <= lastYear {
			if year != 0 && year != n {
				return 0
			}
			year = n
		} else if year != 0 && i > 0 && strings.TrimRight(text[:i], "-–/") != text[:i] {
			// The 09 of 2008–09.
			return 0
		}
		i = end
	}
	return year
}

// isYearAt reports whether the digits from i to end are a word of four.
func isYearAt(text string, i, end int) bool {
	letter := func(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
	return end-i == 4 && (i == 0 || !letter(text[i-1])) && (end == len(text) || !letter(text[end]))
}
