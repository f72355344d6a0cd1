package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrases are the phrases of a section, found by the byte they begin or end with.
// White space in a phrase matches any in the text, and characters beyond ASCII
// may have some between them.
type phrases struct {
	first, last index
	exact       map[string]string
}

type phrase struct{ text, value string }

// An index has the phrases of each byte.
type index struct {
	at    [256]uint8 // where in lists, from 1; 0 for none
	lists [][]phrase
}

func (x *index) add(c byte, ph phrase) {
	if x.at[c] == 0 {
		x.lists = append(x.lists, nil)
		x.at[c] = uint8(len(x.lists))
	}
	list := &x.lists[x.at[c]-1]
	*list = append(*list, ph)
}

func (x *index) of(c byte) []phrase {
	if n := x.at[c]; n > 0 {
		return x.lists[n-1]
	}
	return nil
}

// sort puts longer phrases first, so that "no more than" is found before "more than".
func (x *index) sort() {
	for _, list := range x.lists {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.text) - len(a.text) })
	}
}

// merge adds the phrases of q.
func (p *phrases) merge(q *phrases) {
	for _, list := range q.first.lists {
		for _, ph := range list {
			p.add(ph.text, ph.value)
		}
	}
}

// add adds a phrase. The first meaning of a phrase counts.
func (p *phrases) add(text, value string) {
	if _, ok := p.exact[text]; ok {
		return
	}
	if p.exact == nil {
		p.exact = map[string]string{}
	}
	p.exact[text] = value
	p.first.add(text[0], phrase{text, value})
	p.last.add(text[len(text)-1], phrase{text, value})
	// Only ASCII is compared in any case: a capital beyond it is a phrase of its own.
	if r, size := utf8.DecodeRuneInString(text); size > 1 && unicode.ToUpper(r) != r {
		p.add(string(unicode.ToUpper(r))+text[size:], value)
	}
}

// sort completes the phrases.
func (p *phrases) sort() {
	p.first.sort()
	p.last.sort()
}

// has reports whether text is one of the phrases, in whatever case.
func (p *phrases) has(text string) bool {
	var buf [longest]byte
	b, ok := fold(text, &buf)
	if ok {
		_, ok = p.exact[string(b)]
	}
	return ok
}

// value returns the value of the phrase text, or "".
func (p *phrases) value(text string) string { return value(p.exact, text) }

// before finds the longest phrase that ends at byte end of text, white space
// between allowed. It returns where it begins and its value.
func (p *phrases) before(text string, end int) (start int, value string, ok bool) {
	end = backSpace(text, end)
	if end == 0 {
		return 0, "", false
	}
	for _, ph := range p.last.of(lower(text[end-1])) {
		if start, ok := matchBack(text, end, ph.text); ok {
			return start, ph.value, true
		}
	}
	return 0, "", false
}

// after finds the longest phrase that begins at byte start of text, white space
// between allowed. It returns where it ends and its value.
func (p *phrases) after(text string, start int) (end int, value string, ok bool) {
	start = skipSpace(text, start)
	if start == len(text) {
		return 0, "", false
	}
	for _, ph := range p.first.of(lower(text[start])) {
		if end, ok := matchOn(text, start, ph.text); ok {
			return end, ph.value, true
		}
	}
	return 0, "", false
}

// matchBack compares a phrase with the text that ends at i.
func matchBack(text string, i int, ph string) (start int, ok bool) {
	for j := len(ph); j > 0; {
		c := ph[j-1]
		if c == ' ' || c >= 0x80 {
			n := backSpace(text, i)
			if c == ' ' && n == i {
				return 0, false
			}
			i = n
		}
		if c != ' ' {
			if i == 0 || lower(text[i-1]) != c {
				return 0, false
			}
			i--
		}
		j--
	}
	if isWordByte(ph[0]) && i > 0 && (isWordByte(text[i-1]) || text[i-1] == '-' || text[i-1] == '\'') {
		return 0, false
	}
	return i, true
}

// matchOn compares a phrase with the text that begins at i.
func matchOn(text string, i int, ph string) (end int, ok bool) {
	for j := 0; j < len(ph); j++ {
		c := ph[j]
		if c == ' ' || c >= 0x80 {
			n := skipSpace(text, i)
			if c == ' ' && n == i {
				return 0, false
			}
			i = n
		}
		if c != ' ' {
			if i == len(text) || lower(text[i]) != c {
				return 0, false
			}
			i++
		}
	}
	if isWordByte(ph[len(ph)-1]) && i < len(text) && isWordByte(text[i]) {
		return 0, false
	}
	return i, true
}

// skipSpace returns the first byte from i on that is not white space.
func skipSpace(text string, i int) int {
	for i < len(text) {
		switch {
		case text[i] == ' ' || text[i] == '\n' || text[i] == '\t':
			i++
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += len("\u00a0")
		default:
			return i
		}
	}
	return i
}

// backSpace returns the end of the text before i without its white space.
func backSpace(text string, i int) int {
	for i > 0 {
		switch {
		case text[i-1] == ' ' || text[i-1] == '\n' || text[i-1] == '\t':
			i--
		case strings.HasSuffix(text[:i], "\u00a0"):
			i -= len("\u00a0")
		default:
			return i
		}
	}
	return i
}

func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) }
func isLetter(c byte) bool   { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool    { return '0' <= c && c <= '9' }
func isUpper(c byte) bool    { return 'A' <= c && c <= 'Z' }
