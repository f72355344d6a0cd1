package wikitext

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/wikitext/preprocess"
)

// A space is the kind of page that a link's prefix names.
type space uint8

const (
	articleSpace space = iota
	fileSpace
	categorySpace
	languageLink
)

// namespaceOf reads the prefix of a link's target.
func namespaceOf(target string) (space, string) {
	i := strings.IndexByte(target, ':')
	if i <= 0 || i > 40 {
		return articleSpace, target
	}
	name := target[:i]
	if strings.IndexByte(name, '_') >= 0 {
		name = strings.ReplaceAll(name, "_", " ")
	}
	name = strings.ToLower(strings.TrimSpace(name))
	kind := words().spaces[name]
	if kind == languageLink && target[0] != name[0] { // language codes are in lower case
		return articleSpace, target
	}
	return kind, target[i+1:]
}

// isFile reports whether the inside of a link begins with the prefix of files.
func isFile(inside string) bool {
	kind, _ := namespaceOf(inside[:min(len(inside), 60)])
	return kind == fileSpace
}

// Redirect is the title that a page's wikitext leads to where it only points to another
// page, otherwise empty.
func Redirect(text string) string {
	target, _ := preprocess.Redirect(text)
	return target
}
