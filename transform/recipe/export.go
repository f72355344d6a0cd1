package recipe

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// An exportSpec is how a table asks to be told in a vocabulary of others.
type exportSpec struct {
	line       int
	file, list located
	by         []located
	object     *formSpec
}

// A formSpec is the form of a JSON value: a word, a mapping, a list, or each with
// the form of each row.
type formSpec struct {
	word    located
	members []memberSpec
	items   []*formSpec
	each    *formSpec
}

type memberSpec struct {
	name string
	form *formSpec
}

func (r *reader) export(n ast.Node) *exportSpec {
	e := &exportSpec{line: lineOf(n)}
	r.mapping(n, "export", keySet{"file": r.into(&e.file), "list": r.into(&e.list), "by": r.locateds(&e.by),
		"object": func(n ast.Node) { e.object = r.form(n) }})
	return e
}

// form reads a form. A mapping of the one key each is a list of one value a row.
func (r *reader) form(n ast.Node) *formSpec {
	f := &formSpec{}
	switch n := n.(type) {
	case *ast.SequenceNode:
		for _, e := range n.Values {
			f.items = append(f.items, r.form(e))
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		pairs := r.pairs(n, "a form")
		if len(pairs) == 1 && pairs[0].key == "each" {
			f.each = r.form(pairs[0].value)
			break
		}
		for _, p := range pairs {
			f.members = append(f.members, memberSpec{p.key, r.form(p.value)})
		}
	default:
		f.word = r.located(n)
	}
	return f
}

// exportFile is what the file of an export may be called; those of every dataset
// have other names.
var (
	exportFile = regexp.MustCompile(`^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*\.json$`)
	ownFiles   = []string{"datapackage.json", "croissant.json", "provenance.intoto.json", "run.json"}
)

func (c *compiler) export(s *exportSpec, fields []dataset.Field) *dataset.Export {
	e := &dataset.Export{File: s.file.text, List: s.list.text}
	if !exportFile.MatchString(e.File) || slices.Contains(ownFiles, e.File) {
		c.fail(max(s.file.line, s.line), "export: file is a name in lower case that ends with .json and that datasets do not have anyway, not %q", e.File)
	}
	if e.List == "" {
		c.fail(s.line, "export: list names the member of the file that holds the objects")
	}
	if s.object == nil || s.object.members == nil {
		c.fail(s.line, "export: object is a mapping: what each object is to have")
		return e
	}
	names := slices.Clone(dataset.ExportVariables)
	for _, f := range fields {
		names = append(names, f.Name)
	}
	for _, by := range s.by {
		if !slices.Contains(names[len(dataset.ExportVariables):], by.text) {
			c.fail(by.line, "export: by names %q, and the table has no such field%s", by.text, suggest(by.text, names))
		}
		e.By = append(e.By, by.text)
	}
	e.Object = c.form(s.object, names)
	return e
}

// form makes the template of a form whose words are among names.
func (c *compiler) form(s *formSpec, names []string) dataset.Template {
	switch {
	case s.each != nil:
		each := c.form(s.each, names)
		return dataset.Template{Rows: &each}
	case s.members != nil:
		var t dataset.Template
		for _, m := range s.members {
			t.Members = append(t.Members, dataset.Member{Name: m.name, Form: c.form(m.form, names)})
		}
		return t
	case s.items != nil:
		var t dataset.Template
		for _, item := range s.items {
			t.Items = append(t.Items, c.form(item, names))
		}
		return t
	}
	return c.word(s.word, names)
}

// word reads a text in quotes, or the name of a value.
func (c *compiler) word(w located, names []string) dataset.Template {
	if strings.HasPrefix(w.text, `"`) {
		text, err := strconv.Unquote(w.text)
		if err != nil || text == "" {
			c.fail(w.line, "export: %s is no text in quotes", w.text)
		}
		return dataset.Template{Text: text}
	}
	name, optional := strings.CutSuffix(w.text, "?")
	if !slices.Contains(names, name) {
		c.fail(w.line, "export: %q is neither a field nor a text in quotes within quotes%s", name, suggest(name, names))
	}
	return dataset.Template{Value: name, Optional: optional}
}
