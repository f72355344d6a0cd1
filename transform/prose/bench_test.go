package prose

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// BenchmarkScanSeed scans the texts of the seed page, which is dense in quantities.
func BenchmarkScanSeed(b *testing.B) {
	texts, _, _ := seedTexts(b)
	benchmarkScan(b, texts)
}

// BenchmarkScanPages scans the paragraphs of real pages of wikitext.
func BenchmarkScanPages(b *testing.B) {
	if os.Getenv("TIDYWIKI_CORPUS") == "" {
		b.Skip("TIDYWIKI_CORPUS is not set")
	}
	benchmarkScan(b, corpusParagraphs(b))
}

func benchmarkScan(b *testing.B, texts []string) {
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	s := newScanner(pageContext{Language: "en", Year: 2013})
	found := 0
	b.SetBytes(int64(size))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		found = 0
		for _, text := range texts {
			s.scan(text)
			found += len(s.out)
		}
	}
	b.ReportMetric(float64(found)/float64(size)*1e3, "quantities/kB")
}

// corpusParagraphs returns lines of English pages that are prose: without markup
// of tables and templates, links reduced to their text.
func corpusParagraphs(b testing.TB) (paragraphs []string) {
	lines := corpus(b, "wikitext/pages.jsonl.gz")
	size := 0
	for lines.Scan() && size < 4<<20 {
		var page struct{ Lang, Text string }
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			b.Fatal(err)
		}
		if page.Lang != "en" {
			continue
		}
		for line := range strings.Lines(page.Text) {
			if len(line) < 80 || strings.ContainsAny(line[:1], "|!{}*#:;=<[ ") || strings.Contains(line, "{{") || strings.Contains(line, "<") {
				continue
			}
			text := plainLinks(strings.TrimSpace(line))
			paragraphs = append(paragraphs, text)
			size += len(text)
		}
	}
	return paragraphs
}

// plainLinks leaves the text of [[target|text]] and drops quotes of emphasis.
func plainLinks(line string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "[[")
		b.WriteString(before)
		if !ok {
			break
		}
		link, after, _ := strings.Cut(rest, "]]")
		if _, text, ok := strings.Cut(link, "|"); ok {
			link = text
		}
		b.WriteString(link)
		line = after
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "'''", ""), "''", "")
}
