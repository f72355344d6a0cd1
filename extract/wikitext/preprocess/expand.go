package preprocess

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// expand writes s[from:to] with the constructs in it resolved. nodes are those of
// s; f has the arguments if s is a template's text.
func (e *expander) expand(out *output, s string, nodes []node, from, to int, f *frame) {
	for i := firstFrom(nodes, from); i < len(nodes) && nodes[i].start < to; i += nodes[i].skip {
		out.copy(s[from:nodes[i].start], from)
		e.node(out, s, nodes[i:], f)
		from = max(nodes[i].end, from)
	}
	if from < to {
		out.copy(s[from:to], from)
	}
}

// firstFrom is the index of the first node that begins at from or later.
func firstFrom(nodes []node, from int) int {
	lo, hi := 0, len(nodes)
	for lo < hi {
		mid := (lo + hi) / 2
		if nodes[mid].start < from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// node writes the first of the nodes.
func (e *expander) node(out *output, s string, nodes []node, f *frame) {
	n := &nodes[0]
	if n.kind == commentNode || n.kind == includeNode {
		return
	}
	if out.track {
		e.at = source.Span{Start: n.start, End: n.end}
		out.begin(n.start)
		out.track = false
		defer func() { out.track = true }()
	}
	switch n.kind {
	case tagNode:
		e.tag(out, s, n, f)
	case argNode:
		if e.exhausted() {
			e.limit()
			return
		}
		value := e.argument(s, nodes, f)
		e.expanded += len(value)
		out.write(value)
	case templateNode:
		e.template(out, s, nodes, f)
	}
}

// part is the text of one part of a template: between the i-th | and the next.
func (n *node) part(i int) (from, to int) {
	from = n.parts[i].start
	if i+1 < len(n.parts) {
		return from, n.parts[i+1].start - 1
	}
	braces := 2
	if n.kind == argNode {
		braces = 3
	}
	return from, n.end - braces
}

// sub expands a stretch of s on its own.
func (e *expander) sub(s string, nodes []node, from, to int, f *frame) string {
	i := firstFrom(nodes, from)
	if i == len(nodes) || nodes[i].start >= to {
		return s[from:to]
	}
	if n := &nodes[i]; n.kind == argNode && n.start == from && n.end == to {
		return e.argument(s, nodes[i:], f) // as most arguments in templates are: no copy
	}
	out := e.output()
	e.expand(out, s, nodes[i:], from, to, f)
	return e.take(out)
}

// argument is the value of the {{{name|default}}} that is the first of the nodes.
func (e *expander) argument(s string, nodes []node, f *frame) string {
	n, inner := &nodes[0], nodes[1:nodes[0].skip]
	if e.depth >= maxDepth {
		e.limit()
		return s[n.start:n.end]
	}
	e.depth++
	defer func() { e.depth-- }()
	from, to := n.part(0)
	name := strings.TrimSpace(e.sub(s, inner, from, to, f))
	if f != nil {
		if v, ok := f.get(name); ok {
			return v
		}
	}
	if len(n.parts) > 1 {
		from, to = n.part(1)
		return e.sub(s, inner, from, to, f)
	}
	return "{{{" + name + "}}}"
}

// template writes the {{name|...}} that is the first of the nodes.
func (e *expander) template(out *output, s string, nodes []node, f *frame) {
	n := &nodes[0]
	if e.depth >= maxDepth || e.exhausted() {
		e.limit()
		out.write(s[n.start:n.end])
		return
	}
	e.depth++
	e.expansions++
	c := e.call(s, nodes, f)
	before := len(out.buf)
	if !c.write(out) {
		// A name that can be none: the braces are text.
		out.write("{{")
		e.expand(out, s, c.inner, n.start+2, n.end-2, f)
		out.write("}}")
	}
	e.expanded += max(len(out.buf)-before, 0)
	e.done(c)
	e.depth--
}

// again preprocesses text that was inside a tag.
func (e *expander) again(text string, f *frame) string {
	if !needed(text) {
		return text
	}
	if e.depth >= maxDepth || e.exhausted() {
		e.limit()
		return text
	}
	e.depth++
	nodes, parts := len(e.nodes), len(e.parts)
	text = e.sub(text, e.scan(text, f != nil), 0, len(text), f)
	e.nodes, e.parts = e.nodes[:nodes], e.parts[:parts]
	e.depth--
	return text
}
