package dump

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/tidywiki/tidywiki/extract/source"
)

const (
	head = "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" xml:lang=\"en\">\n" +
		"  <siteinfo>\n    <sitename>Rivers</sitename>\n    <dbname>riverwiki</dbname>\n    <base>https://en.wikipedia.org/wiki/Main_Page</base>\n" +
		"    <namespaces>\n      <namespace key=\"0\" />\n      <namespace key=\"1\">Talk</namespace>\n" +
		"      <namespace key=\"10\">Template</namespace>\n    </namespaces>\n  </siteinfo>\n"
	foot = "</mediawiki>\n"
)

// pageXML is a page with one revision as wikis write it.
func pageXML(n, ns int, title, text string) string {
	return fmt.Sprintf("  <page>\n    <title>%s</title>\n    <ns>%d</ns>\n    <id>%d</id>\n    <revision>\n      <id>%d</id>\n"+
		"      <timestamp>2013-03-05T01:02:03Z</timestamp>\n      <contributor>\n        <username>x</username>\n        <id>9</id>\n"+
		"      </contributor>\n      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"+
		"      <text bytes=\"%d\" xml:space=\"preserve\">%s</text>\n    </revision>\n  </page>\n",
		html.EscapeString(title), ns, n, 1000+n, len(text), html.EscapeString(text))
}

// somePages are the pages of a dump: their XML one by one.
func somePages(n int) (pages []string) {
	for i := range n {
		title, ns := fmt.Sprintf("River %d", i), 0
		if i%5 == 4 {
			title, ns = "Talk:"+title, 1
		}
		pages = append(pages, pageXML(i, ns, title, strings.Repeat(fmt.Sprintf("| Rhine & \"%d\" <br>\n", i), i*i%37)))
	}
	return pages
}

func somePagesDump(n int) string { return head + strings.Join(somePages(n), "") + foot }

// multistream compresses a dump as Wikimedia does: one stream for the head, one for every
// few pages, one for the end.
func multistream(pages []string, each int) []byte {
	out := bzip2Stream([]byte(head), 900_000)
	for i := 0; i < len(pages); i += each {
		text := strings.Join(pages[i:min(i+each, len(pages))], "")
		out = append(out, bzip2Stream([]byte(text), 900_000)...)
	}
	return append(out, bzip2Stream([]byte(foot), 900_000)...)
}

func gzipBytes(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstdBytes(t *testing.T, text string) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return w.EncodeAll([]byte(text), nil)
}

func utf16Bytes(text string, order binary.AppendByteOrder, mark bool) []byte {
	if mark {
		text = "\ufeff" + text
	}
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

// file writes a file of a dump and opens it.
func file(t *testing.T, name string, data []byte, opt Options) *Dump {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	d, err := Open(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// pagesOf reads a range. It ends at the first error that ends the pages.
func pagesOf(d *Dump, r Range) (pages []*source.Source, n Counts, failed []error) {
	for src, err := range d.Pages(context.Background(), r, &n) {
		if err != nil {
			failed = append(failed, err)
			continue
		}
		pages = append(pages, src)
	}
	return pages, n, failed
}

// names returns the titles and contents of pages.
func names(pages []*source.Source) (out []string) {
	for _, p := range pages {
		out = append(out, p.Title+": "+p.Text())
	}
	return out
}
