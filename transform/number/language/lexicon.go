package language

import (
	"unicode"
	"unicode/utf8"
)

// A Lexicon finds the longest phrase that it knows at a place of a text, whatever
// its case. The words of a phrase may be apart by a space, a no-break space or
// a hyphen, and each may end in the dot of an abbreviation:
//
//	l.Add("v. Chr.", bc)
//	l.Find("44 v.Chr. geboren", 3)      bc, end behind "Chr"
//
// Scripts that write no spaces are matched by the longest beginning. A Lexicon
// must not be changed once it is used from several goroutines.
type Lexicon[T any] struct {
	phrases map[string]T
	// heads are the beginnings of phrases of several words.
	heads map[string]bool
	// ideographs is the length in runes of the longest phrase in a script
	// without spaces.
	ideographs int
}

// maxPhrase is the longest phrase in bytes, folded.
const maxPhrase = 64

// Add makes l find phrase. A phrase that it had is replaced.
func (l *Lexicon[T]) Add(phrase string, meaning T) {
	if l.phrases == nil {
		l.phrases, l.heads = map[string]T{}, map[string]bool{}
	}
	l.phrases[l.fold(phrase)] = meaning
}

// fold returns the form in which Find looks for a phrase, and notes its beginnings.
func (l *Lexicon[T]) fold(phrase string) string {
	if r, _ := utf8.DecodeRuneInString(phrase); IsIdeograph(r) {
		l.ideographs = max(l.ideographs, utf8.RuneCountInString(phrase))
		return phrase
	}
	var buf []byte
	for i := 0; i < len(phrase); {
		if len(buf) > 0 {
			l.heads[string(buf)] = true
			buf = append(buf, ' ')
		}
		end := WordEnd(phrase, i)
		if end == i {
			panic("language: phrase " + phrase + " has a word without letters")
		}
		buf = appendLower(buf, phrase[i:end])
		i = gap(phrase, end)
	}
	return string(buf)
}

// Find returns the longest phrase that begins at byte start and its end. A dot
// behind the last word is not part of it.
func (l *Lexicon[T]) Find(text string, start int) (meaning T, end int, ok bool) {
	if start >= len(text) {
		return meaning, start, false
	}
	if text[start] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(text[start:]); IsIdeograph(r) {
			return l.findIdeographs(text, start)
		}
	}
	var space [maxPhrase]byte
	buf := space[:0]
	end = start
	for i := start; ; {
		next := WordEnd(text, i)
		if next == i || len(buf)+next-i >= maxPhrase {
			return meaning, end, ok
		}
		buf = appendLower(buf, text[i:next])
		if m, found := l.phrases[string(buf)]; found {
			meaning, end, ok = m, next, true
		}
		if !l.heads[string(buf)] {
			return meaning, end, ok
		}
		buf = append(buf, ' ')
		i = gap(text, next)
	}
}

func (l *Lexicon[T]) findIdeographs(text string, start int) (meaning T, end int, ok bool) {
	end = start
	for i, n := start, 0; i < len(text) && n < l.ideographs; n++ {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if m, found := l.phrases[text[start:i]]; found {
			meaning, end, ok = m, i, true
		}
	}
	return meaning, end, ok
}

// IsIdeograph reports whether r belongs to a script that sets no spaces between
// words: Chinese characters and kana.
func IsIdeograph(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0x20000 <= r && r <= 0x3FFFF
}

// IsLetter reports whether r may be in a word.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	if 0x2000 <= r && r < 0x2070 {
		// Dashes, quotes and spaces are what most often follows a number.
		return false
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.M, r)
}

// WordEnd returns the end of the letters at start, of which ideographs are none.
func WordEnd(text string, start int) int {
	i := start
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !IsLetter(r) || IsIdeograph(r) {
			break
		}
		i += size
	}
	return i
}

// gap returns the start of the next word of a phrase: behind a dot, and behind one
// space or hyphen.
func gap(text string, i int) int {
	if i < len(text) && text[i] == '.' {
		i++
	}
	if i < len(text) && (text[i] == ' ' || text[i] == '-') {
		return i + 1
	}
	if len(text) >= i+2 && text[i:i+2] == "\u00a0" {
		return i + 2
	}
	return i
}

func appendLower(buf []byte, word string) []byte {
	for i := 0; i < len(word); {
		if b := word[i]; b < utf8.RuneSelf {
			if 'A' <= b && b <= 'Z' {
				b += 'a' - 'A'
			}
			buf, i = append(buf, b), i+1
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		buf, i = utf8.AppendRune(buf, unicode.ToLower(r)), i+size
	}
	return buf
}
