package files

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// pages returns the pages sorted by name. It makes the names unique.
func (l *lister) pages() []page {
	pages := make([]page, 0, len(l.taken))
	for _, p := range l.taken {
		p.name = readable(p.name)
		pages = append(pages, p)
	}
	slices.SortFunc(pages, byName)
	for _, same := range sharing(pages) {
		for i := range same {
			if same[i].folder != "" {
				same[i].name = readable(same[i].folder) + "/" + same[i].name
			}
		}
	}
	slices.SortFunc(pages, byName)
	number(pages)
	slices.SortFunc(pages, byName)
	return pages
}

func byName(a, b page) int {
	if c := strings.Compare(a.name, b.name); c != 0 {
		return c
	}
	return strings.Compare(a.given, b.given)
}

// sharing returns the runs of sorted pages with the same name.
func sharing(pages []page) [][]page {
	var runs [][]page
	for i := 0; i < len(pages); {
		j := i + 1
		for j < len(pages) && pages[j].name == pages[i].name {
			j++
		}
		if j-i > 1 {
			runs = append(runs, pages[i:j])
		}
		i = j
	}
	return runs
}

// number adds -2, -3 and so on to the first part of names that are not unique:
// pages/a.txt, pages-2/a.txt.
func number(pages []page) {
	used := make(map[string]bool, len(pages))
	for _, p := range pages {
		used[p.name] = true
	}
	for _, same := range sharing(pages) {
		first, rest, _ := strings.Cut(same[0].name, "/")
		n := 2
		for i := range same[1:] {
			name := same[0].name
			for used[name] {
				name = first + "-" + strconv.Itoa(n) + "/" + rest
				n++
			}
			same[i+1].name = name
			used[name] = true
		}
	}
}

// readable returns a name as valid UTF-8 without control characters. File systems allow
// other names.
func readable(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
}
