package preprocess

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// infoboxes.txt has the names of templates that make boxes, in the languages of
// wikis: "prefix x", "suffix x" or "name x" a line.
//
//go:embed infoboxes.txt
var infoboxText string

type boxNames struct {
	names              map[string]bool
	prefixes, suffixes []string
}

var boxes = sync.OnceValue(func() boxNames {
	b := boxNames{names: map[string]bool{}}
	for kind, name := range wordlist.Pairs(infoboxText) {
		name = strings.ToLower(name)
		switch kind {
		case "name":
			b.names[name] = true
		case "prefix":
			b.prefixes = append(b.prefixes, name)
		case "suffix":
			b.suffixes = append(b.suffixes, name)
		}
	}
	return b
})

// IsInfobox says whether a template of that name makes a box of keys and values.
func IsInfobox(name string) bool {
	name = strings.ToLower(name)
	b := boxes()
	if b.names[name] {
		return true
	}
	for _, p := range b.prefixes {
		rest, ok := strings.CutPrefix(name, p)
		first, _ := utf8.DecodeRuneInString(rest)
		if ok && (!joinsWord(first) || strings.HasSuffix(p, "/")) {
			return !strings.Contains(rest, "/") // {{Infobox/row}} is a part of one
		}
	}
	for _, s := range b.suffixes {
		rest, ok := strings.CutSuffix(name, s)
		if last, _ := utf8.DecodeLastRuneInString(rest); ok && !joinsWord(last) {
			return true
		}
	}
	return false
}

// joinsWord says that a character beside a word makes it another one. Scripts that
// leave no space between words say nothing by that.
func joinsWord(r rune) bool {
	return r != utf8.RuneError && unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
