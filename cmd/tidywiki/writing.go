package main

import (
	"fmt"
	"math"

	"github.com/dustin/go-humanize"
	"github.com/spf13/pflag"
	"github.com/tidywiki/tidywiki/pipeline"
)

// writingFlags say how values are written.
type writingFlags struct {
	bom, safe          bool
	decimals           string
	partSize, compress string
}

func (w *writingFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&w.bom, "csv-bom", false, "begin CSV files with a byte order mark, which Excel wants")
	flags.BoolVar(&w.safe, "csv-safe", false, "put an apostrophe before texts in CSV files that look like formulas")
	flags.StringVar(&w.compress, "compress", "none", "pack CSV and JSON files: gz, zst or none")
	flags.StringVar(&w.partSize, "part-size", "", "make folders of Parquet files of about this size of the tables of all pages, say 512MB")
	flags.StringVar(&w.decimals, "decimals", "exact", "write decimals exact, or as float: rounded, but numbers to every reader")
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
