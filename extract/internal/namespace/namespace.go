// Package namespace finds what the prefix of a link's target means.
//
//	Of("Datei:Elm.jpg")       FileLink, "Elm.jpg"
//	Of("fr:Orme")             InterwikiLink, "Orme"
//	Of("Elm: a tree")         PageLink, "Elm: a tree"
package namespace

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words.txt
var wordsText string

// A prefix is what a word before a colon means.
type prefix struct {
	kind document.LinkKind
	// language reports that it is the code of a language.
	language bool
}

var prefixes = sync.OnceValue(func() map[string]prefix {
	kinds := map[string]prefix{"file": {kind: document.FileLink}, "category": {kind: document.CategoryLink},
		"language": {kind: document.InterwikiLink, language: true}, "wiki": {kind: document.InterwikiLink}}
	out := map[string]prefix{}
	for kind, word := range wordlist.All(wordsText) {
		if _, taken := out[word]; !taken {
			out[word] = kinds[kind]
		}
	}
	return out
})

// maxPrefix is how long a prefix may be.
const maxPrefix = 40

// Of returns what a page's title points to, and the title without the prefix that says
// so.
func Of(title string) (document.LinkKind, string) {
	p, rest := of(title)
	return p.kind, rest
}

// IsLanguage reports whether a title has the code of a language before it.
func IsLanguage(title string) bool {
	p, _ := of(title)
	return p.language
}

func of(title string) (prefix, string) {
	i := strings.IndexByte(title, ':')
	if i <= 0 || i > maxPrefix {
		return prefix{}, title
	}
	name := title[:i]
	if strings.IndexByte(name, '_') >= 0 {
		name = strings.ReplaceAll(name, "_", " ")
	}
	name = strings.ToLower(strings.TrimSpace(name))
	p, ok := prefixes()[name]
	if !ok || p.language && title[0] != name[0] { // codes are in lower case
		return prefix{}, title
	}
	return p, title[i+1:]
}
