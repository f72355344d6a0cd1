package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/dustin/go-humanize"
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

// writingFlags are the flags for how values are written.
type writingFlags struct {
	bom, safe          bool
	decimals           string
	partSize, compress string
}

func (w *writingFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&w.bom, "csv-bom", false, "begin CSV files with a byte order mark, for Excel")
	flags.BoolVar(&w.safe, "csv-safe", false, "put an apostrophe before text in CSV files that looks like a formula")
	flags.StringVar(&w.compress, "compress", "none", "compress CSV and JSON files: gz, zst or none")
	flags.StringVar(&w.partSize, "part-size", "", "split the Parquet files of tables of all pages into files of about this size, such as 512MB")
	flags.StringVar(&w.decimals, "decimals", "exact", "how to write decimals: exact, or float (rounded, but every reader takes them as numbers)")
}

func (w *writingFlags) options() (pipeline.WriteOptions, error) {
	o := pipeline.WriteOptions{CSVBOM: w.bom, CSVSafe: w.safe, Floats: w.decimals == "float"}
	if w.decimals != "exact" && w.decimals != "float" {
		return o, fmt.Errorf("--decimals %q: choose exact or float", w.decimals)
	}
	if w.compress != "none" {
		o.Compression = pipeline.Compression(w.compress)
	}
	if w.partSize != "" {
		n, err := humanize.ParseBytes(w.partSize)
		if err != nil || n == 0 || n > math.MaxInt64 {
			return o, fmt.Errorf("--part-size %q: give a size such as 512MB or 1GiB", w.partSize)
		}
		o.PartBytes = int64(n)
	}
	return o, nil
}

// metaFlags say what the dataset is called and who made it. A flag wins over the
// file.
type metaFlags struct {
	file, title, description, license, version, homepage, keywords string
}

func (m *metaFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&m.file, "meta", "", "YAML file with the dataset's title, description, license, version, authors ...")
	flags.StringVar(&m.title, "data-title", "", "title of the dataset; default the title of its page")
	flags.StringVar(&m.description, "description", "", "description of the dataset")
	flags.StringVar(&m.license, "license", "", "licence of the dataset: an SPDX identifier")
	flags.StringVar(&m.version, "data-version", "", "version of the dataset")
	flags.StringVar(&m.homepage, "homepage", "", "URL of the dataset's home page")
	flags.StringVar(&m.keywords, "keywords", "", "keywords, separated by commas")
}

func (m *metaFlags) load() (pipeline.Meta, error) {
	var meta pipeline.Meta
	if m.file != "" {
		var err error
		if meta, err = pipeline.LoadMeta(m.file); err != nil {
			return meta, err
		}
	}
	for _, f := range []struct {
		flag string
		to   *string
	}{{m.title, &meta.Title}, {m.description, &meta.Description}, {m.license, &meta.License},
		{m.version, &meta.DataVersion}, {m.homepage, &meta.Homepage}} {
		if f.flag != "" {
			*f.to = f.flag
		}
	}
	if m.keywords != "" {
		meta.Keywords = splitList(m.keywords)
	}
	if err := meta.Check(); err != nil {
		return meta, wrongUsage(err)
	}
	return meta, nil
}
