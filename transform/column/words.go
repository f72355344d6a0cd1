package column

import (
	"embed"
	"strings"
	"sync"
	"unicode"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words/*.txt
var wordFiles embed.FS

// What else headers are looked up in, as the kinds are; each is a file.
var (
	areaWords    = lexiconOf("areas")
	densityWords = lexiconOf("densities")
)

func lexiconOf(name string) func() *lexicon {
	return sync.OnceValue(func() *lexicon { return newLexicon(wordFile(name)) })
}

func wordFile(name string) string {
	text, err := wordFiles.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	return string(text)
}

// A lexicon is a set of words in lower case, of those that may also begin or end a
// longer word, and of those that must be the whole text.
type lexicon struct {
	words, whole map[string]bool
	parts        []string
}

// newLexicon reads one word a line. A line that begins with "# " is a comment, a
// word behind "~" may be part of a longer one, a word behind "=" must be alone.
func newLexicon(file string) *lexicon {
	l := &lexicon{words: map[string]bool{}, whole: map[string]bool{}}
	for line := range wordlist.Lines(file) {
		if word, alone := strings.CutPrefix(line, "="); alone {
			l.whole[word] = true
			continue
		}
		word, part := strings.CutPrefix(line, "~")
		l.words[word] = true
		if part {
			l.parts = append(l.parts, word)
		}
	}
	return l
}

// in reports whether a text has a word of the lexicon.
func (l *lexicon) in(text string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), notWord) {
		if l.has(word) {
			return true
		}
	}
	return false
}

func (l *lexicon) has(word string) bool {
	if l.words[word] {
		return true
	}
	for _, p := range l.parts {
		if strings.HasPrefix(word, p) || strings.HasSuffix(word, p) {
			return true
		}
	}
	return false
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r)
}
