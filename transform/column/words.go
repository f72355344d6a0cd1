package column

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words/years.txt
var yearsFile string

//go:embed words/counts.txt
var countsFile string

//go:embed words/months.txt
var monthsFile string

//go:embed words/durations.txt
var durationsFile string

var (
	yearWords   = sync.OnceValue(func() *lexicon { return newLexicon(yearsFile) })
	countWords  = sync.OnceValue(func() *lexicon { return newLexicon(countsFile) })
	monthWords  = sync.OnceValue(func() *lexicon { return newLexicon(monthsFile) })
	lengthWords = sync.OnceValue(func() *lexicon { return newLexicon(durationsFile) })
)

// A lexicon is a set of words in lower case, and of those that may also begin or
// end a longer word.
type lexicon struct {
	words map[string]bool
	parts []string
}

// newLexicon reads one word a line. A line that begins with "# " is a comment, a
// word behind "~" may be part of a longer one.
func newLexicon(file string) *lexicon {
	l := &lexicon{words: map[string]bool{}}
	for line := range wordlist.Lines(file) {
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
		if l.words[word] {
			return true
		}
		for _, p := range l.parts {
			if strings.HasPrefix(word, p) || strings.HasSuffix(word, p) {
				return true
			}
		}
	}
	return false
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r)
}
