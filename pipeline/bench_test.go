package pipeline

import (
	"context"
	"io"
	"os"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
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
	x := convert.Detect(Inputs, src.Data).New(nil)
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
	bench("extract", func() error { _, err := x.Extract(ctx, src); return err })
	doc, err := x.Extract(ctx, src)
	if err != nil {
		b.Fatal(err)
	}
	d := tidy.NewPage(doc)
	for _, s := range steps(recipesOf(Plan{})) {
		bench(s.Name(), func() error { _, err := s.Apply(ctx, d); return err })
		if d, err = s.Apply(ctx, d); err != nil {
			b.Fatal(err)
		}
	}
	for _, o := range Outputs {
		bench(o.Name, func() error { return writeAll(ctx, o.New(WriteOptions{}), newPage(src, d.WithFindings())) })
	}
}

func writeAll(ctx context.Context, l load.Loader, p *partfile.Page) error {
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
		err := eachPage(context.Background(), Plan{Sources: []string{dir}}, func(p *partfile.Page) error {
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
