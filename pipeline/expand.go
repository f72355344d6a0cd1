package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/sources"
)

// A converter is one with the hash of the templates of a dump, if it has any.
type converter struct {
	*convert.Converter
	sum [sha256.Size]byte
}

// An expansion is the converter of pages whose templates are in dumps.
type expansion struct {
	converter
	templates sources.Templates
}

// expand returns the converter for the pages of a unit: one that knows the templates of
// its dump, if the plan asks for that. They are read once a run.
func (d *driver) expand(ctx context.Context, u *sources.Unit) (*converter, error) {
	if u.Dump == nil || !d.plan.Dump.Expand {
		return &d.convert, nil
	}
	key := strings.Join(u.Dump.Templates, "\x00")
	if e := d.expansions[key]; e != nil {
		return &e.converter, nil
	}
	templates, err := d.sources.Templates(ctx, u)
	if err != nil {
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

// mixed is the sum of a source together with that of the templates it is read with.
func mixed(source, templates [sha256.Size]byte) [sha256.Size]byte {
	if templates == ([sha256.Size]byte{}) {
		return source
	}
	return sha256.Sum256(slices.Concat(source[:], templates[:]))
}
