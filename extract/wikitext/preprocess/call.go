package preprocess

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// write expands the call; false if its name cannot be one, so that the braces are
// text.
func (c *call) write(out *output) bool {
	name := c.name
	for {
		prefix, rest, ok := strings.Cut(name, ":")
		if !ok || !substitution[strings.ToLower(strings.TrimSpace(prefix))] {
			break
		}
		name = strings.TrimSpace(rest)
	}
	if c.size() == 0 {
		if v, ok := c.e.variable(name); ok {
			out.buf = append(out.buf, v...)
			return true
		}
	}
	if head, first, ok := strings.Cut(name, ":"); ok {
		if fn := functions[strings.ToLower(head)]; fn != nil {
			out.buf = append(out.buf, fn(c, strings.TrimSpace(first))...)
			return true
		}
	}
	title, ok := templateTitle(name)
	if !ok {
		return false
	}
	if IsInfobox(title) {
		c.infobox(out, title)
		return true
	}
	if c.e.transclude(out, c, title) {
		return true
	}
	c.fallback(out, title)
	return true
}

// substitution are the prefixes that say how a template is put in, not which.
var substitution = map[string]bool{"subst": true, "safesubst": true, "msg": true, "msgnw": true, "raw": true}

// templateTitle is the title of the page that a template's name means.
func templateTitle(name string) (string, bool) {
	if i := strings.IndexAny(name, "#<>[]|{}\n\x01"); i == 0 || i > 0 && name[i] != '#' {
		return "", false
	} else if i > 0 {
		name = name[:i]
	}
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	if prefix, rest, ok := strings.Cut(name, ":"); ok && templateSpace[strings.ToLower(prefix)] {
		name = strings.TrimSpace(rest)
	} else if ok && prefix == "" { // {{:Page}} puts in a page
		return "", false
	}
	if name == "" {
		return "", false
	}
	r, size := utf8.DecodeRuneInString(name)
	if u := unicode.ToUpper(r); u != r {
		name = string(u) + name[size:]
	}
	return name, true
}

// templateSpace are the names of the namespace of templates.
var templateSpace = map[string]bool{"template": true, "vorlage": true, "modèle": true, "plantilla": true,
	"predefinição": true, "sjabloon": true, "szablon": true, "шаблон": true, "テンプレート": true, "模板": true, "樣板": true, "t": true}

// infobox keeps the call aside as a box.
func (c *call) infobox(out *output, title string) {
	box := &Infobox{Name: title}
	position := 0
	for i := 1; i <= c.size(); i++ {
		name, value, named := c.arg(i)
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
}

// transclude expands a template whose text is known.
func (e *expander) transclude(out *output, c *call, title string) bool {
	t := e.lookup(title)
	if t == nil {
		return false
	}
	f := c.frame()
	inner := &output{}
	e.expand(inner, t.text, t.nodes, 0, len(t.text), f)
	text := inner.buf
	// A template whose text begins with table or list markup begins a line
	// (Parser::braceSubstitution).
	if len(out.buf) > 0 && out.buf[len(out.buf)-1] != '\n' && beginsLine(text) {
		out.buf = append(out.buf, '\n')
	}
	out.buf = append(out.buf, text...)
	return true
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

// lookup finds the text of a template, prepared once a page.
func (e *expander) lookup(title string) *parsedTemplate {
	if t, ok := e.parsed[title]; ok {
		return t
	}
	if e.parsed == nil {
		e.parsed = map[string]*parsedTemplate{}
	}
	var t *parsedTemplate
	if e.opt.Templates != nil {
		if text, ok := e.opt.Templates.Lookup(title); ok {
			text = onlyIncluded(text)
			t = &parsedTemplate{text, scan(text, true)}
		}
	}
	if t == nil {
		t = builtIn(title)
	}
	e.parsed[title] = t
	return t
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

// fallback keeps the arguments without a name, which a reader most likely sees,
// and notes the template.
func (c *call) fallback(out *output, title string) {
	if !isSilent(title) {
		if c.e.known == nil {
			c.e.known = map[string]bool{}
		}
		if !c.e.known[title] {
			c.e.known[title] = true
			c.e.unknown = append(c.e.unknown, unknown{title, c.e.at.Start})
		}
	} else {
		return
	}
	first := true
	for i := 1; i <= c.size(); i++ {
		_, value, named := c.arg(i)
		if value = strings.TrimSpace(value); named || value == "" {
			continue
		}
		if !first {
			out.buf = append(out.buf, ' ')
		}
		first = false
		out.buf = append(out.buf, value...)
	}
}
