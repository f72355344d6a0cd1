package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// redirect reads the target of a page that only points to another, and where the
// text after that begins.
func redirect(text string) (target string, end int) {
	lead := len(text) - len(trimLeft(text))
	if !strings.HasPrefix(text[lead:], "#") {
		return "", 0
	}
	line, _, _ := strings.Cut(text[lead:], "\n")
	open := strings.Index(line, "[[")
	if open < 0 || !words().redirects[strings.ToLower(strings.TrimRight(line[1:open], " \t:"))] {
		return "", 0
	}
	length := strings.Index(line[open:], "]]")
	if length < 0 {
		return "", 0
	}
	target, _, _ = strings.Cut(line[open+2:open+length], "|")
	target = strings.TrimPrefix(strings.TrimSpace(preprocess.DecodeEntities(target)), ":")
	return target, lead + open + length + len("]]")
}

// Redirect is the title that a page's wikitext leads to where it only points to another
// page, otherwise empty.
func Redirect(text string) string {
	target, _ := redirect(text)
	return target
}
