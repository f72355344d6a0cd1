package wikitext

import (
	"bytes"
	"strings"

	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// How sure Detect is of a page. A page without any of the markup that only
// MediaWiki has may be read as wikitext, but there are better guesses.
const (
	surelyWikitext = 95 // a table of {|, an infobox, a redirect
	likelyWikitext = 85 // templates, links and other markup, more than one kind
	maybeWikitext  = 60 // one kind of it
	outlineOnly    = 25 // headings or list items: the plain dialect has the same
	anyText        = 10
	otherFormat    = 1
)

// detectHead is how much of a page Detect looks at.
const detectHead = 64 << 10

// Detect returns how sure it is that a page is MediaWiki markup, from 1 to 95.
func Detect(data []byte) int {
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), detectHead)], []byte("\uFEFF")))
	if isOtherFormat(head) {
		return otherFormat
	}
	text := string(head)
	if target, _ := preprocess.Redirect(text); target != "" {
		return surelyWikitext
	}
	outline := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if _, table := tableStart(line); table || beginsBox(line) {
			return surelyWikitext
		}
		outline = outline || line != "" && (isMarker(line[0]) || headingLevel(line) > 0)
	}
	switch kinds := markupKinds(text); {
	case kinds > 1:
		return likelyWikitext
	case kinds == 1:
		return maybeWikitext
	case outline:
		return outlineOnly
	}
	return anyText
}

// isOtherFormat reports whether a page begins as HTML, XML or JSON does.
func isOtherFormat(head []byte) bool {
	start := bytes.ToLower(head[:min(len(head), 16)])
	for _, mark := range []string{"<!doctype", "<html", "<?xml", "<mediawiki", "<page>", "{\"", "[{"} {
		if bytes.HasPrefix(start, []byte(mark)) {
			return true
		}
	}
	return false
}

// beginsBox reports whether a line begins with a template that is an infobox.
func beginsBox(line string) bool {
	name, ok := strings.CutPrefix(line, "{{")
	if !ok {
		return false
	}
	if i := strings.IndexAny(name, "|}<"); i >= 0 {
		name = name[:i]
	}
	return preprocess.IsInfobox(strings.TrimSpace(strings.ReplaceAll(name, "_", " ")))
}

// markupKinds is how many kinds of markup a text has that only MediaWiki knows.
func markupKinds(text string) int {
	kinds := 0
	for _, pair := range [][2]string{{"[[", "]]"}, {"{{", "}}"}, {"'''", "'''"}, {"<ref", "</ref>"}, {"<!--", "-->"}} {
		if _, rest, ok := strings.Cut(text, pair[0]); ok && strings.Contains(rest, pair[1]) {
			kinds++
		}
	}
	return kinds
}
