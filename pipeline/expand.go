package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/files"
	"github.com/tidywiki/tidywiki/pipeline/convert"
)

// A converter is one with the hash of the templates of a dump, if it has any.
type converter struct {
	*convert.Converter
	sum [sha256.Size]byte
}

// An expansion is the converter of pages whose templates are in dumps.
type expansion struct {
	converter
	templates *dump.Templates
}

// expand returns the converter for the pages of a unit: one that knows the templates of
// its dump, if the plan asks for that. They are read once a run.
func (d *driver) expand(ctx context.Context, u *Unit) (*converter, error) {
	if u.Dump == nil || !d.plan.Dump.Expand {
		return &d.convert, nil
	}
	key := strings.Join(u.Dump.Templates, "\x00")
	if e := d.expansions[key]; e != nil {
		return &e.converter, nil
	}
	var dumps []*dump.Dump
	for _, path := range u.Dump.Templates {
		one, err := dump.Open(path, d.sources.dump)
		if err != nil {
			return nil, err
		}
		dumps = append(dumps, one)
	}
	templates, err := dump.ReadTemplates(ctx, dumps)
	var damage *dump.DamageError
	if err != nil && !(d.plan.Dump.KeepPartial && errors.As(err, &damage)) {
		if templates != nil {
			err = errors.Join(err, templates.Close())
		}
		return nil, err
	}
	c, err := newConverter(d.plan, templates)
	if err != nil {
		return nil, errors.Join(err, templates.Close())
	}
	if d.expansions == nil {
		d.expansions = map[string]*expansion{}
	}
	e := &expansion{converter{c, templates.Sum()}, templates}
	d.expansions[key] = e
	return &e.converter, nil
}

// closeExpansions gives back the templates, once all pages are done.
func (d *driver) closeExpansions() error {
	var errs []error
	for _, e := range d.expansions {
		errs = append(errs, e.templates.Close())
	}
	d.expansions = nil
	return errors.Join(errs...)
}

// templateFiles are the paths of the dumps among some files that are of the same wiki
// as one of them, in order: the templates of a dump in several files may be in any.
func templateFiles(all []files.Page, of *dump.Dump) []string {
	var paths []string
	for _, p := range all {
		if !p.Dump {
			continue
		}
		d, err := dump.Open(p.Path, dump.Options{})
		if err == nil && d.Site().DBName == of.Site().DBName && d.Site().Base == of.Site().Base {
			paths = append(paths, p.Path)
		}
	}
	return paths
}

// mixed is the sum of a source together with that of the templates it is read with.
func mixed(source, templates [sha256.Size]byte) [sha256.Size]byte {
	if templates == ([sha256.Size]byte{}) {
		return source
	}
	return sha256.Sum256(slices.Concat(source[:], templates[:]))
}
