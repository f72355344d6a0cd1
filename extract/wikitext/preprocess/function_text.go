package preprocess

import (
	"cmp"
	"strconv"
	"strings"
)

// titleParts is {{#titleparts: title | number | first}}: so many segments of a
// title between slashes, from the first one named on. Negative numbers count from
// the end.
func titleParts(c *call, title string) string {
	parts := strings.Split(title, "/")
	first, _ := strconv.Atoi(c.trimmed(2))
	switch {
	case first > 0:
		first--
	case first < 0:
		first = max(len(parts)+first, 0)
	}
	parts = parts[min(first, len(parts)):]
	switch n, _ := strconv.Atoi(c.trimmed(1)); {
	case n > 0:
		parts = parts[:min(n, len(parts))]
	case n < 0:
		parts = parts[:max(len(parts)+n, 0)]
	}
	return strings.Join(parts, "/")
}

// gender is {{gender: user | his | her | their}}: of whom is not known, so that it
// is the last form, or the first where that is missing.
func gender(c *call, _ string) string { return cmp.Or(c.trimmed(3), c.trimmed(1)) }

// unknownCall is the name of what is called, if that is a parser function that is
// not known, or another page that is to be put in. Such a call stays as text.
func (c *call) unknownCall() (name string, ok bool) {
	if page, ok := strings.CutPrefix(c.name, ":"); ok {
		_, ok = templateTitle(page)
		return c.name, ok
	}
	name, _, ok = strings.Cut(c.name, ":")
	if !ok || len(name) < 2 || name[0] != '#' || len(name) > maxName {
		return "", false
	}
	for i := 1; i < len(name); i++ {
		if lower := name[i] | 0x20; lower < 'a' || lower > 'z' {
			return "", false
		}
	}
	return strings.ToLower(name), true
}
