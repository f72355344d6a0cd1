package wikitext

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// words.txt has the words of the markup in the languages of wikis.
//
//go:embed words.txt
var wordsText string

// A wordTable is the content of words.txt.
type wordTable struct {
	options  map[string]imageKind // options of files
	settings map[string]imageKind // those that have a value
	alt      map[string]bool      // those of settings that give the text of a file
	switches map[string]bool
}

var words = sync.OnceValue(func() wordTable {
	t := wordTable{map[string]imageKind{}, map[string]imageKind{}, map[string]bool{}, map[string]bool{}}
	for kind, word := range wordlist.All(wordsText) {
		t.add(kind, word)
	}
	return t
})

func (t *wordTable) add(kind, word string) {
	switch kind {
	case "frame":
		t.options[word], t.settings[word] = optionFrame, optionFrame
	case "option":
		t.options[word] = otherOption
	case "setting":
		t.settings[word] = otherOption
	case "alt":
		t.settings[word], t.alt[word] = otherOption, true
	case "switch":
		t.switches[word] = true
	}
}

// isSwitch reports whether a word between double underscores is a behaviour switch.
func isSwitch(word string) bool { return words().switches[strings.ToLower(word)] }
