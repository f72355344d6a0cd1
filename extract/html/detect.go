package html

import (
	"bytes"
	"strings"
)

// How sure Detect is of a page. MediaWiki markup may hold HTML, but no links,
// pictures or scripts of it.
const (
	surelyHTML  = 99 // it begins as HTML does, or it is a wiki's own output
	likelyHTML  = 96 // it begins with a tag, and has some that no markup of a wiki lets through
	maybeHTML   = 90 // it begins with a tag, and has the cells of a table
	mixedHTML   = 20 // so it does, but there is markup of a wiki, too
	otherFormat = 1
)

// detectHead is how much of a page Detect looks at.
const detectHead = 64 << 10

// Detect returns how sure it is that a page is HTML, from 1 to 99.
func Detect(data []byte) int {
	data = data[:min(len(data), detectHead)]
	head := lowered(afterComments(marked(data)))
	switch {
	case strings.HasPrefix(head, "<!doctype html"), begins(head, "html"), begins(head, "head"), begins(head, "body"):
		return surelyHTML
	case strings.HasPrefix(head, "<?xml"):
		if _, rest, ok := strings.Cut(head, "?>"); ok {
			head = lowered(afterComments(rest))
		}
		if strings.HasPrefix(head, "<!doctype html") || begins(head, "html") {
			return surelyHTML
		}
		return otherFormat
	case !beginsTag(head):
		return otherFormat
	case hasAny(head, `class="mw-parser-output`, ` mw-parser-output"`, ` typeof="mw:`):
		return surelyHTML
	}
	wiki := hasAny(head, "[[", "{{", "\n{|", "'''")
	switch {
	case hasAny(head, "<a href=", "<a class=", "<a rel=", "<a title=", "<img ", "<script", "<meta ", "<link "):
		if wiki && !hasAny(head, "<a href=", "<a rel=", "<a class=") {
			return mixedHTML
		}
		return likelyHTML
	case hasAny(head, "<td", "<th") && strings.Contains(head, "<table"):
		if wiki {
			return mixedHTML
		}
		return maybeHTML
	}
	return otherFormat
}

// marked is the text of a page without its byte order mark. Of UTF-16 it has what is
// ASCII.
func marked(data []byte) string {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return strings.ReplaceAll(string(data[2:]), "\x00", "")
	}
	return string(bytes.TrimPrefix(data, []byte("\uFEFF")))
}

// afterComments is a page without the white space and the comments at its beginning.
func afterComments(s string) string {
	for {
		s = strings.TrimLeft(s, " \t\n\f\r")
		if !strings.HasPrefix(s, "<!--") {
			return s
		}
		end, ok := commentEnd(s, 0)
		if !ok {
			return s
		}
		s = s[end:]
	}
}

// begins reports whether a page begins with the start tag of an element.
func begins(head, name string) bool {
	rest, ok := strings.CutPrefix(head, "<"+name)
	return ok && rest != "" && endsName[rest[0]]
}

// beginsTag reports whether a page begins with the tag of an element that HTML has.
func beginsTag(head string) bool {
	var t token
	if !strings.HasPrefix(head, "<") || !t.read(head, 0) {
		return false
	}
	return t.info != nil || t.name == "span"
}

func hasAny(s string, marks ...string) bool {
	for _, m := range marks {
		if strings.Contains(s, m) {
			return true
		}
	}
	return false
}
