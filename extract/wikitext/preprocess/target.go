package preprocess

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A target is what a name between two braces means.
type target struct {
	variable string // a magic word
	title    string // of a template; "" where the name can be none
	infobox  bool
	silent   bool
	// apart reports that its arguments are no parameters of the page: the template
	// only changes how text looks, or cites a source.
	apart bool
	// cites reports that it cites a source, or comments on one that is cited.
	cites   bool
	builtIn *parsedTemplate
}

// A parsedTemplate is the text of a template with its nodes.
type parsedTemplate struct {
	text  string
	nodes []node
	// leadsTo is the name of another template, of which this one is a redirect.
	leadsTo string
}

// uses reports whether the text may ask for an argument, by its name or in a loop over
// title1, title2 ...
func (t *parsedTemplate) uses(name string) bool {
	loop := strings.TrimRight(name, "0123456789")
	return strings.Contains(t.text, name) || loop != name && strings.Contains(t.text, loop+"%")
}

// maxName is the length of the longest name that is remembered.
const maxName = 80

// target finds what a name means. Names come again and again, on one page and on
// the next, so that the answers are kept.
func (e *expander) target(name string) *target {
	if t := e.targets[name]; t != nil {
		return t
	}
	t := newTarget(name)
	if len(name) <= maxName && len(e.targets) < 2*maxPooled {
		e.targets[strings.Clone(name)] = t
	}
	return t
}

func newTarget(name string) *target {
	t := &target{variable: strings.Clone(name)}
	if title, ok := templateTitle(name); ok {
		t.title = strings.Clone(title)
		t.infobox, t.silent, t.builtIn = IsInfobox(title), isSilent(title), builtIn(title)
		name := foldTitle(title)
		t.cites = citationNames().has(name)
		t.apart = t.cites || typographicNames().has(name)
	}
	return t
}

// templateTitle is the title of the page that a template's name means.
func templateTitle(name string) (string, bool) {
	if i := strings.IndexAny(name, "#<>[]|{}\n\x01"); i == 0 || i > 0 && name[i] != '#' {
		return "", false
	} else if i > 0 {
		name = name[:i]
	}
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	if prefix, rest, ok := strings.Cut(name, ":"); ok && prefixes().template[strings.ToLower(strings.TrimSpace(prefix))] {
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
