// Command wasm reads a page from standard input and writes its tables to standard
// output as JSON, or as CSV if an argument is given. It shows how large a program
// for browsers is without Excel and Parquet, and with the tag recipes what these add; .ci/run prints
// both.
package main

import (
	"context"
	"io"
	"log"
	"os"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/pipeline/convert/standard"
	"github.com/tidywiki/tidywiki/transform"
)

// more are steps of builds with the tag recipes.
var more []transform.Step

func main() {
	data, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	var out load.Loader = jsonfile.New(jsonfile.Options{})
	if len(os.Args) > 1 {
		out = csvfile.New(csvfile.Options{})
	}
	if err := write(&source.Source{Name: "page", Data: data}, out); err != nil {
		log.Fatal(err)
	}
}

func write(src *source.Source, out load.Loader) error {
	ctx := context.Background()
	tables, err := standard.New(more...).Tables(ctx, src)
	if err != nil {
		return err
	}
	w, err := out.Open(ctx, stdout{})
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := w.Write(ctx, t); err != nil {
			return err
		}
	}
	return w.Close()
}

// stdout is a sink whose files follow one another on standard output.
type stdout struct{}

func (stdout) Create(string) (io.WriteCloser, error) { return open{os.Stdout}, nil }

type open struct{ io.Writer }

func (open) Close() error { return nil }
