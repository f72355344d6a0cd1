package extract_test

import (
	"context"
	"slices"
	"testing"

	"github.com/tidywiki/tidywiki/extract/html"

	"github.com/tidywiki/tidywiki/extract/source"
)

// htmlWikiSources are every eighth of the pages of corpus/wtq.
func htmlWikiSources(b *testing.B) (pages []*source.Source, size int64) {
	all := htmlWikiPages(b)
	var ids []string
	for id := range all {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for i := 0; i < len(ids); i += 8 {
		p := all[ids[i]]
		pages = append(pages, &source.Source{Name: p.id, Title: p.Title, Data: []byte(p.html)})
		size += int64(len(p.html))
	}
	return pages, size
}

// BenchmarkHTMLExtract reads pages of Wikipedia.
func BenchmarkHTMLExtract(b *testing.B) {
	pages, size := htmlWikiSources(b)
	h := html.New(html.Options{})
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, src := range pages {
			if _, err := h.Extract(context.Background(), src); err != nil {
				b.Fatal(err)
			}
		}
	}
}
