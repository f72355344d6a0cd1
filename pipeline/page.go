package pipeline

import (
	"context"
	"fmt"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/recipe"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// A page is one source and the dataset made of it.
type page struct {
	source *source.Source
	data   *dataset.Dataset
}

// A converter makes pages of sources. It is safe for concurrent use.
type converter struct {
	from       string
	extractors map[string]extract.Extractor
	steps      []transform.Step
}

func newConverter(plan Plan) (*converter, error) {
	c := &converter{from: plan.From, extractors: map[string]extract.Extractor{}}
	for _, in := range Inputs {
		x, err := in.New(plan.Read)
		if err != nil {
			return nil, err
		}
		c.extractors[in.Name] = x
	}
	recipes := append(recipe.Builtin(), plan.Recipes...)
	for _, s := range Steps {
		c.steps = append(c.steps, s.New(recipes))
	}
	return c, nil
}

// convert takes a source through all stages up to the loaders.
func (c *converter) convert(ctx context.Context, src *source.Source) (*page, error) {
	format := c.from
	if format == "" {
		format = src.Format
	}
	if format == "" {
		format = detect(src.Data).Name
	}
	doc, err := c.extractors[format].Extract(ctx, src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, err)
	}
	d := tidy.NewDataset(doc)
	for _, s := range c.steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if d, err = s.Apply(ctx, d); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", src.Name, s.Name(), err)
		}
	}
	return &page{src, d}, nil
}

// noted is d with more notes, and the table findings made anew.
func noted(d *dataset.Dataset, notes ...source.Note) *dataset.Dataset {
	d = d.Clone()
	d.Notes = append(d.Notes, notes...)
	return tidy.WithFindings(d)
}
