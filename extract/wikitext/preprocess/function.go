package preprocess

import (
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A function is a parser function: it gets its call and what stands between the
// colon and the first |.
type function func(c *call, first string) string

// functions are the parser functions by name
// (https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions and
// https://www.mediawiki.org/wiki/Help:Magic_words).
var functions map[string]function

func init() { // a table that names its own users
	functions = map[string]function{
		"#if":          ifFunction,
		"#ifeq":        ifEqual,
		"#iferror":     ifError,
		"#ifexist":     func(c *call, _ string) string { return c.trimmed(1) },
		"#ifexpr":      ifExpr,
		"#switch":      switchFunction,
		"#expr":        func(_ *call, first string) string { return expr(first) },
		"#invoke":      invoke,
		"#tag":         tagFunction,
		"lc":           func(_ *call, s string) string { return strings.ToLower(s) },
		"uc":           func(_ *call, s string) string { return strings.ToUpper(s) },
		"lcfirst":      func(_ *call, s string) string { return mapFirst(s, unicode.ToLower) },
		"ucfirst":      func(_ *call, s string) string { return mapFirst(s, unicode.ToUpper) },
		"padleft":      func(c *call, s string) string { return pad(c, s, true) },
		"padright":     func(c *call, s string) string { return pad(c, s, false) },
		"formatnum":    formatNumber,
		"urlencode":    func(_ *call, s string) string { return strings.ReplaceAll(s, " ", "+") },
		"anchorencode": func(_ *call, s string) string { return strings.ReplaceAll(s, " ", "_") },
		"plural":       plural,
		"ns":           func(_ *call, s string) string { return s },
		"int":          func(_ *call, s string) string { return s },
		"#titleparts":  titleParts,
		"gender":       gender,
		"grammar":      func(c *call, _ string) string { return c.trimmed(1) },
		"#formatdate":  func(_ *call, s string) string { return s },
		"#dateformat":  func(_ *call, s string) string { return s },
		"displaytitle": displayTitle,
		"defaultsort":  func(*call, string) string { return "" },
	}
	maps.Copy(functions, native)
}

func ifFunction(c *call, first string) string {
	if first != "" {
		return c.trimmed(1)
	}
	return c.trimmed(2)
}

func ifEqual(c *call, first string) string {
	if sameOperand(first, c.trimmed(1)) {
		return c.trimmed(2)
	}
	return c.trimmed(3)
}

// sameOperand compares as numbers what are numbers.
func sameOperand(a, b string) bool {
	if a == b {
		return true
	}
	if a == "" || b == "" || !strings.ContainsAny(a[:1]+b[:1], "0123456789+-.") {
		return false
	}
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err1 == nil && err2 == nil && x == y
}

func ifError(c *call, first string) string {
	if strings.Contains(first, `class="error"`) {
		return c.trimmed(1)
	}
	if c.size() > 1 {
		return c.trimmed(2)
	}
	return first
}

func ifExpr(c *call, first string) string {
	switch v := expr(first); v {
	case "", "0":
		return c.trimmed(2)
	default:
		if strings.Contains(v, `class="error"`) {
			return v
		}
		return c.trimmed(1)
	}
}

// switchFunction is {{#switch: value | case = result | case | #default = result}}.
func switchFunction(c *call, first string) string {
	matched, byDefault := false, 0
	for i := 1; i <= c.size(); i++ {
		name, from, to, named := c.divide(i)
		if !named {
			name = strings.TrimSpace(c.e.sub(c.s, c.inner, from, to, c.f))
			if i == c.size() {
				return name // a last part without = is the default
			}
			matched = matched || sameOperand(name, first)
			continue
		}
		if matched || sameOperand(name, first) {
			return strings.TrimSpace(c.e.sub(c.s, c.inner, from, to, c.f))
		}
		if name == "#default" {
			byDefault = i
		}
	}
	if byDefault == 0 {
		return ""
	}
	_, value, _ := c.arg(byDefault)
	return value
}

// displayTitle keeps the title that the page gives itself.
func displayTitle(c *call, title string) string {
	c.e.result.DisplayTitle = strings.Clone(title)
	return ""
}

// invoke is {{#invoke: module | function | ...}}. Lua does not run here: a module
// that is built in is a template by the name #invoke:module; the call of another is
// noted like an unknown template's. A call without arguments of its own hands the
// module those of the template it is in.
func invoke(c *call, module string) string {
	name := "#invoke:" + module
	text := library()[foldTitle(name)]
	f := c.frame(2)
	if len(f.args) == 0 && c.f != nil {
		f = c.f
	}
	if text != nil {
		c.expandText(c.out, text, f)
	} else if !isSilent(name) {
		c.hide(c.notKnown(name), true)
	}
	c.record(name, text == nil)
	return ""
}

// tagFunction is {{#tag: name | content}}: the tag as if it were written.
func tagFunction(c *call, name string) string {
	name = strings.ToLower(name)
	if id := tagIDs[name]; id == noTag || id.inclusion() {
		return c.trimmed(1)
	}
	if name == tagNames[tagRef] {
		return c.reference()
	}
	var b strings.Builder
	b.WriteString("<" + name)
	for i := 2; i <= c.size(); i++ {
		if key, value, named := c.arg(i); named {
			b.WriteString(" " + key + `="` + strings.Trim(value, `"`) + `"`)
		}
	}
	b.WriteString(">" + c.trimmed(1) + "</" + name + ">")
	return c.e.again(b.String(), c.f)
}

// reference is {{#tag: ref | content | name= | group= }}, "" without content and name.
func (c *call) reference() string {
	strip := Strip{Kind: Ref, Tag: tagNames[tagRef], Text: c.trimmed(1), Source: c.span(0)}
	if c.f != nil { // the template that is written with it
		strip.Source = c.f.call.span(0)
	}
	for i := 2; i <= c.size(); i++ {
		switch key, value, _ := c.arg(i); key {
		case "name":
			strip.Name = strings.Trim(value, `"`)
		case "group":
			strip.Group = strings.Trim(value, `"`)
		}
	}
	if strip.Text == "" && strip.Name == "" {
		return ""
	}
	out := c.e.output()
	c.e.strip(out, strip)
	return c.e.take(out)
}

func mapFirst(s string, to func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(to(r)) + s[size:]
}

func pad(c *call, s string, left bool) string {
	want, err := strconv.Atoi(c.trimmed(1))
	with := c.trimmed(2)
	if with == "" {
		with = "0"
	}
	missing := min(want, 500) - utf8.RuneCountInString(s)
	if err != nil || missing <= 0 {
		return s
	}
	filler := []rune(strings.Repeat(with, missing/utf8.RuneCountInString(with)+1))[:missing]
	if left {
		return string(filler) + s
	}
	return s + string(filler)
}

func plural(c *call, s string) string {
	if s == "1" || c.size() < 2 {
		return c.trimmed(1)
	}
	return c.trimmed(2)
}

// formatNumber is {{formatnum: 1234.5}}: thousands marked as the page's language
// does; with R the other way.
func formatNumber(c *call, s string) string {
	l := notationOf(c.e.opt.Language)
	switch strings.ToUpper(c.trimmed(1)) {
	case "R":
		return l.plain(s)
	case "NOSEP":
		return s
	}
	return l.group(s)
}

// groupDigits puts a comma between thousands of a plain number.
func groupDigits(s string) string { return english.group(s) }
