package collection

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// mostTitles is how many different titles of one shape are counted.
const mostTitles = 64

// titles counts the titles of tables, without numbers: "results" of "1998 results".
type titles []titleCount

type titleCount struct {
	slug, text string // as a file name, and as people read it
	tables     int
}

// add counts a title and the name of the table's file, "tables/1998-season/01-results".
func (t *titles) add(title, file string) {
	slug := withoutNumbers(file[strings.LastIndexByte(file, '/')+1:], "-")
	if slug == "" {
		return
	}
	t.merge(titleCount{slug, withoutNumbers(title, " "), 1})
}

func (t *titles) merge(c titleCount) {
	i := slices.IndexFunc(*t, func(h titleCount) bool { return h.slug == c.slug })
	switch {
	case i >= 0:
		(*t)[i].tables += c.tables
	case len(*t) < mostTitles:
		*t = append(*t, c)
	}
}

// most is the title of two tables or more, at least half of all, the zero titleCount if there is none.
func (t titles) most(tables int) titleCount {
	if len(t) == 0 {
		return titleCount{}
	}
	best := slices.MinFunc(t, func(a, b titleCount) int {
		return cmp.Or(b.tables-a.tables, strings.Compare(a.slug, b.slug))
	})
	if best.tables < 2 || 2*best.tables < tables {
		return titleCount{}
	}
	return best
}

// withoutNumbers leaves out the words of a text that have a digit.
func withoutNumbers(text, between string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || between == "-" && r == '-' })
	words = slices.DeleteFunc(words, func(w string) bool {
		return strings.ContainsFunc(w, unicode.IsDigit) || !strings.ContainsFunc(w, unicode.IsLetter)
	})
	return strings.TrimRight(strings.Join(words, between), " ,:;")
}

// slugOf makes a name of the names of columns that ASCII can write.
func slugOf(columns []string) string {
	var b strings.Builder
	words := 0
	for _, c := range columns {
		if words == 3 {
			break
		}
		if strings.ContainsFunc(c, func(r rune) bool { return r > unicode.MaxASCII }) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(strings.ReplaceAll(c, "_", "-"))
		words++
	}
	return cmp.Or(b.String(), "table")
}

// reserved are names that Windows keeps for devices.
var reserved = []string{"con", "prn", "aux", "nul"}
