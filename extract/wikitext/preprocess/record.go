package preprocess

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/substring"
)

// record keeps the call for [Result.Calls], if the page itself writes it. Arguments
// that the template's text did not ask for are expanded here, so that the calls
// inside them are kept, too.
func (c *call) record(name string, unknown bool) {
	e := c.e
	args := c.own.args
	if len(args) == 0 && !unknown || substring.Offset(e.page, c.s) < 0 {
		return
	}
	if e.exhausted() {
		e.limit()
		return
	}
	c.expandArgs()
	r := e.result
	first := len(r.args)
	for i := range args {
		a := &args[i]
		value := strings.TrimSpace(a.value)
		if value == "" {
			continue
		}
		arg := Arg{Name: a.name, Value: value, Source: c.span(c.size() - len(args) + i + 1)}
		if !a.named {
			arg.Index = a.position
		}
		r.args = append(r.args, arg)
	}
	if n := len(r.args); n > first || unknown {
		r.Calls = append(r.Calls, Call{Name: name, Args: r.args[first:n:n], Source: c.span(0), Unknown: unknown})
	}
}

// expandArgs expands the arguments that nobody has asked for, for what is in them.
func (c *call) expandArgs() {
	if substring.Offset(c.e.page, c.s) < 0 {
		return
	}
	for i := range c.own.args {
		c.own.valueOf(&c.own.args[i])
	}
}

// orderCalls brings the calls into the order of the page. A call that was expanded
// more than once, as in {{#switch:}}, is one.
func (r *Result) orderCalls() {
	slices.SortFunc(r.Calls, func(a, b Call) int {
		return cmp.Or(a.Source.Start-b.Source.Start, b.Source.End-a.Source.End)
	})
	r.Calls = slices.CompactFunc(r.Calls, func(a, b Call) bool { return a.Source == b.Source })
}

// onPage reports whether the call is in the text of the page, not in that of a
// template or tag.
func (c *call) onPage() bool {
	return len(c.s) == len(c.e.page) && substring.Offset(c.e.page, c.s) == 0
}

// So many named arguments make a template at the top of a page likely to be an
// infobox: namedParameters where one of them says what the box is about.
const (
	boxParameters   = 4
	namedParameters = 2
)

// looksLikeBox reports whether a template that is not known is an infobox by another
// name: it begins the page, and all its arguments have names. A template that is
// known, but by none of the names in the call, is another one of that name.
func (c *call) looksLikeBox(out *output, t *target, text *parsedTemplate) bool {
	e := c.e
	if c.size() < namedParameters || e.depth != 1 || t.silent || t.apart || !c.onPage() {
		return false
	}
	least := boxParameters
	for i := range c.own.args {
		a := &c.own.args[i]
		if prefixes().naming[strings.ToLower(a.name)] {
			least = namedParameters
		}
		if !a.named || a.position > 0 || text != nil && text.uses(a.name) {
			return false
		}
	}
	return c.size() >= least && e.atTop(out)
}

// atTop reports whether nothing that a reader reads is written yet: only other
// boxes, pictures and links beside the page.
func (e *expander) atTop(out *output) bool {
	for !e.belowTop && e.topEnd < len(out.buf) {
		line, _, _ := bytes.Cut(out.buf[e.topEnd:], []byte("\n"))
		e.topEnd = min(e.topEnd+len(line)+1, len(out.buf))
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0, line[0] == markBegin, bytes.HasPrefix(line, []byte("__")):
		case bytes.HasPrefix(line, []byte("[[")) && bytes.HasSuffix(line, []byte("]]")):
		default:
			e.belowTop = true
		}
	}
	return !e.belowTop
}
