package wikitext

import (
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract/document"
)

type wikiPage struct{ Title, Lang, Text string }

func TestTimes(t *testing.T) {
	var total time.Duration
	var bytes, tables, starts, boxes int
	unknown := map[string]int{}
	corpus(t, "wikitext/pages.jsonl.gz", func(p wikiPage) {
		began := time.Now()
		doc := parse(t, p.Text, nil)
		d := time.Since(began)
		total += d
		bytes += len(p.Text)
		n := 0
		doc.Walk(func(_ *document.Section, b document.Block) {
			switch b.(type) {
			case *document.Table:
				n++
			case *document.Infobox:
				boxes++
			}
		})
		tables += n
		s := strings.Count(p.Text, "{|")
		starts += s
		for _, note := range doc.Notes {
			unknown[note.Field]++
		}
		if d > 20*time.Millisecond {
			t.Logf("%s %d bytes: %v", p.Title, len(p.Text), d)
		}
		if s != n {
			t.Logf("%s: %d {| and %d tables", p.Title, s, n)
		}
	})
	t.Logf("%d bytes in %v: %.0f MB/s; %d tables, %d {|, %d boxes, %d unknown", bytes, total, float64(bytes)/1e6/total.Seconds(), tables, starts, boxes, len(unknown))
}
