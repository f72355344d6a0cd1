//go:build unix

package pipeline

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert"
)

// BenchmarkHTML takes every eighth page of the corpus's rendered ones from bytes to
// typed tables on one core. With "extract" and "tidy" it shows where the time goes;
// cpu-MB/s counts CPU time, which others at work on the machine do not change.
func BenchmarkHTML(b *testing.B) {
	sources := renderedPages(b)
	var size int64
	for _, src := range sources {
		size += int64(len(src.Data))
	}
	allSteps := steps(recipesOf(Plan{}))
	for _, part := range []struct {
		name  string
		steps int
	}{{"extract", 0}, {"tidy", 3}, {"all steps", len(allSteps)}} {
		b.Run(part.name, func(b *testing.B) {
			c := convert.New(convert.Options{Inputs: Inputs, Steps: allSteps[:part.steps], From: "html"})
			b.SetBytes(size)
			b.ReportAllocs()
			began := cpuTime()
			for b.Loop() {
				for _, src := range sources {
					if _, err := c.Page(context.Background(), src); err != nil {
						b.Fatal(err)
					}
				}
			}
			if used := cpuTime() - began; used > 0 {
				b.ReportMetric(float64(size)*float64(b.N)/1e6/used.Seconds(), "cpu-MB/s")
			}
		})
	}
}

// renderedPages reads every eighth page of corpus/wtq, or skips.
func renderedPages(b *testing.B) (sources []*source.Source) {
	b.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		b.Skip("TIDYWIKI_CORPUS is not set: the corpus's pages are not at hand")
	}
	f, err := os.Open(filepath.Join(dir, "wtq", "pages.tar.gz"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for in := tar.NewReader(z); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return sources
		}
		if err != nil {
			b.Fatal(err)
		}
		if !strings.HasSuffix(h.Name, ".html") {
			continue
		}
		if n++; n%8 != 0 {
			continue
		}
		data, err := io.ReadAll(in)
		if err != nil {
			b.Fatal(err)
		}
		sources = append(sources, &source.Source{Name: h.Name, Data: data})
	}
}
