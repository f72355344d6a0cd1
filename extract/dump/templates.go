package dump

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// templateSpace is the namespace of templates, on every wiki.
const templateSpace = 10

// Templates are the texts of the templates in a dump, which may be several files. They are held compressed, and
// those that are too many for memory in a temporary file: a few hundred thousand take
// some 100 MB. It is safe for concurrent use.
type Templates struct {
	store textStore
	sum   [sha256.Size]byte
	space string // name of their namespace, as written in the dump
}

// ReadTemplates reads the templates of the files of one dump to their ends. A
// [*DamageError] comes with those that are whole. They must be closed.
func ReadTemplates(ctx context.Context, dumps []*Dump) (*Templates, error) {
	t := &Templates{}
	sum := sha256.New()
	var damaged error
	for _, d := range dumps {
		err := t.read(ctx, d, sum)
		var damage *DamageError
		if errors.As(err, &damage) {
			damaged = cmp.Or(damaged, err)
		} else if err != nil {
			return nil, errors.Join(err, t.Close())
		}
	}
	sum.Sum(t.sum[:0])
	if err := t.store.ready(); err != nil {
		return nil, errors.Join(err, t.Close())
	}
	return t, damaged
}

func (t *Templates) read(ctx context.Context, d *Dump, sum hash.Hash) error {
	if d.path == "" {
		return fmt.Errorf("%s: its templates can only be read from a file, before its pages: save it first", d.name)
	}
	own := *d
	own.opt = Options{Namespaces: []int{templateSpace}, MaxBytes: d.opt.MaxBytes, Workers: d.opt.Workers, redirects: true}
	t.space = d.site.Namespaces[templateSpace]
	for src, err := range own.Pages(ctx, own.Whole(), nil) {
		var large *source.PageError
		if errors.As(err, &large) {
			continue // it is not known, then
		}
		if err == nil {
			err = t.add(src, sum)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *Templates) add(src *source.Source, sum hash.Hash) error {
	_, name, ok := strings.Cut(src.Title, ":")
	if !ok {
		name = src.Title
	}
	fmt.Fprintf(sum, "%d %q %d\n", len(name), name, len(src.Data))
	sum.Write(src.Data)
	return t.store.add(templateName(name), src.Data)
}

// Len is the number of templates.
func (t *Templates) Len() int { return t.store.len() }

// Sum tells whether the templates of two dumps are the same.
func (t *Templates) Sum() [sha256.Size]byte { return t.sum }

// Close gives back what the templates take.
func (t *Templates) Close() error { return t.store.close() }

// maxRedirects is how many redirects from template to template are followed.
const maxRedirects = 3

// Lookup returns the wikitext of the template of a name, which has no namespace, its
// first letter in upper case and spaces for underscores. One that was moved is found
// under its old name.
func (t *Templates) Lookup(name string) (string, bool) {
	for range maxRedirects + 1 {
		text, ok := t.store.get(templateName(name))
		if !ok {
			return "", false
		}
		target := wikitext.Redirect(text)
		if target == "" {
			return text, true
		}
		if name, ok = t.target(target); !ok {
			return "", false
		}
	}
	return "", false
}

// target is the name of the template that a redirect leads to.
func (t *Templates) target(title string) (string, bool) {
	title, _, _ = strings.Cut(title, "#")
	space, name, ok := strings.Cut(title, ":")
	if !ok {
		return "", false // a page of the main namespace
	}
	space = spaced(space)
	return name, strings.EqualFold(space, t.space) || strings.EqualFold(space, "Template")
}

// templateName makes one of the spellings of a template's name. Wikis that tell the
// case of first letters apart seldom have two templates that differ in nothing else.
func templateName(name string) string {
	name = spaced(name)
	r, size := utf8.DecodeRuneInString(name)
	if u := unicode.ToUpper(r); u != r {
		return string(u) + name[size:]
	}
	return name
}
