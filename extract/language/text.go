package language

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// looked is how much of a text is read: the words of a language come early.
	looked = 48 << 10
	// A language is told by so many of its words at least, of which so many are
	// different, and so many times those of the next language.
	enough, different = 4, 3
	lead              = 1.3
	// spaceWeight is how many words the name of a namespace counts for.
	spaceWeight = 6
	// longestWord is the length of the longest word that is looked up, in bytes.
	longestWord = 24
)

// OfText returns the tag of the language of a text, as wikitext or as readers see it,
// or "" if its words do not tell.
func OfText(text string) string {
	if len(text) > looked {
		text = strings.ToValidUTF8(text[:looked], "")
	}
	v := lists()
	c := count{v: v, hits: map[string]float64{}, kinds: map[string]int{}, seen: make([]bool, len(v.words))}
	c.read(text)
	if tag := c.byScript(); tag != "" {
		return tag
	}
	return c.byWords()
}

// A count is how much of a text speaks for each language.
type count struct {
	v       *vocabulary
	hits    map[string]float64 // a word of n languages counts for an nth each
	kinds   map[string]int     // different words
	seen    []bool             // by the index of words
	letters int
	scripts [16]int // by the index of their tables
}

func (c *count) read(text string) {
	for i := 0; i < len(text); {
		if n := startLength(text[i:]); n > 0 {
			if text[i] == '[' && strings.HasPrefix(text[i:], "[[") {
				c.space(text[i+2:])
			}
			i += n
			continue
		}
		start := i
		for i < len(text) {
			if b := text[i]; b < utf8.RuneSelf { // most letters
				if !isASCIILetter(b) {
					break
				}
				c.letters++
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.In(r, unicode.L, unicode.M) {
				break
			}
			c.letter(r)
			i += n
		}
		c.word(text[start:i])
	}
}

// startLength returns the length of the character that s begins with, 0 if it is a letter.
func startLength(s string) int {
	if s[0] < utf8.RuneSelf {
		if isASCIILetter(s[0]) {
			return 0
		}
		return 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsLetter(r) {
		return 0
	}
	return n
}

func isASCIILetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// space counts the namespace that a link begins with.
func (c *count) space(link string) {
	name, _, ok := strings.Cut(link[:min(len(link), 40)], ":")
	if !ok {
		return
	}
	tags := c.v.spaces[strings.ToLower(strings.TrimSpace(name))]
	for _, tag := range tags {
		c.hits[tag] += spaceWeight / float64(len(tags))
		c.kinds[tag]++
	}
}

func (c *count) letter(r rune) {
	c.letters++
	if r < 0x250 {
		return
	}
	for i, t := range c.v.tables {
		if unicode.Is(t, r) {
			c.scripts[i]++
			return
		}
	}
}

func (c *count) word(w string) {
	if len(w) > longestWord {
		return
	}
	e := c.v.words[w]
	if e == nil {
		if e = c.lower(w); e == nil {
			return
		}
	}
	first := !c.seen[e.index]
	c.seen[e.index] = true
	for _, tag := range e.tags {
		c.hits[tag] += 1 / float64(len(e.tags))
		if first {
			c.kinds[tag]++
		}
	}
}

// lower looks for a word in lower case, without an allocation if it is ASCII.
func (c *count) lower(w string) *entry {
	var lower [longestWord]byte
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= utf8.RuneSelf {
			return c.v.words[strings.ToLower(w)]
		}
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		lower[i] = b
	}
	return c.v.words[string(lower[:len(w)])]
}

// byScript is the language of the script that most letters are of. Han alone is
// Chinese, with a twentieth of kana it is Japanese.
func (c *count) byScript() string {
	by, most, all := "", 0, 0
	han, kana := 0, 0
	for i, name := range c.v.names {
		n := c.scripts[i]
		all += n
		switch tag := c.v.scripts[name]; tag {
		case "ja":
			kana += n
		case "zh":
			han = n
		default:
			if n > most {
				by, most = tag, n
			}
		}
	}
	if east := han + kana; east > most {
		by, most = "zh", east
		if kana*20 > east {
			by = "ja"
		}
	}
	if most < 20 || most*3 < c.letters {
		return ""
	}
	return by
}

func (c *count) byWords() string {
	tags := make([]string, 0, len(c.hits))
	for tag := range c.hits {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.hits[b], c.hits[a]), strings.Compare(a, b))
	})
	if len(tags) == 0 || c.hits[tags[0]] < enough || c.kinds[tags[0]] < different {
		return ""
	}
	if len(tags) > 1 && c.hits[tags[0]] < lead*c.hits[tags[1]] {
		return ""
	}
	return tags[0]
}
