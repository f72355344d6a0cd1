package main

import (
	"fmt"
	"math"

	"github.com/dustin/go-humanize"
	"github.com/spf13/pflag"
	"github.com/tidywiki/tidywiki/pipeline"
)

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
