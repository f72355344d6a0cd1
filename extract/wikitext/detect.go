package wikitext

import (
	"bytes"
)

// signs are what only MediaWiki markup has, with how sure each makes it; those at
// the beginning of a line only count there.
var signs = []struct {
	text      string
	lineStart bool
	sure      int
}{
	{"{|", true, 98},
	{"{{Infobox", false, 98},
	{"#REDIRECT", true, 96},
	{"[[Category:", false, 96},
	{"[[File:", false, 96},
	{"<ref", false, 90},
	{"{{", false, 85},
	{"[[", false, 85},
	{"'''", false, 85},
	{"<nowiki", false, 85},
	{"__NOTOC__", false, 85},
}

// Detect says how sure it is that a page is MediaWiki markup, from 0 to 100. A page
// that has none of it but headings, lists and text could be of any dialect.
func Detect(data []byte) int {
	best := 10
	for _, s := range signs {
		if s.sure > best && has(data, []byte(s.text), s.lineStart) {
			best = s.sure
		}
	}
	return best
}

func has(data, sign []byte, lineStart bool) bool {
	for from := 0; ; {
		i := bytes.Index(data[from:], sign)
		if i < 0 {
			return false
		}
		i += from
		if !lineStart || len(bytes.TrimRight(data[bytes.LastIndexByte(data[:i], '\n')+1:i], " \t:")) == 0 {
			return true
		}
		from = i + 1
	}
}
