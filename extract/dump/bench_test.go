package dump

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

// benchDump returns a dump similar to a real one: some kB of text per page, with a
// reference at every hundredth byte.
func benchDump(pages int) []byte {
	var b bytes.Buffer
	b.WriteString("<mediawiki version=\"0.11\" xml:lang=\"en\">\n")
	row := "|-\n| [[Rhine]] || 1,233 || &lt;ref name=&quot;a&quot;&gt;Yearbook, p. 12&lt;/ref&gt; || a long river of many towns and castles\n"
	for i := range pages {
		text := strings.Repeat(row, 5+i*7%80)
		fmt.Fprintf(&b, "  <page>\n    <title>Page %d</title>\n    <ns>0</ns>\n    <id>%d</id>\n    <revision>\n      <id>%d</id>\n"+
			"      <parentid>1</parentid>\n      <timestamp>2013-03-05T01:02:03Z</timestamp>\n      <contributor>\n"+
			"        <username>x</username>\n        <id>9</id>\n      </contributor>\n      <comment>c</comment>\n"+
			"      <origin>1</origin>\n      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"+
			"      <text bytes=\"%d\" sha1=\"x\" xml:space=\"preserve\">%s</text>\n      <sha1>x</sha1>\n    </revision>\n  </page>\n",
			i, i, i, len(text), text)
	}
	b.WriteString("</mediawiki>\n")
	return b.Bytes()
}

// BenchmarkScan compares the scanner with encoding/xml: all pages read, or all skipped.
func BenchmarkScan(b *testing.B) {
	data := benchDump(2000)
	for _, bm := range []struct {
		name string
		opt  Options
	}{{"read", Options{}}, {"pass", Options{Namespaces: []int{1}}}} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				pages, counts, err := countAll(bytes.NewReader(data), bm.opt)
				if err != nil || counts.Pages != 2000 || pages != counts.Read {
					b.Fatal(pages, counts, err)
				}
			}
		})
	}
	b.Run("encoding-xml", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			d := xml.NewDecoder(bytes.NewReader(data))
			for {
				if _, err := d.RawToken(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
