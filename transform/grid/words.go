package grid

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed words/totals.txt
var totalsFile string

//go:embed words/headers.txt
var headersFile string

//go:embed words/edges.txt
var edgesFile string

//go:embed words/nulls.txt
var nullsFile string

//go:embed words/summaries.txt
var summariesFile string

var (
	summaryLabels = sync.OnceValue(func() *lexicon { return newLexicon(summariesFile) })
	totalLabels   = sync.OnceValue(func() *lexicon { return newLexicon(totalsFile) })
	edgeLabels    = sync.OnceValue(func() *lexicon { return newLexicon(edgesFile) })
	nullWords     = sync.OnceValue(func() *lexicon { return newLexicon(nullsFile) })
	headerWords   = sync.OnceValue(func() *lexicon { return newLexicon(headersFile) })
)

// A lexicon is a set of words and phrases in lower case, each of less than 64
// bytes. Those that map to true may also be the first or last word of a longer
// text.
type lexicon struct {
	words map[string]bool
	// lengths has for each bucket a bit for each length of a word, parts those of
	// the words that may be part of a text. They spare most look-ups.
	lengths, parts [256]uint64
}

// newLexicon reads one entry a line. A line that begins with "# " is a comment,
// "#" alone an entry, and "~" marks a word that may be part of a longer text.
func newLexicon(file string) *lexicon {
	l := &lexicon{words: map[string]bool{}}
	for line := range wordlist.Lines(file) {
		entry, part := strings.CutPrefix(line, "~")
		l.words[entry] = part
		l.lengths[bucket(entry[0])] |= 1 << len(entry)
		if part {
			l.parts[bucket(entry[0])] |= 1 << len(entry)
		}
	}
	return l
}

// has looks a text up without regard to case.
func (l *lexicon) has(text string) bool {
	_, ok := l.find(text, &l.lengths)
	return ok
}

// ends reports whether the first and the last of several words are among those that
// may be part of a longer text.
func (l *lexicon) ends(text string) (first, last bool) {
	i, j := strings.IndexByte(text, ' '), strings.LastIndexByte(text, ' ')
	if i < 0 {
		return false, false
	}
	first, _ = l.find(text[:i], &l.parts)
	last, _ = l.find(text[j+1:], &l.parts)
	return first, last
}

// find does not allocate.
func (l *lexicon) find(text string, lengths *[256]uint64) (part, ok bool) {
	if len(text) == 0 || len(text) >= 64 || lengths[bucket(text[0])]>>len(text)&1 == 0 {
		return false, false
	}
	var buf [128]byte
	folded := buf[:0]
	for _, r := range text {
		if r < utf8.RuneSelf {
			folded = append(folded, lower(byte(r)))
		} else {
			folded = utf8.AppendRune(folded, unicode.ToLower(r))
		}
	}
	part, ok = l.words[string(folded)]
	return part, ok
}

// bucket sorts words by their first byte. Beyond ASCII it may change with the case.
func bucket(first byte) byte { return min(lower(first), utf8.RuneSelf) }

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		b |= 0x20
	}
	return b
}

// isHeaderWord knows the column headers of words/headers.txt, alone or where
// that is allowed with other words.
func isHeaderWord(text string) bool {
	if len(text) > 48 {
		return false
	}
	l := headerWords()
	first, last := l.ends(text)
	return first || last || l.has(text)
}
