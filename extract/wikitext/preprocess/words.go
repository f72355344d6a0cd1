package preprocess

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// A prefixSet is what words.txt lists: the prefixes of template names, and the
// words that make a page a redirect.
type prefixSet struct{ template, substitution, redirect map[string]bool }

var prefixes = sync.OnceValue(func() prefixSet {
	kinds := map[string]map[string]bool{"template": {}, "substitution": {}, "redirect": {}}
	for line := range strings.Lines(wordsText) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.SplitSeq(words, ",") {
			kinds[kind][strings.TrimSpace(word)] = true
		}
	}
	return prefixSet{kinds["template"], kinds["substitution"], kinds["redirect"]}
})
