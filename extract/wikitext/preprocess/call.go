package preprocess

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/substring"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A call is a template with its arguments not yet expanded.
type call struct {
	e     *expander
	s     string // the text it is written in
	n     *node
	inner []node // the nodes inside it
	f     *frame // of that text
	name  string // expanded, white space trimmed
	own   frame  // the arguments, for the template's text
	out   *output
}

// call begins the work on the template that is the first of the nodes.
func (e *expander) call(s string, nodes []node, f *frame) *call {
	if e.working == len(e.calls) {
		e.calls = append(e.calls, &call{})
	}
	c := e.calls[e.working]
	e.working++
	*c = call{e: e, s: s, n: &nodes[0], inner: nodes[1:nodes[0].skip], f: f}
	from, to := c.n.part(0)
	c.name = strings.TrimSpace(e.sub(s, c.inner, from, to, f))
	return c
}

// done ends the work on a call, which must be the one that began last.
func (e *expander) done(c *call) {
	e.args = e.args[:len(e.args)-len(c.own.args)]
	e.working--
}

// size is the number of arguments.
func (c *call) size() int { return len(c.n.parts) - 1 }

// raw expands the i-th argument, from 1, whole: "name=value" as it stands.
func (c *call) raw(i int) string {
	from, to := c.n.part(i)
	return c.e.sub(c.s, c.inner, from, to, c.f)
}

// trimmed is the i-th argument without white space, "" if there is none.
func (c *call) trimmed(i int) string {
	if i > c.size() {
		return ""
	}
	return strings.TrimSpace(c.raw(i))
}

// divide finds the name of the i-th argument and where its value is. named is
// false for one without =, and for a table whose attributes have one, which MediaWiki
// takes for a name and shows nowhere.
func (c *call) divide(i int) (name string, from, to int, named bool) {
	from, to = c.n.part(i)
	eq := c.n.parts[i].eq
	if eq < 0 || eq >= to {
		return "", from, to, false
	}
	if name = strings.TrimSpace(c.e.sub(c.s, c.inner, from, eq, c.f)); strings.HasPrefix(name, "{|") {
		return "", from, to, false
	}
	return name, eq + 1, to, true
}

// arg expands the i-th argument.
func (c *call) arg(i int) (name, value string, named bool) {
	name, from, to, named := c.divide(i)
	value = c.e.sub(c.s, c.inner, from, to, c.f)
	if named {
		value = strings.TrimSpace(value)
	}
	return name, value, named
}

// frame makes the arguments from the first on ready for the template's own text.
func (c *call) frame(first int) *frame {
	e := c.e
	begin, position := len(e.args), 0
	for i := first; i <= c.size(); i++ {
		a := frameArg{}
		if a.name, a.from, a.to, a.named = c.divide(i); a.named {
			a.position = positionOf(a.name)
		} else {
			position++
			a.position = position
		}
		e.args = append(e.args, a)
	}
	c.own = frame{call: c, args: e.args[begin:len(e.args):len(e.args)]}
	return &c.own
}

// span is where the i-th argument is in the page, 0 the whole call; for a call
// that is not written on the page itself, the place of the outermost one.
func (c *call) span(i int) source.Span {
	base := substring.Offset(c.e.page, c.s)
	if base < 0 {
		return c.e.at
	}
	if i == 0 {
		return source.Span{Start: base + c.n.start, End: base + c.n.end}
	}
	from, to := c.n.part(i)
	for from < to && isSpace(c.s[from]) {
		from++
	}
	return source.Span{Start: base + from, End: base + to}
}
