package main

import (
	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

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
