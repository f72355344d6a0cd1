package plain

import (
	"bytes"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// How sure Detect is of a page. Any text is a plain page if nothing else fits, so
// that plain is never ruled out.
const (
	surelyPlain  = 95 // an infobox of `- Key: value` lines
	likelyPlain  = 80 // tables of closed rows, and no other markup
	mixedPlain   = 40 // tables of closed rows beside other markup
	outlinePlain = 30 // headings or list items alone: wikitext has the same
	anyText      = 20
	otherMarkup  = 5
)

// detectHead is how much of a page Detect looks at.
const detectHead = 64 << 10

// Detect returns how sure it is that a page is in the plain dialect, from 5 to 95.
// What other formats begin their tables and templates with speaks against it:
// `{|`, `{{`, `[[`, `<table`, `<html`.
func Detect(data []byte) int {
	head := data[:min(len(data), detectHead)]
	other := hasOtherMarkup(head)
	p := newPage(&source.Source{Data: head}, New(Options{}).opt)
	rows, outline := 0, false
	for l, ok := p.rest.next(); ok; l, ok = p.rest.next() {
		switch {
		case l.text == "":
		case p.infobox(l):
			return surelyPlain
		case l.text[0] == '|' && closed(l.text) && filled(l.text):
			rows++
		default:
			_, _, item := splitItem(l.text)
			_, _, heading := splitHeading(l.text)
			outline = outline || item || heading
		}
	}
	switch {
	case rows > 1 && !other:
		return likelyPlain
	case rows > 1:
		return mixedPlain
	case other:
		return otherMarkup
	case rows == 1 || outline:
		return outlinePlain
	}
	return anyText
}

// hasOtherMarkup looks for what opens tables, templates and links elsewhere.
func hasOtherMarkup(head []byte) bool {
	for _, mark := range []string{"\n{|", "{{", "[[", "<table", "<html", "<!doctype"} {
		if bytes.Contains(head, []byte(mark)) || bytes.Contains(head, []byte(strings.ToUpper(mark))) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("{|"))
}
