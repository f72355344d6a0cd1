package preprocess

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// expand writes s[from:to] with the constructs in it resolved. nodes are those of
// s; f has the arguments if s is a template's text.
func (e *expander) expand(out *output, s string, nodes []node, from, to int, f *frame) {
	for i := firstFrom(nodes, from); i < len(nodes) && nodes[i].start < to; {
		n := &nodes[i]
		if n.start < from { // begins before the part but ends in it: cannot be
			i = n.next
			continue
		}
		out.copy(s[from:n.start], from)
		e.node(out, s, nodes, n, f)
		from = max(n.end, from)
		i = n.next
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

func (e *expander) node(out *output, s string, nodes []node, n *node, f *frame) {
	if f == nil && out.track {
		e.at = source.Span{Start: n.start, End: n.end}
	}
	switch n.kind {
	case commentNode, includeNode:
		return
	case tagNode:
		out.begin(e.at.Start)
		e.tag(out, s, n, f)
	case argNode:
		out.begin(e.at.Start)
		e.argument(out, s, nodes, n, f)
	case templateNode:
		out.begin(e.at.Start)
		e.template(out, s, nodes, n, f)
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
	out := &output{}
	e.expand(out, s, nodes, from, to, f)
	return string(out.buf)
}

// argument writes {{{name|default}}}.
func (e *expander) argument(out *output, s string, nodes []node, n *node, f *frame) {
	from, to := n.part(0)
	name := strings.TrimSpace(e.sub(s, nodes, from, to, f))
	if f != nil {
		if v, ok := f.get(e, name); ok {
			out.buf = append(out.buf, v...)
			return
		}
	}
	if len(n.parts) > 1 {
		from, to = n.part(1)
		out.buf = append(out.buf, e.sub(s, nodes, from, to, f)...)
		return
	}
	out.buf = append(out.buf, "{{{"+name+"}}}"...)
}

// template writes {{name|...}}.
func (e *expander) template(out *output, s string, nodes []node, n *node, f *frame) {
	if e.depth >= maxDepth || e.expansions >= maxExpansions || e.expanded >= maxExpanded {
		e.limited = true
		out.buf = append(out.buf, s[n.start:n.end]...)
		return
	}
	e.depth++
	e.expansions++
	before := len(out.buf)
	defer func() {
		e.depth--
		if grown := len(out.buf) - before; e.depth == 0 {
			e.expanded += grown
		}
	}()
	from, to := n.part(0)
	call := &call{e: e, s: s, nodes: nodes, n: n, f: f, name: strings.TrimSpace(e.sub(s, nodes, from, to, f))}
	if !call.write(out) {
		// A name that can be none: the braces are text.
		out.buf = append(out.buf, "{{"...)
		out.buf = append(out.buf, e.sub(s, nodes, n.start+2, n.end-2, f)...)
		out.buf = append(out.buf, "}}"...)
	}
}

// tag writes what a tag with its own kind of content leaves in the text.
func (e *expander) tag(out *output, s string, n *node, f *frame) {
	inner := s[n.innerStart:n.innerEnd]
	strip := Strip{Tag: n.name, Source: e.at}
	switch n.name {
	case "nowiki":
		strip.Kind, strip.Text = Literal, decode(inner)
	case "pre":
		strip.Kind, strip.Text = Block, decode(strings.NewReplacer("<nowiki>", "", "</nowiki>", "").Replace(inner))
	case "syntaxhighlight", "source", "score", "timeline", "hiero", "inputbox":
		strip.Kind, strip.Text = Block, inner
		if n.name != "syntaxhighlight" && n.name != "source" {
			strip.Kind = Hidden
		}
	case "math", "chem", "ce":
		strip.Kind, strip.Text = Math, strings.TrimSpace(inner)
	case "poem":
		e.poem(out, inner, f)
		return
	case "ref":
		attrs := tagAttrs(s[n.attrStart:n.attrEnd])
		strip.Kind, strip.Name, strip.Group = Ref, attrs["name"], attrs["group"]
		strip.Text = strings.TrimSpace(e.again(inner, f))
	case "gallery":
		strip.Kind, strip.Text = Gallery, e.again(inner, f)
	case "references":
		e.again(inner, f) // the references in it are kept for their names
		return
	default: // templatestyles, indicator, section, maps ...: nothing a reader reads here
		return
	}
	e.strip(out, strip)
}

// strip keeps something aside and leaves a marker.
func (e *expander) strip(out *output, s Strip) {
	e.result.Strips = append(e.result.Strips, s)
	out.buf = Mark(out.buf, len(e.result.Strips)-1)
}

// again preprocesses text that was inside a tag.
func (e *expander) again(text string, f *frame) string {
	if !needed(text) {
		return text
	}
	if e.depth >= maxDepth {
		e.limited = true
		return text
	}
	e.depth++
	defer func() { e.depth-- }()
	return e.sub(text, scan(text, f != nil), 0, len(text), f)
}

// poem keeps the line ends of its text.
func (e *expander) poem(out *output, inner string, f *frame) {
	text := strings.Trim(e.again(inner, f), "\n")
	out.buf = append(out.buf, '\n')
	out.buf = append(out.buf, strings.ReplaceAll(text, "\n", "<br>\n")...)
	out.buf = append(out.buf, '\n')
}
