// Package convert takes a page from its source to its tables, in memory:
//
//	c := convert.New(convert.Options{Inputs: standard.Inputs, Steps: standard.Steps()})
//	src := &source.Source{Name: "rivers.txt", Data: []byte("= Rivers =\n| Name | Length |\n| Rhine | 1,233 |")}
//	tables, err := c.Tables(ctx, src)
//	// pages      rivers, "Rivers", plain, ...
//	// cells      rivers, table 1, row 2, column 2: "1,233", integer 1233
//	// tables/rivers/01-table     name string, length integer: Rhine 1233
//	// ... and the other core tables
//
// It opens no file, writes none, and knows no input format by itself: formats and
// steps are handed in. Package standard has those that keep a program
// small.
package convert

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// Options are what a converter works with.
type Options struct {
	// Inputs are the formats that pages may be in, at least one.
	Inputs []Input
	// Steps are what every page goes through, in order.
	Steps []transform.Step
	// From is the name of the input format; default that of the source, or detected
	// from the page.
	From string
	// Language is the BCP 47 tag of the language of all pages; empty to find it for
	// each.
	Language string
	// Templates are used where pages call templates. May be nil.
	Templates Templates
	// Limits are what one page may take.
	Limits Limits
	// NoWide leaves out the wide tables, AllRoles keeps those of tables that hold no
	// data, such as layout and legends.
	NoWide, AllRoles bool
}

// A Converter makes tables of pages. It is safe for concurrent use.
type Converter struct {
	opt        Options
	extractors map[string]extract.Extractor
}

// New returns a converter. It panics if From names none of the inputs.
func New(o Options) *Converter {
	o.Limits.PageBytes = cmp.Or(o.Limits.PageBytes, DefaultPageBytes)
	c := &Converter{opt: o, extractors: map[string]extract.Extractor{}}
	for _, in := range o.Inputs {
		c.extractors[in.Name] = in.New(o.Templates)
	}
	if o.From != "" && c.extractors[o.From] == nil {
		panic(fmt.Sprintf("convert: no input format %q", o.From))
	}
	return c
}

// Tables converts a page and returns its tables in the order in which they are
// written: the core tables, findings among them, those of recipes, the wide ones.
// An error is a [*PageError] or that of ctx.
func (c *Converter) Tables(ctx context.Context, src *source.Source) ([]*dataset.Table, error) {
	p, err := c.Page(ctx, src)
	if err != nil {
		return nil, err
	}
	return p.WithFindings().Tables, nil
}

// Page converts a page. Its tables are complete but for findings, which
// [page.Page.Findings] makes when no further notes come. An error is a [*PageError]
// or that of ctx: a panic in an extractor or a step ends the page and not the
// program.
func (c *Converter) Page(ctx context.Context, src *source.Source) (p *page.Page, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, &PageError{"page_failed", fmt.Errorf("a fault of the program in %s: %v: please report it with the page", panicked(), r)}
		}
	}()
	limits := c.opt.Limits
	if size := int64(len(src.Data)); size > limits.PageBytes {
		return nil, &PageError{"page_limit", fmt.Errorf("the page has %d bytes, the limit is %d: split it, or raise --max-page-size", size, limits.PageBytes)}
	}
	timed := ctx
	if limits.PageTime > 0 {
		var cancel context.CancelFunc
		timed, cancel = context.WithTimeout(ctx, limits.PageTime)
		defer cancel()
	}
	p, err = c.page(timed, src)
	switch {
	case err == nil || ctx.Err() != nil:
		return p, err
	case timed.Err() != nil:
		return nil, &PageError{"page_limit", fmt.Errorf("the page took longer than %s: raise --max-page-time", limits.PageTime)}
	}
	return nil, &PageError{"page_failed", err}
}

func (c *Converter) page(ctx context.Context, src *source.Source) (*page.Page, error) {
	doc, err := c.extractors[c.format(src)].Extract(ctx, c.inLanguage(src))
	if err != nil {
		return nil, err
	}
	p := tidy.NewPage(doc)
	for _, s := range c.opt.Steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if p, err = s.Apply(ctx, p); err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name(), err)
		}
	}
	p = p.Complete()
	p.Tables = slices.DeleteFunc(p.Tables, func(t *dataset.Table) bool {
		return t.Origin != nil && (c.opt.NoWide || !c.opt.AllRoles && t.Role != tidy.RoleData)
	})
	return p, nil
}

// inLanguage is a source in the language that the caller gave; src itself if none
// was.
func (c *Converter) inLanguage(src *source.Source) *source.Source {
	if c.opt.Language == "" {
		return src
	}
	s := *src
	s.Language, s.LanguageFrom = c.opt.Language, "option"
	return &s
}

// format is the name of the input format of a page.
func (c *Converter) format(src *source.Source) string {
	switch {
	case c.opt.From != "":
		return c.opt.From
	case src.Format != "":
		return src.Format
	}
	return Detect(c.opt.Inputs, src.Data).Name
}
