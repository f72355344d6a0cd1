package plain

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// maxKey is how many bytes a key of an infobox may have. What is longer is a
// sentence with a colon in it.
const maxKey = 120

// splitPair splits `Key: value`. The value is the end of s.
func splitPair(s string) (key, value string, ok bool) {
	head := s[:min(len(s), maxKey+1)]
	for i := 0; i < len(head); i++ {
		switch {
		case head[i] == ':' && !insideWord(s, i):
			return collapse(s[:i]), trimLeft(s[i+1:]), true
		case head[i] == "："[0] && strings.HasPrefix(s[i:], "："):
			return collapse(s[:i]), trimLeft(s[i+len("："):]), true
		}
	}
	return "", "", false
}

// insideWord reports whether the colon at i belongs to an address or is
// between two numbers, as in 10:30.
func insideWord(s string, i int) bool {
	if strings.HasPrefix(s[i+1:], "//") {
		return true
	}
	if i == 0 || i+1 == len(s) || !digit(s[i-1]) || !digit(s[i+1]) {
		return false
	}
	for i--; i >= 0 && digit(s[i]); i-- {
	}
	return i < 0 || s[i] == ' ' || s[i] == ':'
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// A param is a parameter of a template that was left in a value:
// ` | key = value`. Its value runs to the end and may hold further ones.
type param struct {
	key, value string
	ok         bool
}

// nextFused splits a value before the first parameter in it. A pipe without a
// name and an equals sign, one without white space before it, and one inside
// braces or brackets begins none.
func nextFused(s string) (value string, p param) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '{', '[':
			depth++
		case '}', ']':
			depth = max(depth-1, 0)
		case '|':
			if depth > 0 || i > 0 && !asciiSpace(s[i-1]) {
				continue
			}
			if p := assignment(s[i+1:]); p.ok {
				return s[:i], p
			}
		}
	}
	return s, param{}
}

// assignment reads `key = value`.
func assignment(s string) param {
	end := strings.IndexAny(s[:min(len(s), maxKey)], "=|\n\r")
	if end < 0 || s[end] != '=' {
		return param{}
	}
	key := trim(s[:end])
	if key == "" || strings.ContainsAny(key[len(key)-1:], "!<>~:") || strings.HasPrefix(s[end+1:], "=") || strings.HasPrefix(s[end+1:], ">") {
		return param{} // a comparison or an arrow
	}
	return param{key, s[end+1:], true}
}

func (p *page) noteFused(b *box, raw string, pairs int) {
	p.notes.Add(source.Note{Severity: source.Warning, Code: "fused_parameters", Where: "infobox", Line: b.num,
		Field: b.key, Observed: collapse(raw), Expected: fmt.Sprintf("%d pairs", pairs),
		Message: fmt.Sprintf("the value of %s holds further parameters; each became a pair of its own", b.key)})
}

// noteKey notes a key that no program could use as a name.
func (p *page) noteKey(pair document.Pair) {
	if !oddKey(pair.Key) {
		return
	}
	p.notes.Add(source.Note{Severity: source.Info, Code: "odd_key", Where: "infobox", Line: pair.Line,
		Field: pair.Key, Observed: pair.Key, Message: "the key is not an identifier"})
}

// oddKey reports whether a key has no letter or holds marks of a markup.
func oddKey(key string) bool {
	if strings.ContainsAny(key, "#=|<>{}[]") {
		return true
	}
	for i := 0; i < len(key); {
		r, size := utf8.DecodeRuneInString(key[i:])
		if unicode.IsLetter(r) {
			return false
		}
		i += size
	}
	return true
}
