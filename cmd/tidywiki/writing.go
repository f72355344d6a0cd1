package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// writingFlags say how values are written.
type writingFlags struct {
	bom, safe bool
	decimals  string
}

func (w *writingFlags) register(flags *pflag.FlagSet) {
	flags.BoolVar(&w.bom, "csv-bom", false, "begin CSV files with a byte order mark, which Excel wants")
	flags.BoolVar(&w.safe, "csv-safe", false, "put an apostrophe before texts in CSV files that look like formulas")
	flags.StringVar(&w.decimals, "decimals", "exact", "write decimals exact, or as float: rounded, but numbers to every reader")
}

func (w *writingFlags) options() (pipeline.WriteOptions, error) {
	o := pipeline.WriteOptions{CSVBOM: w.bom, CSVSafe: w.safe, Floats: w.decimals == "float"}
	if w.decimals != "exact" && w.decimals != "float" {
		return o, fmt.Errorf("--decimals %q: choose exact or float", w.decimals)
	}
	return o, nil
}
