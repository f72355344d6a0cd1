package sources

import (
	"context"
	"errors"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/files"
)

// Templates are those of dumps. They must be closed.
type Templates = *dump.Templates

// Templates reads the templates that serve the pages of a unit of a dump.
func (s *Set) Templates(ctx context.Context, u *Unit) (Templates, error) {
	var dumps []*dump.Dump
	for _, path := range u.Dump.Templates {
		one, err := dump.Open(path, s.opt.dumpOptions())
		if err != nil {
			return nil, err
		}
		dumps = append(dumps, one)
	}
	templates, err := dump.ReadTemplates(ctx, dumps)
	var damage *dump.DamageError
	if err != nil && !(s.opt.Dump.KeepPartial && errors.As(err, &damage)) {
		if templates != nil {
			err = errors.Join(err, templates.Close())
		}
		return nil, err
	}
	return templates, nil
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
