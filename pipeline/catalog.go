package pipeline

import (
	"github.com/tidywiki/tidywiki/extract/wikitext"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/arrowfile"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/exportfile"
	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/load/xlsxfile"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/convert/standard"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/floats"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

// ReadOptions are the options of the input formats.
type ReadOptions struct {
	// Templates is a folder with the wikitext of templates; empty for none.
	Templates string
	// Language is the BCP 47 tag of the language of all pages; empty to find it for each.
	Language string
}

// Inputs are the formats that can be read. Of two that are equally sure the first
// is taken.
var Inputs = standard.Inputs

// loadTemplates reads the templates of a folder.
var loadTemplates = wikitext.LoadTemplates

// steps are what every page goes through, in order.
func steps(recipes []*recipe.Recipe) []transform.Step {
	return append(standard.Steps(), recipe.Step{Recipes: recipes})
}

// An Output is a format that datasets are written in.
type Output struct {
	Name, Ext, Help string
	New             func(WriteOptions) load.Loader
}

// WriteOptions are the options of the output formats.
type WriteOptions struct {
	// CSVBOM begins CSV files with a byte order mark, CSVSafe defuses texts that
	// look like formulas in them.
	CSVBOM, CSVSafe bool
	// PartBytes makes a folder of Parquet files of about that size of a table that
	// grows from page to page; 0 is one file per table.
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
	{"csv", ".csv", "one CSV file per table",
		func(o WriteOptions) load.Loader {
			return csvfile.New(csvfile.Options{BOM: o.CSVBOM, Safe: o.CSVSafe, Compression: o.Compression})
		}},
	{"json", ".json", "one JSON array per table, one record per line",
		func(o WriteOptions) load.Loader { return jsonfile.New(jsonfile.Options{Compression: o.Compression}) }},
	{"parquet", ".parquet", "one Parquet file per table, with titles and units",
		func(o WriteOptions) load.Loader { return parquetfile.New(parquetfile.Options{PartBytes: o.PartBytes}) }},
	{"arrow", ".arrow", "one Arrow IPC file per table, with titles and units",
		func(WriteOptions) load.Loader { return arrowfile.New(arrowfile.Options{}) }},
	{"xlsx", ".xlsx", "one Excel workbook, a sheet per table",
		func(WriteOptions) load.Loader {
			return xlsxfile.New(xlsxfile.Options{Generator: version.Generator})
		}},
}

// always are the loaders that every dataset gets: those of formats that recipes
// declare.
func always() []load.Loader { return []load.Loader{exportfile.New()} }

// floatConverter makes floating-point numbers of decimals before all formats.
type floatConverter = floats.Converter

var newFloats = floats.New

// formulaGuard is written before texts that look like formulas in CSV files.
const formulaGuard = csvfile.Guard

// InputNames and OutputNames list the formats in the order of the help.
func InputNames() []string {
	return names(Inputs, func(i convert.Input) string { return i.Name })
}

func OutputNames() []string {
	return names(Outputs, func(o Output) string { return o.Name })
}

func names[T any](rows []T, name func(T) string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = name(r)
	}
	return out
}
