package preprocess

import (
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/source"
)

// write expands the call; false if its name cannot be one, so that the braces are
// text.
func (c *call) write(out *output) bool {
	c.out = out
	for {
		head, rest, ok := strings.Cut(c.name, ":")
		if !ok {
			break
		}
		head, rest = strings.ToLower(strings.TrimSpace(head)), strings.TrimSpace(rest)
		if fn := functions[head]; fn != nil {
			out.write(fn(c, rest))
			return true
		}
		if !prefixes().substitution[head] { // which say how a template is put in, not which
			break
		}
		c.name = rest
	}
	if name, ok := c.unknownCall(); ok {
		c.notKnown(name)
		return false
	}
	t := c.e.target(c.name)
	if c.size() == 0 {
		if v, ok := c.e.variable(t.variable); ok {
			out.write(v)
			return true
		}
	}
	t = c.e.through(t)
	switch {
	case t.title == "":
		return false
	case t.infobox:
		c.infobox(out, t.title)
	default:
		c.transclude(out, t)
	}
	return true
}

// infobox keeps the call aside as a box. Tables in its values come after it.
func (c *call) infobox(out *output, title string) {
	box := &Call{Name: title, Args: make([]Arg, 0, c.size())}
	position := 0
	var below strings.Builder
	for i := 1; i <= c.size(); i++ {
		name, value, named := c.arg(i)
		value, tables := cutTables(value)
		below.WriteString(tables)
		arg := Arg{Name: name, Value: strings.TrimSpace(value), Source: c.span(i)}
		if !named {
			if arg.Value == "" {
				continue
			}
			position++
			arg.Index = position
		}
		box.Args = append(box.Args, arg)
	}
	c.e.strip(out, Strip{Kind: Box, Source: c.span(0), Box: box})
	if below.Len() > 0 {
		out.write("\n" + below.String())
	}
}

// transclude expands a template by its text, or without one by its arguments.
func (c *call) transclude(out *output, t *target) {
	e := c.e
	text := t.builtIn
	user := e.userTemplate(t.title)
	if user != nil {
		text = user
	}
	c.frame(1)
	switch {
	case c.looksLikeBox(out, t, text):
		c.infobox(out, t.title)
		return
	case t.cites && c.cite(out, t.title, user):
	case text == nil:
		c.fallback(out, t)
	default:
		c.expandText(out, text, &c.own)
	}
	if !t.apart {
		c.record(t.title, text == nil && !t.silent)
	} else if len(c.inner) > 0 {
		c.expandArgs()
	}
}

// expandText writes a template's text.
func (c *call) expandText(out *output, text *parsedTemplate, f *frame) {
	before := len(out.buf)
	c.e.expand(out, text.text, text.nodes, 0, len(text.text), f)
	// A template whose text begins with table or list markup begins a line
	// (Parser::braceSubstitution).
	if before > 0 && before < len(out.buf) && out.buf[before-1] != '\n' && beginsLine(out.buf[before:]) {
		out.buf = slices.Insert(out.buf, before, '\n')
	}
}

func beginsLine(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	switch text[0] {
	case ':', ';', '#', '*':
		return true
	}
	return len(text) > 1 && text[0] == '{' && text[1] == '|'
}

// userTemplate is the text that Options.Templates has, prepared once a page.
func (e *expander) userTemplate(title string) *parsedTemplate {
	if e.opt.Templates == nil || title == "" {
		return nil
	}
	if t, ok := e.user[title]; ok {
		return t
	}
	if e.user == nil {
		e.user = map[string]*parsedTemplate{}
	}
	var t *parsedTemplate
	if text, ok := e.opt.Templates.Lookup(title); ok {
		text = charset.Decode(text, new(source.Notes))
		t = parseTemplate(text)
		t.leadsTo, _ = Redirect(text)
	}
	e.user[title] = t
	return t
}

// parseTemplate prepares the text of a template.
func parseTemplate(text string) *parsedTemplate {
	text = onlyIncluded(text)
	return &parsedTemplate{text: text, nodes: new(memory).scan(text, true)}
}

// onlyIncluded is the content of the onlyinclude tags of a template, if it has any.
func onlyIncluded(text string) string {
	const begin, end = "<onlyinclude>", "</onlyinclude>"
	if !strings.Contains(text, begin) {
		return text
	}
	var b strings.Builder
	for {
		_, rest, ok := strings.Cut(text, begin)
		if !ok {
			return b.String()
		}
		inner, after, _ := strings.Cut(rest, end)
		b.WriteString(inner)
		text = after
	}
}

// fallback keeps the arguments without a name, which a reader most likely sees, and
// the tables in the others, and notes the template. A date is shown as one.
func (c *call) fallback(out *output, t *target) {
	if t.silent {
		if c.closesTable(out, t.title) {
			out.write("|}\n")
		}
		return
	}
	if len(c.own.args) <= 1 && isCountry(t.title) {
		out.write("[[" + t.title + "]]")
		return
	}
	if date := c.dateTemplate(t.title); date != nil {
		c.expandText(out, date, &c.own)
		return
	}
	u := c.notKnown(t.title)
	if c.closesTable(out, t.title) {
		out.write("|}\n")
		c.hide(u, false)
		return
	}
	if len(c.own.args) == 0 {
		// Most likely a sign: its name shows where there is nothing else.
		c.e.strip(out, Strip{Kind: Icon, Text: t.title, Source: c.span(0)})
		return
	}
	before := len(out.buf)
	for i := range c.own.args {
		a := &c.own.args[i]
		value := strings.TrimSpace(c.own.valueOf(a))
		if a.named {
			_, value = cutTables(value)
		}
		switch {
		case value == "":
			continue
		case beginsLine([]byte(value[:min(len(value), 2)])):
			out.write("\n")
		case len(out.buf) > before:
			out.write(" ")
		}
		out.write(value)
	}
	c.hide(u, len(out.buf) == before)
}
