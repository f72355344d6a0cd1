package wikitext

import "github.com/tidywiki/tidywiki/extract/wikitext/preprocess"

// Redirect is the title that a page's wikitext leads to where it only points to another
// page, otherwise empty.
func Redirect(text string) string {
	target, _ := preprocess.Redirect(text)
	return target
}
