package preprocess

import (
	_ "embed"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words.txt
var wordsText string

// A prefixSet is what words.txt lists: the prefixes of template names, and the
// words that make a page a redirect.
type prefixSet struct{ template, substitution, redirect map[string]bool }

var prefixes = sync.OnceValue(func() prefixSet {
	kinds := map[string]map[string]bool{"template": {}, "substitution": {}, "redirect": {}}
	for kind, word := range wordlist.All(wordsText) {
		kinds[kind][word] = true
	}
	return prefixSet{kinds["template"], kinds["substitution"], kinds["redirect"]}
})
