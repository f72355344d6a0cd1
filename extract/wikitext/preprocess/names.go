package preprocess

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// Lists of template names. A line is a name, or "prefix x" for x alone and x
// followed by more words (after a last / - or : by anything), or "suffix x" for names that end with the word x. Names
// are in lower case; lines that begin with # are comments.
var (
	// infoboxes.txt names the templates that make boxes, in the languages of wikis.
	//
	//go:embed infoboxes.txt
	infoboxText string
	// silent.txt names the templates that show nothing where they are
	// (navigation, tracking, maintenance).
	//
	//go:embed silent.txt
	silentText string
	// typographic.txt names the templates that only change how their text looks.
	//
	//go:embed typographic.txt
	typographicText string
	// citations.txt names the templates that cite a source.
	//
	//go:embed citations.txt
	citationText string

	infoboxNames     = sync.OnceValue(func() *nameList { return readNames(infoboxText) })
	silentNames      = sync.OnceValue(func() *nameList { return readNames(silentText) })
	typographicNames = sync.OnceValue(func() *nameList { return readNames(typographicText) })
	citationNames    = sync.OnceValue(func() *nameList { return readNames(citationText) })
)

// A nameList is a list of template names.
type nameList struct {
	names              map[string]bool
	prefixes, suffixes []string
}

func readNames(text string) *nameList {
	l := &nameList{names: map[string]bool{}}
	for line := range wordlist.Lines(text) {
		kind, name, _ := strings.Cut(line, " ")
		switch kind {
		case "prefix":
			l.prefixes = append(l.prefixes, name)
		case "suffix":
			l.suffixes = append(l.suffixes, name)
		case "name":
			l.names[name] = true
		default:
			l.names[line] = true
		}
	}
	return l
}

// has reports whether a template's name, in lower case, is in the list.
func (l *nameList) has(name string) bool {
	_, ok := l.find(name)
	return ok
}

// find is has, with what follows the prefix by which the name is in the list.
func (l *nameList) find(name string) (rest string, ok bool) {
	if l.names[name] {
		return "", true
	}
	for _, p := range l.prefixes {
		rest, ok := strings.CutPrefix(name, p)
		if first, _ := utf8.DecodeRuneInString(rest); ok && (!joinsWord(first) || strings.ContainsRune("/-:", rune(p[len(p)-1]))) {
			return rest, true
		}
	}
	for _, s := range l.suffixes {
		before, ok := strings.CutSuffix(name, s)
		if last, _ := utf8.DecodeLastRuneInString(before); ok && !joinsWord(last) {
			return "", true
		}
	}
	return "", false
}

// joinsWord reports whether a character beside a word makes it another one. Scripts
// that leave no space between words prove nothing that way.
func joinsWord(r rune) bool {
	return r != utf8.RuneError && unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// IsInfobox reports whether a template of that name makes a box of keys and values.
// {{Infobox/row}} is a part of one, and is not; {{Infobox spaceflight/dock}} is a box
// in another.
func IsInfobox(name string) bool {
	rest, ok := infoboxNames().find(strings.ToLower(name))
	return ok && !strings.HasPrefix(strings.TrimSpace(rest), "/")
}

// isSilent reports whether a template shows nothing where it is.
func isSilent(title string) bool { return silentNames().has(foldTitle(title)) }
