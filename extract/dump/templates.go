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

// Templates has the texts of the templates in the files of a dump. They are held
// compressed, in memory and, if there are too many, in a temporary file: a few hundred
// thousand take some 100 MB. It is safe for concurrent use.
type Templates struct {
	store textStore
	sum   [sha256.Size]byte
	space string // name of their namespace, as written in the dump
}

// ReadTemplates reads the templates in all files of one dump. With a [*DamageError] it
// also returns the complete templates. The caller must close them.
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
			continue // treat it as unknown
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

// Len returns the number of templates.
func (t *Templates) Len() int { return t.store.len() }

// Sum returns a hash of all names and texts.
func (t *Templates) Sum() [sha256.Size]byte { return t.sum }

// Close frees the memory and removes the temporary file.
func (t *Templates) Close() error { return t.store.close() }

// maxRedirects is the number of redirects between templates that are followed.
const maxRedirects = 3

// Lookup returns the wikitext of a template. name has no namespace; the case of its
// first letter does not matter, and underscores are spaces. Redirects are followed, so
// a template that was moved is found under its old name.
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

// target returns the name of the template that a redirect leads to.
func (t *Templates) target(title string) (string, bool) {
	title, _, _ = strings.Cut(title, "#")
	space, name, ok := strings.Cut(title, ":")
	if !ok {
		return "", false // a page of the main namespace
	}
	space = spaced(space)
	return name, strings.EqualFold(space, t.space) || strings.EqualFold(space, "Template")
}

// templateName normalizes the name of a template. On wikis where the case of the first
// letter matters, two templates seldom differ in nothing else.
func templateName(name string) string {
	name = spaced(name)
	r, size := utf8.DecodeRuneInString(name)
	if u := unicode.ToUpper(r); u != r {
		return string(u) + name[size:]
	}
	return name
}
