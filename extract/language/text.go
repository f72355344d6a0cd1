package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// looked is how much of a text is read at most, in pieces of piece bytes: the words
	// of a language come early, and most texts have told theirs after a few pieces.
	looked, piece = 48 << 10, 1 << 10
	// A language is told by so many of its words at least, of which so many are
	// different, and so many times those of the next language. A text that has much
	// more than that is not read further.
	enough, different = 4, 3
	lead              = 1.3
	much              = 2
	// spaceWeight is how many words the name of a namespace counts for.
	spaceWeight = 6
	// longestWord is the length of the longest word that is looked up, in bytes.
	longestWord = 24
)

// OfText returns the tag of the language of a text, as wikitext or as readers see it,
// or "" if its words do not tell.
func OfText(text string) string {
	v := lists()
	c := count{v: v, hits: make([]float64, len(v.tags)), kinds: make([]int, len(v.tags)), seen: make([]bool, len(v.words))}
	for end := min(len(text), looked); end > 0; {
		n := pieceLength(text[:end])
		c.read(text[:n])
		text, end = text[n:], end-n
		if tag := c.byScript(); tag != "" {
			return tag
		}
		if tag := c.byWords(much); tag != "" {
			return tag
		}
	}
	return c.byWords(1)
}

// pieceLength is the length of the first piece of a text, which ends with a line or a
// space if it has one.
func pieceLength(text string) int {
	if len(text) <= piece {
		return len(text)
	}
	if i := strings.LastIndexAny(text[:piece], " \n"); i >= 0 {
		return i + 1
	}
	n := piece
	for n > 1 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// A count is how much of a text speaks for each language.
type count struct {
	v       *vocabulary
	hits    []float64 // by language; a word of n languages counts for an nth each
	kinds   []int     // different words, by language
	seen    []bool    // by the index of words
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
	e := c.v.find(w)
	if e == nil {
		return
	}
	first := !c.seen[e.index]
	c.seen[e.index] = true
	for _, tag := range e.languages {
		c.hits[tag] += 1 / float64(len(e.languages))
		if first {
			c.kinds[tag]++
		}
	}
}

// find looks a word up whatever its case, without an allocation if it is ASCII.
func (v *vocabulary) find(w string) *entry {
	if len(w) > longestWord || v.lengths[bucket(w[0])]>>len(w)&1 == 0 {
		return nil
	}
	var lower [longestWord]byte
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= utf8.RuneSelf {
			return v.words[strings.ToLower(w)]
		}
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		lower[i] = b
	}
	return v.words[string(lower[:len(w)])]
}

// bucket sorts words by their first byte. Beyond ASCII it may change with the case.
func bucket(first byte) byte {
	if 'A' <= first && first <= 'Z' {
		first |= 0x20
	}
	return min(first, utf8.RuneSelf)
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

// byWords is the language with most words, if it has times as many as are enough.
func (c *count) byWords(times float64) string {
	first, second := -1, -1
	for i, n := range c.hits {
		switch {
		case first < 0 || n > c.hits[first]:
			first, second = i, first
		case second < 0 || n > c.hits[second]:
			second = i
		}
	}
	if c.hits[first] < enough*times || float64(c.kinds[first]) < different*times || c.hits[first] < (1+(lead-1)*times)*c.hits[second] {
		return ""
	}
	return c.v.tags[first]
}
