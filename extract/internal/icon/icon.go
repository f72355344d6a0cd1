// Package icon knows pictures that mean something: arrows for a rise or fall, medals,
// ticks. Both markups read them alike: {{decrease}} 2.4 and <img alt="Decrease"> 2.4 are
// "▼ 2.4", {{gold1}} and <img alt="Gold medal"> alone in a cell are "1".
//
//	icon.OfPicture("Decrease2.svg")    Icon{Meaning: "Decrease", Sign: "▼"}
//	icon.OfPicture("A red house")      no icon
package icon

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// An Icon is a picture that means something. A text shows its Sign, which may be
// empty, before a number, and its Meaning where it has nothing else.
type Icon struct{ Meaning, Sign string }

//go:embed icons.txt
var iconText string

// entries returns the icons with the names of one kind: template or picture.
func entries(kind string) iter.Seq2[string, Icon] {
	return func(yield func(string, Icon) bool) {
		for head, name := range wordlist.All(iconText) {
			words := strings.Fields(head)
			icon := Icon{Meaning: words[0]}
			if len(words) == 3 {
				icon.Sign = words[1]
			}
			if words[len(words)-1] == kind && !yield(name, icon) {
				return
			}
		}
	}
}

// Templates returns the names of templates that show an icon, in lower case.
func Templates() iter.Seq2[string, Icon] { return entries("template") }

var pictures = sync.OnceValue(func() map[string]Icon {
	out := map[string]Icon{}
	for name, icon := range entries("picture") {
		out[string(fold(nil, name))] = icon
	}
	return out
})

// maxName is how many bytes the name of an icon may have.
const maxName = 48

// OfPicture returns the icon that an alternative text, a title or the name of a file
// speaks of. Case, punctuation, an extension and a number at the end do not matter.
func OfPicture(text string) (Icon, bool) {
	if i := strings.LastIndexByte(text, '.'); i > 0 && len(text)-i <= len(".jpeg") {
		text = text[:i]
	}
	if text == "" || len(text) > maxName {
		return Icon{}, false
	}
	var buf [2 * maxName]byte
	name := fold(buf[:0], text)
	icon, ok := pictures()[string(name)]
	if !ok {
		icon, ok = pictures()[strings.TrimRight(string(name), "0123456789 ")]
	}
	return icon, ok
}

// fold appends a text in lower case, with one space for punctuation and white space.
func fold(out []byte, text string) []byte {
	gap := false
	for _, r := range text {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			gap = len(out) > 0
			continue
		}
		if gap {
			out, gap = append(out, ' '), false
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	return out
}

// own are the beginnings of a number with a sign of its own, or with parentheses, which
// say what they say without an icon.
var own = []string{"+", "-", "−", "–", "±", "("}

// Precedes reports whether a sign may be shown before the text that follows it. Before
// nothing, and beside a number that has its own sign, none is.
func Precedes(text string) bool {
	text = strings.TrimSpace(text)
	for _, sign := range own {
		if strings.HasPrefix(text, sign) {
			return false
		}
	}
	return text != ""
}
