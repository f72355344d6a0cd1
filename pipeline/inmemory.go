package pipeline

import (
	"context"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Convert returns the tables of one page, without writing anything: what [Run] does
// with a page, built-in recipes included. Of the plan it takes From, Read, Recipes,
// Limits and Tables. For many pages, make a [NewConverter] once. Where a program must
// be small, use package convert/standard.
func Convert(ctx context.Context, src *source.Source, plan Plan) ([]*dataset.Table, error) {
	c, err := NewConverter(plan)
	if err != nil {
		return nil, err
	}
	return c.Tables(ctx, src)
}

// NewConverter returns the converter of the plan's pages, with all inputs, steps and
// recipes. It takes of the plan what [Convert] takes, and returns a [*UsageError] if
// that cannot be.
func NewConverter(plan Plan) (*convert.Converter, error) {
	plan.Sources = []string{"a page"}
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	return newConverter(plan)
}
