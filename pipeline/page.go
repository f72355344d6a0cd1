package pipeline

import (
	"context"
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

func newPage(src *source.Source, d *page.Page) *partfile.Page {
	return &partfile.Page{Name: src.Name, Bytes: int64(len(src.Data)), Sheets: len(d.Sheets), Data: d}
}

// A converter makes pages of sources. It is safe for concurrent use.
type converter struct {
	from       string
	language   string
	limits     Limits
	noWide     bool
	extractors map[string]extract.Extractor
	sum        [32]byte // of the templates of a dump, if it has any
	steps      []transform.Step
}

func newConverter(plan Plan) (*converter, error) {
	c := &converter{from: plan.From, language: plan.Read.Language, limits: plan.Limits, noWide: plan.Tables == "none", extractors: map[string]extract.Extractor{}}
	for _, in := range Inputs {
		x, err := in.New(plan.Read)
		if err != nil {
			return nil, err
		}
		c.extractors[in.Name] = x
	}
	recipes := recipesOf(plan)
	for _, s := range Steps {
		c.steps = append(c.steps, s.New(recipes))
	}
	return c, nil
}

// convert takes a source through all stages up to the loaders.
func (c *converter) convert(ctx context.Context, src *source.Source) (*partfile.Page, error) {
	format := c.from
	if format == "" {
		format = src.Format
	}
	if format == "" {
		format = detect(src.Data).Name
	}
	doc, err := c.extractors[format].Extract(ctx, inLanguage(src, c.language))
	if err != nil {
		return nil, err
	}
	d := tidy.NewPage(doc)
	for _, s := range c.steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if d, err = s.Apply(ctx, d); err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name(), err)
		}
	}
	d = d.Complete()
	if c.noWide {
		d.Tables = slices.DeleteFunc(d.Tables, func(t *dataset.Table) bool { return t.Origin != nil })
	}
	return newPage(src, d), nil
}

// inLanguage is a source in the language that the user gave; src itself if none was.
func inLanguage(src *source.Source, tag string) *source.Source {
	if tag == "" {
		return src
	}
	s := *src
	s.Language, s.LanguageFrom = tag, "option"
	return &s
}

// withData is p with another dataset.
func withData(p *partfile.Page, d *page.Page) *partfile.Page {
	q := *p
	q.Data = d
	return &q
}

// noted is d with more notes.
func noted(d *page.Page, notes ...source.Note) *page.Page {
	d = d.Clone()
	d.Notes = append(d.Notes, notes...)
	return d
}
