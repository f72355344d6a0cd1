// Package language finds the language of a page.
//
//	language.OfHost("de.wikipedia.org")                               "de"
//	language.OfText("Die Elbe ist ein Fluss und mündet in die Nordsee, die im Norden der Stadt liegt.")   "de"
//	language.OfText("| 1 | 2 |")                                      ""
//
// A text has a language only if its words leave no doubt: numbers are read by it.
package language

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words.txt
var words string

// Settle fills in the language of a page and the rest of m from what its source knows.
// m holds what the page declares. text yields the texts of the page; it is called only if
// nothing else has the language.
func Settle(m *document.Meta, src *source.Source, text func() string) {
	if src.Revision.ID != 0 {
		m.Revision = src.Revision.ID
	}
	if src.License != "" {
		m.License = src.License
	}
	if src.Wikidata != "" {
		m.Wikidata = src.Wikidata
	}
	if m.URL == "" && (strings.HasPrefix(src.Name, "https://") || strings.HasPrefix(src.Name, "http://")) {
		m.URL = src.Name
	}
	switch {
	case src.Language != "":
		m.Language, m.LanguageFrom = src.Language, cmp.Or(src.LanguageFrom, "source")
	case m.Language != "":
		m.LanguageFrom = "page"
	default:
		for _, address := range []string{m.URL, src.Revision.URL} {
			if m.Language = OfURL(address); m.Language != "" {
				m.LanguageFrom = "url"
				return
			}
		}
		if m.Language = OfText(text()); m.Language != "" {
			m.LanguageFrom = "text"
		}
	}
}

// A vocabulary is words.txt by what is found on a page.
type vocabulary struct {
	tags  []string // the languages in order; others name them by index
	words map[string]*entry
	// lengths has for each bucket a bit for each length of a word, which spares most
	// look-ups.
	lengths [utf8.RuneSelf + 1]uint32
	spaces  map[string][]int      // the languages that call a namespace so
	scripts map[string]string     // the tag of the language that is nearly alone with a script
	tables  []*unicode.RangeTable // the scripts,
	names   []string              // and their names
}

// An entry is a word and the languages that have it.
type entry struct {
	index     int // counts the words
	languages []int
}

var lists = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{words: map[string]*entry{}, spaces: map[string][]int{}, scripts: map[string]string{}}
	for kind, word := range wordlist.All(words) {
		tag, kind, _ := strings.Cut(kind, " ")
		v.add(tag, kind, word)
	}
	return v
})

func (v *vocabulary) add(tag, kind, word string) {
	n := slices.Index(v.tags, tag)
	if n < 0 {
		n = len(v.tags)
		v.tags = append(v.tags, tag)
	}
	switch kind {
	case "words":
		e := v.words[word]
		if e == nil {
			e = &entry{index: len(v.words)}
			v.words[word] = e
			v.lengths[bucket(word[0])] |= 1 << len(word)
		}
		e.languages = append(e.languages, n)
	case "space":
		v.spaces[word] = append(v.spaces[word], n)
	case "script":
		v.scripts[word] = tag
		v.tables, v.names = append(v.tables, unicode.Scripts[word]), append(v.names, word)
	}
}
