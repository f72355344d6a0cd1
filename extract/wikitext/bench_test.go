package wikitext

import (
	"context"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/extracttest"
	"github.com/tidywiki/tidywiki/extract/source"
)

// BenchmarkExtract reads the corpus's pages, all of them and those with tables.
func BenchmarkExtract(b *testing.B) {
	for _, file := range []string{"tables", "pages"} {
		b.Run(file, func(b *testing.B) {
			var pages []*source.Source
			var bytes int64
			extracttest.EachLine(b, extracttest.Corpus(b, "wikitext/"+file+".jsonl.gz"), func(p wikiPage) {
				pages = append(pages, &source.Source{Name: p.Title, Title: p.Title, Data: []byte(p.Text)})
				bytes += int64(len(p.Text))
			})
			w := New(Options{})
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				for _, src := range pages {
					if _, err := w.Extract(context.Background(), src); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
