package preprocess

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsText string

// A prefixSet is the prefixes of template names that words.txt lists.
type prefixSet struct{ template, substitution map[string]bool }

var prefixes = sync.OnceValue(func() prefixSet {
	kinds := map[string]map[string]bool{"template": {}, "substitution": {}}
	for line := range strings.Lines(wordsText) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.SplitSeq(words, ",") {
			kinds[kind][strings.TrimSpace(word)] = true
		}
	}
	return prefixSet{kinds["template"], kinds["substitution"]}
})
