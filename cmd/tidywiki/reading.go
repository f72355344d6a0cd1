package main

import (
	"io"
	"strings"

	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// reading has the flags of every command that reads pages.
type reading struct {
	from      string
	recipes   []string
	templates string
	language  string
	dump      dumpFlags
	wiki      wikiFlags
}

func (r *reading) register(flags *pflag.FlagSet) {
	flags.StringVar(&r.from, "from", "", "input format, by default detected for each page: "+strings.Join(pipeline.InputNames(), ", "))
	flags.StringVar(&r.language, "language", "", "language of all pages, such as de or pt-BR; by default detected for each page")
	flags.StringVar(&r.templates, "templates", "", "folder with the wikitext of templates, one file per template, named after it")
	r.dump.register(flags)
	r.wiki.register(flags)
	flags.StringArrayVar(&r.recipes, "recipe", nil, "recipe file to use in addition to the built-in ones; may be repeated")
}

func (r *reading) plan(args []string, stdin io.Reader) (pipeline.Plan, error) {
	plan := pipeline.Plan{Sources: args, Stdin: stdin, From: r.from,
		Read: pipeline.ReadOptions{Templates: r.templates, Language: r.language}}
	var err error
	if plan.Dump, err = r.dump.options(); err != nil {
		return plan, err
	}
	if plan.Wiki, err = r.wiki.options(); err != nil {
		return plan, wrongUsage(err)
	}
	plan.Recipes, err = pipeline.LoadRecipes(r.recipes)
	return plan, err
}
