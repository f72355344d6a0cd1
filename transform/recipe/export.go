package recipe

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// An exportSpec declares how a table is written in another vocabulary.
type exportSpec struct {
	line       int
	file, list located
	by         []located
	object     *formSpec
}

// A formSpec is the form of a JSON value: a word, a mapping, a list, or "each" with the
// form of the entry for each row.
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

// form reads a form. A mapping with the single key each is a list of one value per row.
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

// exportFile matches the names that the file of an export may have. The names of the
// files in every dataset are taken.
var (
	exportFile = regexp.MustCompile(`^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*\.json$`)
	ownFiles   = []string{"datapackage.json", "croissant.json", "provenance.intoto.json", "run.json"}
)

func (c *compiler) export(s *exportSpec, fields []dataset.Field) *dataset.Export {
	e := &dataset.Export{File: s.file.text, List: s.list.text}
	if !exportFile.MatchString(e.File) || slices.Contains(ownFiles, e.File) {
		c.fail(max(s.file.line, s.line), "export: file must be a name in lower case that ends in .json and is not the name of another file of the dataset, not %q", e.File)
	}
	if e.List == "" {
		c.fail(s.line, "export: list must name the member of the file for the objects")
	}
	if s.object == nil || s.object.members == nil {
		c.fail(s.line, "export: object must be a mapping with the members of each object")
		return e
	}
	names := slices.Clone(dataset.ExportVariables)
	for _, f := range fields {
		names = append(names, f.Name)
	}
	own := names[len(dataset.ExportVariables):]
	for _, by := range s.by {
		if !slices.Contains(own, by.text) {
			c.fail(by.line, "export: by: the table has no field %q%s", by.text, suggest(by.text, own))
		}
		e.By = append(e.By, by.text)
	}
	e.Object = c.form(s.object, names)
	return e
}

// form compiles a form. Its words must be quoted text or among names.
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

// word compiles a quoted text or the name of a value.
func (c *compiler) word(w located, names []string) dataset.Template {
	if strings.HasPrefix(w.text, `"`) {
		text, err := strconv.Unquote(w.text)
		if err != nil || text == "" {
			c.fail(w.line, "export: %s is not a quoted text", w.text)
		}
		return dataset.Template{Text: text}
	}
	name, optional := strings.CutSuffix(w.text, "?")
	if !slices.Contains(names, name) {
		c.fail(w.line, "export: %q is neither a field nor a text in nested quotes%s", name, suggest(name, names))
	}
	return dataset.Template{Value: name, Optional: optional}
}
