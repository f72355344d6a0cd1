package preprocess

import (
	"strconv"
	"strings"
	"unsafe"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A frame is what a template's text can ask for: the arguments of its call.
type frame struct {
	args []frameArg
}

// A frameArg is one argument, expanded when it is first asked for.
type frameArg struct {
	name  string
	value string
}

// get returns the value of an argument. Of two with one name the last counts.
func (f *frame) get(_ *expander, name string) (string, bool) {
	for i := len(f.args) - 1; i >= 0; i-- {
		if f.args[i].name == name {
			return f.args[i].value, true
		}
	}
	return "", false
}

// A call is a template with its arguments not yet expanded.
type call struct {
	e     *expander
	s     string
	nodes []node
	n     *node
	f     *frame
	name  string // expanded, white space trimmed
}

// size is the number of arguments.
func (c *call) size() int { return len(c.n.parts) - 1 }

// raw expands the i-th argument, from 1, whole: "name=value" as it stands.
func (c *call) raw(i int) string {
	from, to := c.n.part(i)
	return c.e.sub(c.s, c.nodes, from, to, c.f)
}

// arg expands the i-th argument. named is false for one without =.
func (c *call) arg(i int) (name, value string, named bool) {
	from, to := c.n.part(i)
	eq := c.n.parts[i].eq
	if eq < 0 || eq >= to {
		return "", c.e.sub(c.s, c.nodes, from, to, c.f), false
	}
	name = strings.TrimSpace(c.e.sub(c.s, c.nodes, from, eq, c.f))
	return name, strings.TrimSpace(c.e.sub(c.s, c.nodes, eq+1, to, c.f)), true
}

// frame expands all arguments for the template's own text.
func (c *call) frame() *frame {
	f := &frame{args: make([]frameArg, 0, c.size())}
	position := 0
	for i := 1; i <= c.size(); i++ {
		name, value, named := c.arg(i)
		if !named {
			position++
			name = strconv.Itoa(position)
		}
		f.args = append(f.args, frameArg{name, value})
	}
	return f
}

// span is where the i-th argument stands in the page, 0 the whole call; for a call
// that is not written on the page itself, the place of the outermost one.
func (c *call) span(i int) source.Span {
	base := offsetIn(c.e.page, c.s)
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

// offsetIn is where part begins in whole, whose memory it shares; -1 if it does
// not.
func offsetIn(whole, part string) int {
	w := uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	p := uintptr(unsafe.Pointer(unsafe.StringData(part)))
	if p < w || p+uintptr(len(part)) > w+uintptr(len(whole)) {
		return -1
	}
	return int(p - w)
}
