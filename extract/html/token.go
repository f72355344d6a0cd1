package html

import "strings"

// A token is a tag: what the tokenizer of the standard calls a start or end tag.
type token struct {
	info    *tagInfo // nil for a name that no rule is about
	name    string   // as written
	closing bool
	end     int // byte after its >
	attrs   attrs
}

func (t *token) kind() kind {
	if t.info == nil {
		return tagOther
	}
	return t.info.kind
}

// read reads the tag whose < is at i; false if none begins there, or it has no end
// before that of the page.
func (t *token) read(s string, i int) bool {
	j := i + 1
	t.closing = j < len(s) && s[j] == '/'
	if t.closing {
		j++
	}
	if j == len(s) || !isLetter(s[j]) {
		return false
	}
	start := j
	for j < len(s) && !endsName[s[j]] {
		j++
	}
	if j == len(s) {
		return false
	}
	t.name = s[start:j]
	t.info = infoOf(t.name)
	t.attrs.seen = 0
	t.end = t.attrs.read(s, j)
	return t.end > 0
}

// endsName has what ends the name of a tag.
var endsName = [256]bool{' ': true, '\t': true, '\n': true, '\f': true, '\r': true, '/': true, '>': true}

// longestName is the length of the longest name that a rule is about.
const longestName = len("blockquote")

func infoOf(name string) *tagInfo {
	if info, ok := names[name]; ok {
		return info
	}
	if len(name) > longestName {
		return nil
	}
	var lower [longestName]byte
	changed := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
			changed = true
		}
		lower[i] = c
	}
	if !changed {
		return nil
	}
	return names[string(lower[:len(name)])]
}

// commentEnd returns the byte after the comment, declaration or processing
// instruction that begins with the < at i, 0 if none does. ok is false if it has no
// end, so that all the rest of the page belongs to it.
func commentEnd(s string, i int) (end int, ok bool) {
	rest := s[i:]
	if len(rest) < 2 {
		return 0, true
	}
	switch {
	case strings.HasPrefix(rest, "<!-->"):
		return i + 5, true
	case strings.HasPrefix(rest, "<!--->"):
		return i + 6, true
	case strings.HasPrefix(rest, "<!--"):
		return commentClose(s, i+4)
	case rest[1] == '!', rest[1] == '?', strings.HasPrefix(rest, "</") && len(rest) > 2 && !isLetter(rest[2]):
		j := strings.IndexByte(rest, '>')
		if j < 0 {
			return len(s), false
		}
		return i + j + 1, true
	}
	return 0, true
}

// commentClose finds the --> or --!> that ends a comment.
func commentClose(s string, from int) (end int, ok bool) {
	for at := from; ; {
		j := strings.Index(s[at:], "--")
		if j < 0 {
			return len(s), false
		}
		at += j
		after := s[at+2:]
		switch {
		case strings.HasPrefix(after, ">"):
			return at + 3, true
		case strings.HasPrefix(after, "!>"):
			return at + 4, true
		}
		at++
	}
}

// rawEnd finds the end tag of an element whose content is not markup: the content
// ends at end, the tag before next. ok is false if there is none.
func rawEnd(s string, from int, name string) (end, next int, ok bool) {
	for at := from; ; {
		j := strings.Index(s[at:], "</")
		if j < 0 {
			return len(s), len(s), false
		}
		at += j
		after := s[at+2:]
		if len(after) > len(name) && strings.EqualFold(after[:len(name)], name) && endsName[after[len(name)]] {
			close := strings.IndexByte(after, '>')
			if close < 0 {
				return at, len(s), true
			}
			return at, at + 2 + close + 1, true
		}
		at += 2
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
