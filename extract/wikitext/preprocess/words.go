package preprocess

import (
	_ "embed"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words.txt
var wordsText string

// A prefixSet is what words.txt lists: the prefixes of template names, the words
// that make a page a redirect, the last words of templates that end a table, the keys
// by which infoboxes say what they are about, the arguments that say nothing of the
// page's subject, and the words for dates and ages in template names.
type prefixSet struct{ template, substitution, redirect, closing, naming, bookkeeping, date, age map[string]bool }

var prefixes = sync.OnceValue(func() prefixSet {
	kinds := map[string]map[string]bool{"template": {}, "substitution": {}, "redirect": {}, "closing": {}, "naming": {}, "bookkeeping": {}, "date": {}, "age": {}}
	for kind, word := range wordlist.All(wordsText) {
		kinds[kind][word] = true
	}
	return prefixSet{kinds["template"], kinds["substitution"], kinds["redirect"], kinds["closing"], kinds["naming"], kinds["bookkeeping"], kinds["date"], kinds["age"]}
})
