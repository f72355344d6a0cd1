// Package standard has the input formats and the steps that make a small program:
// all of them but recipes, which need an interpreter of expressions.
//
//	c := standard.New()
//	tables, err := c.Tables(ctx, &source.Source{Name: "rivers.txt", Data: data})
//
// With the built-in recipes it is
//
//	standard.New(recipe.Step{Recipes: recipe.Builtin()})
package standard

import (
	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/wikitext"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/check"
	"github.com/tidywiki/tidywiki/transform/prose"
	"github.com/tidywiki/tidywiki/transform/rate"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// Inputs are the formats that can be read. Of two that are equally sure of a page
// the first is taken.
var Inputs = []convert.Input{
	{Name: "plain", Ext: ".txt", Help: "plain wiki-style text: = headings =, | rows |, - items, an Infobox of - Key: value lines",
		Detect: plain.Detect, New: func(convert.Templates) extract.Extractor { return plain.New(plain.Options{}) }},
	{Name: "wikitext", Ext: ".wiki", Help: "MediaWiki markup: {| tables |}, [[links]], {{templates}}, infoboxes, lists",
		Detect: wikitext.Detect, New: func(t convert.Templates) extract.Extractor { return wikitext.New(wikitext.Options{Templates: t}) }},
	{Name: "html", Ext: ".html", Help: "rendered pages: MediaWiki's HTML, old and Parsoid's, and any other with <table>s",
		Detect: html.Detect, New: func(convert.Templates) extract.Extractor { return html.New(html.Options{}) }},
}

// Steps returns the steps that every page goes through, in order.
func Steps() []transform.Step {
	return []transform.Step{
		tidy.Outline{},     // outline, paragraphs and list items
		tidy.Infobox{},     // infobox values
		tidy.Parameters{},  // parameters of templates
		tidy.Tables{},      // grids, cells and typed tables
		tidy.References{},  // references, citations and links
		prose.Quantities{}, // quantities and changes in texts
		rate.Step{},        // published rates against their formula
		check.Step{},       // totals against their parts
	}
}

// New returns a converter with all inputs and steps, and more steps after them.
func New(more ...transform.Step) *convert.Converter {
	return convert.New(convert.Options{Inputs: Inputs, Steps: append(Steps(), more...)})
}
