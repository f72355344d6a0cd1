package pipeline

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

func seedSource(b *testing.B) *source.Source {
	b.Helper()
	data, err := os.ReadFile("../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		b.Fatal(err)
	}
	return &source.Source{Name: "first-session-12th-npc.txt", Data: data}
}

// BenchmarkStages takes the seed page through each stage alone.
func BenchmarkStages(b *testing.B) {
	ctx := context.Background()
	src := seedSource(b)
	c, err := newConverter(Plan{})
	if err != nil {
		b.Fatal(err)
	}
	format := detect(src.Data).Name
	bench := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src.Data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	bench("extract", func() error { _, err := c.extractors[format].Extract(ctx, src); return err })
	doc, err := c.extractors[format].Extract(ctx, src)
	if err != nil {
		b.Fatal(err)
	}
	d := tidy.NewDataset(doc)
	for _, s := range c.steps {
		bench(s.Name(), func() error { _, err := s.Apply(ctx, d); return err })
		if d, err = s.Apply(ctx, d); err != nil {
			b.Fatal(err)
		}
	}
	for _, o := range Outputs {
		bench(o.Name, func() error { return writeAll(ctx, o.New(WriteOptions{}), newPage(src, d)) })
	}
}

func writeAll(ctx context.Context, l load.Loader, p *page) error {
	w, err := l.Open(ctx, discard{})
	if err != nil {
		return err
	}
	for _, t := range p.Data.Tables {
		if err := w.Write(ctx, t); err != nil {
			return err
		}
	}
	return w.Close()
}

// discard is a sink that keeps nothing.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error) { return discarded{io.Discard}, nil }

type discarded struct{ io.Writer }

func (discarded) Close() error { return nil }

// BenchmarkConvert takes the seed page from bytes to all files on disk.
func BenchmarkConvert(b *testing.B) {
	src := seedSource(b)
	plan := Plan{Sources: []string{"../testdata/pages/" + src.Name}, Out: b.TempDir() + "/out"}
	b.SetBytes(int64(len(src.Data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Run(context.Background(), plan); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPages takes a folder of two hundred varied pages to typed tables,
// without writing them.
func BenchmarkPages(b *testing.B) {
	dir := variedPages(b, 200)
	var bytes int64
	for b.Loop() {
		bytes = 0
		err := eachPage(context.Background(), Plan{Sources: []string{dir}}, func(p *page) error {
			bytes += p.Bytes
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
}

// BenchmarkWikitext takes the corpus's pages from bytes to typed tables on one
// core: those with tables, and all. With "extract" and "tidy" it shows where the
// time goes; "parquet" writes all tables but the wide ones, too.
func BenchmarkWikitext(b *testing.B) {
	for _, file := range []string{"tables", "pages"} {
		sources := corpusPages(b, file)
		var size int64
		for _, src := range sources {
			size += int64(len(src.Data))
		}
		for _, part := range []struct {
			name  string
			steps int
		}{{"extract", 0}, {"tidy", 3}, {"all steps", len(Steps)}} {
			b.Run(file+"/"+part.name, func(b *testing.B) {
				c, err := newConverter(Plan{From: "wikitext"})
				if err != nil {
					b.Fatal(err)
				}
				c.steps = c.steps[:part.steps]
				b.SetBytes(size)
				b.ReportAllocs()
				for b.Loop() {
					for _, src := range sources {
						if _, err := c.convert(context.Background(), src); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
		b.Run(file+"/parquet", func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				if err := toParquet(sources); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// toParquet converts the sources, and writes the tables that pages share to where
// nobody keeps them.
func toParquet(sources []*source.Source) error {
	ctx := context.Background()
	c, err := newConverter(Plan{From: "wikitext"})
	if err != nil {
		return err
	}
	w, err := parquetfile.New(parquetfile.Options{}).Open(ctx, discard{})
	if err != nil {
		return err
	}
	for _, src := range sources {
		p, err := c.convert(ctx, src)
		if err != nil {
			return err
		}
		for _, t := range p.Data.Tables {
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
