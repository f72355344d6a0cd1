//go:build unix

package pipeline

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/pipeline/convert"
)

// BenchmarkWikitext takes the corpus's pages from bytes to typed tables on one
// core: those with tables, and all. With "extract" and "tidy" it shows where the
// time goes; "parquet" writes all tables but the wide ones, too. cpu-MB/s is the
// best round in CPU time, which other work on the machine disturbs least.
func BenchmarkWikitext(b *testing.B) {
	allSteps := steps(recipesOf(Plan{}))
	for _, file := range []string{"tables", "pages"} {
		sources := corpusPages(b, file)
		for _, part := range []struct {
			name  string
			steps int
		}{{"extract", 0}, {"tidy", 3}, {"all steps", len(allSteps)}} {
			b.Run(file+"/"+part.name, func(b *testing.B) {
				c := convert.New(convert.Options{Inputs: Inputs, Steps: allSteps[:part.steps], From: "wikitext"})
				rounds(b, sources, func() error {
					for _, src := range sources {
						if _, err := c.Page(context.Background(), src); err != nil {
							return err
						}
					}
					return nil
				})
			})
		}
		b.Run(file+"/parquet", func(b *testing.B) {
			rounds(b, sources, func() error { return toParquet(sources) })
		})
	}
}

// rounds measures what reads the sources.
func rounds(b *testing.B, sources []*source.Source, read func() error) {
	var size int64
	for _, src := range sources {
		size += int64(len(src.Data))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	var best time.Duration
	for b.Loop() {
		began := cpuTime()
		if err := read(); err != nil {
			b.Fatal(err)
		}
		if used := cpuTime() - began; best == 0 || used < best {
			best = used
		}
	}
	if best > 0 {
		b.ReportMetric(float64(size)/1e6/best.Seconds(), "cpu-MB/s")
	}
}

// toParquet converts the sources, and writes the tables that pages share to where
// nobody keeps them.
func toParquet(sources []*source.Source) error {
	ctx := context.Background()
	c, err := NewConverter(Plan{From: "wikitext"})
	if err != nil {
		return err
	}
	w, err := parquetfile.New(parquetfile.Options{}).Open(ctx, discard{})
	if err != nil {
		return err
	}
	for _, src := range sources {
		p, err := c.Page(ctx, src)
		if err != nil {
			return err
		}
		for _, t := range p.Tables {
			if t.Origin != nil {
				continue
			}
			if err := w.Write(ctx, t); err != nil {
				return err
			}
		}
	}
	return w.Close()
}

// corpusPages reads pages of corpus/wikitext, or skips.
func corpusPages(b *testing.B, file string) []*source.Source {
	b.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		b.Skip("TIDYWIKI_CORPUS is not set: the corpus's pages are not at hand")
	}
	f, err := os.Open(filepath.Join(dir, "wikitext", file+".jsonl.gz"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	var sources []*source.Source
	for dec := json.NewDecoder(z); ; {
		var p struct{ Title, Text string }
		if err := dec.Decode(&p); err == io.EOF {
			return sources
		} else if err != nil {
			b.Fatal(err)
		}
		sources = append(sources, &source.Source{Name: p.Title, Title: p.Title, Data: []byte(p.Text)})
	}
}

// cpuTime returns how long the process has used processors so far, which other
// programs on the machine change less than the clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
