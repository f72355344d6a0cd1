package preprocess

import "strings"

// A node is a construct found by the scanner, with the places of its parts. Nodes
// of one text are in the order of their starts; those inside another follow it.
type node struct {
	kind       nodeKind
	start, end int
	// parts are the places of the | that divide a template, and of the first = in
	// the part after each.
	parts []part
	// For a tag: its name in lower case, and where attributes and content are.
	name                  string
	attrStart, attrEnd    int
	innerStart, innerEnd  int
	selfClosing, unclosed bool
	next                  int // index of the first node that begins after this one ends
}

type part struct {
	start int // after the |, or after the braces
	eq    int // place of its first =, or -1
}

type nodeKind uint8

const (
	templateNode nodeKind = iota // {{ }}
	argNode                      // {{{ }}}
	commentNode
	tagNode     // an extension tag with its content
	includeNode // a tag of inclusion alone: <noinclude>, </noinclude> ...
)

// A brace is an opening run of { or [ whose end has not come.
type brace struct {
	c     byte
	at    int // its first byte
	count int
	parts []part
}

// interesting marks the bytes the scanner stops at.
var interesting = [256]bool{'{': true, '}': true, '[': true, ']': true, '|': true, '=': true, '<': true}

// needed says whether a text has anything for the scanner at all.
func needed(s string) bool {
	return strings.Contains(s, "{{") || strings.Contains(s, "<")
}

// A scanner goes through one text.
type scanner struct {
	s string
	// inclusion says that the text is a template's, not the page's own.
	inclusion bool
	// unclosed are the names of tags whose end does not come any more.
	unclosed map[string]bool
}

// scan finds the templates, arguments, comments and tags of a text in one pass, as
// Preprocessor_Hash does: each closing brace ends the innermost opening one, and
// what is not closed is text.
func scan(s string, inclusion bool) []node {
	sc := scanner{s: s, inclusion: inclusion}
	var nodes []node
	var stack []brace
	for i := 0; i < len(s); {
		for i < len(s) && !interesting[s[i]] {
			i++
		}
		if i == len(s) {
			break
		}
		switch c := s[i]; c {
		case '<':
			if n, ok := sc.tagNodeAt(i); ok {
				nodes = append(nodes, n)
				i = n.end
				continue
			}
			i++
		case '{', '[':
			n := runLength(s, i)
			if n >= 2 {
				stack = append(stack, brace{c: c, at: i, count: n, parts: []part{{i + n, -1}}})
			}
			i += n
		case '}', ']':
			n := runLength(s, i)
			if n < 2 || len(stack) == 0 || closes(stack[len(stack)-1].c) != c {
				i += n
				continue
			}
			i = closeBrace(s, i, n, &stack, &nodes)
		case '|':
			if top := len(stack) - 1; top >= 0 && stack[top].c == '{' {
				stack[top].parts = append(stack[top].parts, part{i + 1, -1})
			}
			i++
		case '=':
			if top := len(stack) - 1; top >= 0 && stack[top].c == '{' {
				parts := stack[top].parts
				if p := &parts[len(parts)-1]; len(parts) > 1 && p.eq < 0 {
					p.eq = i
				}
			}
			i++
		}
	}
	return ordered(nodes)
}

// closeBrace matches the n closing bytes at i with the innermost opening run and
// returns where to go on.
func closeBrace(s string, i, n int, stack *[]brace, nodes *[]node) int {
	top := &(*stack)[len(*stack)-1]
	k := min(n, top.count)
	if top.c == '[' {
		k = 2
	} else if k > 3 {
		k = 3
	}
	open := top.at + top.count - k
	if top.c == '{' {
		kind := templateNode
		if k == 3 {
			kind = argNode
		}
		*nodes = append(*nodes, node{kind: kind, start: open, end: i + k, parts: top.parts})
	}
	if top.count -= k; top.count >= 2 {
		top.parts = []part{{open, -1}}
	} else {
		*stack = (*stack)[:len(*stack)-1]
	}
	return i + k
}

func closes(c byte) byte {
	if c == '{' {
		return '}'
	}
	return ']'
}

func runLength(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}
