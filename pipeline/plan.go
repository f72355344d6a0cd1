package pipeline

import (
	"cmp"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/extract/language"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

// Limits are what one page may take.
type Limits = convert.Limits

// A Plan is what a run reads and writes. The zero value of each field is its
// default.
type Plan struct {
	// Sources are addresses of pages of running wikis, files, folders, globs or "-" for Stdin.
	Sources []string
	// Stdin is what the source "-" reads.
	Stdin io.Reader
	// Out is the output folder; default "out".
	Out string
	// Formats are names of [Outputs]; default all of them.
	Formats []string
	// From is the name of the input format; default detected from each page.
	From string
	// Read has the options of the input formats.
	Read ReadOptions
	// Dump has the options for dumps.
	Dump DumpOptions
	// Wiki has the options for requests to running wikis.
	Wiki WikiOptions
	// Write has the options of the output formats.
	Write WriteOptions
	// Recipes are used beside the built-in ones.
	Recipes []*recipe.Recipe
	// Meta describes the dataset.
	Meta Meta
	// Limits are what one page may take.
	Limits Limits
	// Strict makes the first page that cannot be converted end the run; otherwise it
	// is a finding.
	Strict bool
	// Tables selects the tables of single pages that become files of their own: "wide" for
	// all of them, "none". The default is wide, and none where a source is a dump.
	Tables string
	// Roles are those of the tables that become files of their own: "data", the
	// default, or "all".
	Roles string
	// Checkpoint keeps what is converted in a hidden folder beside Out until the
	// dataset is complete; Resume begins with what a run that was stopped has left
	// there. Runs over dumps of several units have checkpoints unless NoCheckpoint.
	Checkpoint, NoCheckpoint, Resume bool
	// Incremental keeps what is converted for the next run, which then converts only
	// what has changed: in the folder Cache, or a hidden one beside Out.
	Incremental bool
	Cache       string
	// UnitPages is how many pages a unit of work has at most, 500 if 0. UnitBytes is
	// the size of one in files, 16 MiB if 0; of a dump it is 128 MiB, or 32 MiB where it
	// is compressed.
	UnitPages int
	UnitBytes int64
	// Workers is the number of pages to process in parallel; default one per core.
	Workers int
	// Force replaces an output folder that was not made by tidywiki.
	Force bool
	// Progress is called after each page, from one goroutine. May be nil.
	Progress func(Progress)
}

// A UsageError is a plan that cannot be: the command line is wrong, not the data.
type UsageError = usage.Error

// The options of sources.
type (
	DumpOptions = sources.DumpOptions
	WikiOptions = sources.WikiOptions
	DumpReport  = sources.DumpReport
)

// sources are what the plan reads.
func (p Plan) sources() sources.Options {
	return sources.Options{Sources: p.Sources, Stdin: p.Stdin, From: p.From, Dump: p.Dump, Wiki: p.Wiki,
		PageBytes: p.Limits.PageBytes, Workers: p.Workers, Tables: p.Tables, UnitPages: p.UnitPages, UnitBytes: p.UnitBytes}
}

// openSources lists the sources of a plan, and completes it with the default that
// depends on them.
func openSources(plan Plan) (*sources.Set, Plan, error) {
	s, err := sources.Open(plan.sources())
	if err != nil {
		return nil, plan, err
	}
	plan.Tables = s.Tables()
	return s, plan, nil
}

// check completes the plan with its defaults.
func (p Plan) check() (Plan, error) {
	if len(p.Sources) == 0 {
		return p, usage.Errorf("no source given: name a file, a folder, a glob or - for standard input")
	}
	p.Out = cmp.Or(p.Out, "out")
	if p.Workers < 0 {
		return p, usage.Errorf("%d workers: give 1 or more, or 0 for one per core", p.Workers)
	}
	p.Workers = cmp.Or(p.Workers, runtime.GOMAXPROCS(0))
	if p.UnitPages < 0 {
		return p, usage.Errorf("%d pages per unit: give 1 or more, or 0 for the default", p.UnitPages)
	}
	if p.UnitBytes < 0 {
		return p, usage.Errorf("%d bytes per unit: give 1 or more, or 0 for the default", p.UnitBytes)
	}
	if p.Tables != "" && p.Tables != "wide" && p.Tables != "none" {
		return p, usage.Errorf("--tables %q: choose wide or none", p.Tables)
	}
	if p.Roles != "" && p.Roles != "data" && p.Roles != "all" {
		return p, usage.Errorf("--roles %q: choose data or all", p.Roles)
	}
	p.Incremental = p.Incremental || p.Cache != ""
	if p.Limits.PageBytes < 0 || p.Limits.PageTime < 0 {
		return p, usage.Errorf("a limit of a page is negative: give 0 for the default")
	}
	p.Limits.PageBytes = cmp.Or(p.Limits.PageBytes, convert.DefaultPageBytes)
	if len(p.Formats) == 0 {
		p.Formats = OutputNames()
	}
	for _, f := range p.Formats {
		if !slices.Contains(OutputNames(), f) {
			return p, usage.Errorf("unknown output format %q: choose from %s", f, strings.Join(OutputNames(), ", "))
		}
	}
	if !slices.Contains(load.Compressions, p.Write.Compression) {
		return p, usage.Errorf("unknown compression %q: choose gz or zst", string(p.Write.Compression))
	}
	if tag := language.Clean(p.Read.Language); tag != "" {
		p.Read.Language = tag
	} else if p.Read.Language != "" {
		return p, usage.Errorf("--language %q is not a language: give a BCP 47 tag such as de or pt-BR", p.Read.Language)
	}
	if p.From != "" && !slices.Contains(InputNames(), p.From) {
		return p, usage.Errorf("unknown input format %q: choose from %s", p.From, strings.Join(InputNames(), ", "))
	}
	return p, nil
}
