package tidy

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
)

// A page with one table of 2,000 rows and six columns.
func BenchmarkLongTable(b *testing.B) {
	var page strings.Builder
	page.WriteString("= Rivers =\n| River | Length (km) | Share | Opened | Town | Votes |\n")
	for i := range 2000 {
		fmt.Fprintf(&page, "| River number %d | %d.5 | %d.25%% | %d | Springfield | %d,%03d |\n", i, i, i%100, 1900+i%100, 1+i%9, i%1000)
	}
	benchmark(b, page.String())
}

func BenchmarkSeed(b *testing.B) {
	benchmark(b, string(seed(b).Document.Source.Data))
}

func benchmark(b *testing.B, page string) {
	doc, err := plain.New(plain.Options{}).Extract(context.Background(), &source.Source{Name: "page.txt", Data: []byte(page)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		d := NewPage(doc)
		for _, step := range []transform.Step{Outline{}, Infobox{}, Tables{}} {
			if d, err = step.Apply(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	}
}
