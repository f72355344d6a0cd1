package preprocess

import (
	"slices"
	"strings"
)

// A node is a construct found by the scanner, with the places of its parts. Nodes
// of one text are in the order of their starts; those inside another follow it.
type node struct {
	kind        nodeKind
	tag         tagID // of a tag
	selfClosing bool
	start, end  int
	// innerStart and innerEnd are where the content of a tag is.
	innerStart, innerEnd int
	// skip leads from a node to the first one that begins after its end: it is one
	// more than the number of nodes inside.
	skip int
	// parts are those that | divides a template into, the first one its name.
	parts []part
}

// A part begins after its | or after the braces. eq is the place of its first =,
// or -1.
type part struct{ start, eq int }

type nodeKind uint8

const (
	noNode nodeKind = iota // the place of a brace that is not closed
	templateNode
	argNode // {{{ }}}
	commentNode
	tagNode     // an extension tag with its content
	includeNode // a tag of inclusion alone: <noinclude>, </noinclude> ...
)

// A brace is an opening run of { or [ whose end has not come.
type brace struct {
	c     byte
	at    int // its first byte
	count int
	node  int // the place that was kept for its node
	parts int // where its parts begin in memory.open
}

// A memory is what scans work with. Texts inside texts take theirs from its ends
// and give it back when they are done, so that a page costs few allocations.
type memory struct {
	nodes []node
	parts []part
	stack []brace
	open  []part // the parts of the braces on the stack
}

// inside marks the bytes the scanner stops at between braces.
var inside = [256]bool{'{': true, '}': true, '[': true, ']': true, '|': true, '=': true, '<': true}

// needed reports whether a text has anything for the scanner at all.
func needed(s string) bool {
	return strings.IndexByte(s, '<') >= 0 || strings.Contains(s, "{{")
}

// A scanner goes through one text.
type scanner struct {
	s string
	*memory
	first int // the text's first node
	// inclusion reports whether the text is a template's, not the page's own.
	inclusion bool
	unclosed  tagSet // tags whose end does not come any more
	// out of order are nodes of runs of four braces and more.
	unordered bool
	// nextBrace and nextTag are the next { and < where they are ahead of the scanner.
	nextBrace, nextTag int
}

// scan finds the templates, arguments, comments and tags of a text in one pass, as
// Preprocessor_Hash does: each closing brace ends the innermost opening one, and
// what is not closed is text.
func (m *memory) scan(s string, inclusion bool) []node {
	sc := scanner{s: s, memory: m, first: len(m.nodes), inclusion: inclusion, nextBrace: -1, nextTag: -1}
	m.stack, m.open = m.stack[:0], m.open[:0]
	for i := sc.find(0); i < len(s); i = sc.find(i) {
		i = sc.special(i)
	}
	return sc.finish()
}

// find is the next place from i on that the scanner has to look at. Outside of
// templates brackets and bars mean nothing, and it leaps from brace to tag.
func (sc *scanner) find(i int) int {
	s := sc.s
	if len(sc.stack) > 0 {
		for i < len(s) && !inside[s[i]] {
			i++
		}
		return i
	}
	if sc.nextBrace < i {
		sc.nextBrace = indexFrom(s, "{{", i)
	}
	if sc.nextTag < i {
		sc.nextTag = indexFrom(s, "<", i)
	}
	return min(sc.nextBrace, sc.nextTag)
}

// indexFrom is where part is in s from i on, or the length of s.
func indexFrom(s, part string, i int) int {
	if j := strings.Index(s[i:], part); j >= 0 {
		return i + j
	}
	return len(s)
}

// special handles the byte at i and says where to go on.
func (sc *scanner) special(i int) int {
	s := sc.s
	switch c := s[i]; c {
	case '<':
		if n, ok := sc.tagAt(i); ok {
			sc.nodes = append(sc.nodes, n)
			return n.end
		}
	case '{', '[':
		n := runLength(s, i)
		if n >= 2 {
			sc.stack = append(sc.stack, brace{c: c, at: i, count: n, node: len(sc.nodes), parts: len(sc.open)})
			sc.open = append(sc.open, part{i + n, -1})
			sc.nodes = append(sc.nodes, node{start: i})
		}
		return i + n
	case '}', ']':
		n := runLength(s[:min(len(s), i+3)], i) // no construct closes with more than three
		top := len(sc.stack) - 1
		if n < 2 || top < 0 || s[i] != sc.stack[top].c+2 { // in ASCII a closing bracket is two after its opening one
			return i + n
		}
		return sc.close(i, n)
	case '|':
		if top := len(sc.stack) - 1; top >= 0 && sc.stack[top].c == '{' {
			sc.open = append(sc.open, part{i + 1, -1})
		}
	case '=':
		top := len(sc.stack) - 1
		if top < 0 || sc.stack[top].c != '{' || len(sc.open)-sc.stack[top].parts < 2 {
			break
		}
		if p := &sc.open[len(sc.open)-1]; p.eq < 0 {
			p.eq = i
		}
	}
	return i + 1
}

// close matches the n closing bytes at i with the innermost opening run and says
// where to go on.
func (sc *scanner) close(i, n int) int {
	b := &sc.stack[len(sc.stack)-1]
	k := min(n, b.count)
	if b.c == '[' {
		k = 2
	}
	if b.c == '{' {
		found := node{kind: templateNode, start: b.at + b.count - k, end: i + k, parts: sc.keepParts(b.parts)}
		if k == 3 {
			found.kind = argNode
		}
		if k == b.count {
			sc.nodes[b.node] = found
		} else {
			sc.nodes = append(sc.nodes, found)
			sc.unordered = true
		}
	}
	sc.open = sc.open[:b.parts]
	if b.count -= k; b.count >= 2 {
		sc.open = append(sc.open, part{b.at + b.count, -1})
	} else {
		sc.stack = sc.stack[:len(sc.stack)-1]
	}
	return i + k
}

// keepParts moves the parts of a template that is closed out of those that are
// open.
func (sc *scanner) keepParts(from int) []part {
	n := len(sc.parts)
	sc.parts = append(sc.parts, sc.open[from:]...)
	return sc.parts[n:len(sc.parts):len(sc.parts)]
}

// finish brings the nodes in order and tells each how many are inside it.
func (sc *scanner) finish() []node {
	nodes := slices.DeleteFunc(sc.nodes[sc.first:], func(n node) bool { return n.kind == noNode })
	sc.nodes = sc.nodes[:sc.first+len(nodes)]
	if sc.unordered {
		slices.SortFunc(nodes, func(a, b node) int { return a.start - b.start })
	}
	// Going backwards, a node's successor is found by leaping over what is inside.
	for i := len(nodes) - 1; i >= 0; i-- {
		j := i + 1
		for j < len(nodes) && nodes[j].start < nodes[i].end {
			j += nodes[j].skip
		}
		nodes[i].skip = j - i
	}
	return nodes[:len(nodes):len(nodes)]
}

func runLength(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}
