package pipeline

import (
	"bytes"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/wikitext"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/arrowfile"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/load/xlsxfile"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/check"
	"github.com/tidywiki/tidywiki/transform/prose"
	"github.com/tidywiki/tidywiki/transform/rate"
	"github.com/tidywiki/tidywiki/transform/recipe"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// An Input is a format that pages are read from.
type Input struct {
	Name, Ext, Help string
	// Detect says how sure it is that a page is in this format, from 0 (it is not)
	// to 100.
	Detect func(data []byte) int
	New    func(ReadOptions) (extract.Extractor, error)
}

// ReadOptions are what a user can ask of the input formats.
type ReadOptions struct {
	// Templates is a folder with the wikitext of templates; empty for none.
	Templates string
	// Language is the BCP 47 tag of the language of all pages; empty to find it for each.
	Language string
	dump     *dump.Templates // those of the dump that the pages are from, or nil
}

// Inputs are the formats that can be read. Of two that are equally sure the first
// is taken.
var Inputs = []Input{
	{"plain", ".txt", "plain wiki-style text: = headings =, | rows |, - items, an Infobox of - Key: value lines",
		plain.Detect, func(ReadOptions) (extract.Extractor, error) { return plain.New(plain.Options{}), nil }},
	{"wikitext", ".wiki", "MediaWiki markup: {| tables |}, [[links]], {{templates}}, infoboxes, lists",
		wikitext.Detect, newWikitext},
	{"html", ".html", "rendered pages: MediaWiki's HTML, old and Parsoid's, and any other with <table>s",
		html.Detect, func(ReadOptions) (extract.Extractor, error) { return html.New(html.Options{}), nil }},
}

func newWikitext(o ReadOptions) (extract.Extractor, error) {
	var all templateLists
	if o.Templates != "" {
		templates, err := wikitext.LoadTemplates(o.Templates)
		if err != nil {
			return nil, usage("--templates %s: %w: name a folder of files, one a template", o.Templates, err)
		}
		if len(templates) == 0 {
			return nil, usage("--templates %s: no file in it: name a folder of files, one a template", o.Templates)
		}
		all = append(all, templates)
	}
	if o.dump != nil {
		all = append(all, o.dump)
	}
	if all == nil {
		return wikitext.New(wikitext.Options{}), nil
	}
	return wikitext.New(wikitext.Options{Templates: all}), nil
}

// A StepEntry is one step of the chain.
type StepEntry struct {
	Help string
	New  func(recipes []*recipe.Recipe) transform.Step
}

// Steps are the steps every page goes through, in order.
var Steps = []StepEntry{
	{"outline, paragraphs and list items", func([]*recipe.Recipe) transform.Step { return tidy.Outline{} }},
	{"infobox values", func([]*recipe.Recipe) transform.Step { return tidy.Infobox{} }},
	{"grids, cells and typed tables", func([]*recipe.Recipe) transform.Step { return tidy.Tables{} }},
	{"quantities and changes in texts", func([]*recipe.Recipe) transform.Step { return prose.Quantities{} }},
	{"published rates against their formula", func([]*recipe.Recipe) transform.Step { return rate.Step{} }},
	{"totals against their parts", func([]*recipe.Recipe) transform.Step { return check.Step{} }},
	{"tables of a domain", func(rs []*recipe.Recipe) transform.Step { return recipe.Step{Recipes: rs} }},
}

// An Output is a format that datasets are written in.
type Output struct {
	Name, Ext, Help string
	New             func(WriteOptions) load.Loader
}

// WriteOptions are what a user can ask of the output formats.
type WriteOptions struct {
	// CSVBOM begins CSV files with a byte order mark, CSVSafe defuses texts that
	// look like formulas in them.
	CSVBOM, CSVSafe bool
	// PartBytes makes a folder of Parquet files of about that size of a table that
	// grows from page to page; 0 is one file a table.
	PartBytes int64
	// Compression packs CSV and JSON files.
	Compression Compression
	// Floats makes floating-point numbers of decimals, in all formats alike.
	Floats bool
}

// Compression is how files of text are packed: gz, zst, or "" for not at all.
type Compression = load.Compression

// Outputs are the formats that can be written, in the order of the help.
var Outputs = []Output{
	{"csv", ".csv", "one CSV file a table",
		func(o WriteOptions) load.Loader {
			return csvfile.New(csvfile.Options{BOM: o.CSVBOM, Safe: o.CSVSafe, Compression: o.Compression})
		}},
	{"json", ".json", "one JSON array a table, one record a line",
		func(o WriteOptions) load.Loader { return jsonfile.New(jsonfile.Options{Compression: o.Compression}) }},
	{"parquet", ".parquet", "one Parquet file a table, with titles and units",
		func(o WriteOptions) load.Loader { return parquetfile.New(parquetfile.Options{PartBytes: o.PartBytes}) }},
	{"arrow", ".arrow", "one Arrow IPC file a table, with titles and units",
		func(WriteOptions) load.Loader { return arrowfile.New(arrowfile.Options{}) }},
	{"xlsx", ".xlsx", "one Excel workbook, a sheet a table",
		func(WriteOptions) load.Loader {
			return xlsxfile.New(xlsxfile.Options{Generator: "tidywiki " + Version})
		}},
}

func (i Input) name() string  { return i.Name }
func (o Output) name() string { return o.Name }

// InputNames and OutputNames list the formats in the order of the help.
func InputNames() []string  { return names(Inputs) }
func OutputNames() []string { return names(Outputs) }

// detect returns the input format that is surest of the page.
func detect(data []byte) Input {
	head := beginning(data)
	best, sure := Inputs[0], -1
	for _, in := range Inputs {
		if s := in.Detect(head); s > sure {
			best, sure = in, s
		}
	}
	return best
}

// detectHead is how much of a page is looked at to tell its format.
const detectHead = 64 << 10

// beginning returns the whole lines in the first bytes of a page.
func beginning(data []byte) []byte {
	if len(data) <= detectHead {
		return data
	}
	head := data[:detectHead]
	if i := bytes.LastIndexByte(head, '\n'); i >= 0 {
		return head[:i+1]
	}
	return head
}
