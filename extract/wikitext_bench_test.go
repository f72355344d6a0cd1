package extract_test

import (
	"context"
	"testing"

	"github.com/tidywiki/tidywiki/extract/wikitext"

	"github.com/tidywiki/tidywiki/extract/source"
)

// BenchmarkWikitextExtract reads the corpus's pages, all of them and those with tables.
func BenchmarkWikitextExtract(b *testing.B) {
	for _, file := range []string{"tables", "pages"} {
		b.Run(file, func(b *testing.B) {
			var pages []*source.Source
			var bytes int64
			EachLine(b, Corpus(b, "wikitext/"+file+".jsonl.gz"), func(p wikitextWikiPage) {
				pages = append(pages, &source.Source{Name: p.Title, Title: p.Title, Data: []byte(p.Text)})
				bytes += int64(len(p.Text))
			})
			w := wikitext.New(wikitext.Options{})
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
