package extract_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// htmlWikis are pages with what wikis have beside tables.
var htmlWikis = []string{
	`<title>a - b</title><h1 id="firstHeading">t</h1><div class="mw-parser-output"><p>a<sup class="reference"><a href="#r">[1]</a></sup></p><ol class="references"><li id="r"><span class="mw-cite-backlink">^</span>x</li></ol></div>`,
	`<table class="infobox"><caption>c<tr><th colspan=2>h<tr><th rowspan=2>k<td><img width=10 src="/thumb/a.jpg/10px-a.jpg"><tr><td>v<tr><td class="infobox-x">w</table>`,
	`<span style="display:none" class="sortkey">1 !</span><p hidden>a</p>b<span style="visibility:hidden">0</span><div style="display:none"><table><td>c</table></div>d`,
	`<ul><li>a<ol><li>b<dl><dt>c<dd>d</ol>e</ul><h2>f<span class="mw-editsection">g</span></h2><li>h<table><td>i</table>`,
	`<table class="navbox"><td>a<table class="wikitable"><td>b</table><div class="toc">c</div><table style="display:none"><tr style="display:none"><td>d`,
	`<body class="mw-parser-output"><link rel="mw:PageProp/Category" href="./Category:A#b"><table class="infobox" about="#m" typeof="mw:Transclusion" data-mw='{"parts":[{"template":{"target":{"wt":"Infobox x"},"params":{"a":{"wt":"b"}}}}]}'><tr><th>A<td>b</table>`,
	`<math alttext="{\displaystyle x^2}"><mi>x</mi></math><svg><title>a</title><![CDATA[b]]><p>c</svg><img class="mwe-math-fallback-image-inline" alt="y">`,
	"<?xml version='1.0' encoding='gbk'?><table><td>\xC4\xE3</table>", "\xFF\xFE<\x00p\x00>\x00", "<meta charset=koi8-r>\xC1", "<pre>\na\n b</pre><!--", "<table><td", "<a href='",
}

func FuzzHTMLExtract(f *testing.F) {
	for _, page := range append(htmlWikis, htmlBroken...) {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 1<<16 {
			return
		}
		d := htmlRead(t, &source.Source{Data: []byte(page)})
		htmlValid(t, d)
	})
}

// htmlValid checks what every document promises, and that each value of an infobox has a
// key: the markup has none, so one is made.
func htmlValid(t *testing.T, d *document.Document) {
	t.Helper()
	Validate(t, d)
	Keyed(t, d)
}

// FuzzHTMLTables compares the tables of pages of words that any parser reads alike with
// those of an independent one. Each byte chooses a word.
func FuzzHTMLTables(f *testing.F) {
	f.Add([]byte("abcdefghijklmnopqrstuvwxyz"))
	f.Add([]byte{0, 20, 21, 80, 3, 0, 18, 24, 90, 3})
	f.Fuzz(func(t *testing.T, choices []byte) {
		if len(choices) > 1<<10 {
			return
		}
		page := htmlSoupOf(choices)
		d := htmlRead(t, &source.Source{Data: []byte(page)})
		htmlValid(t, d)
		if slices.ContainsFunc(d.Notes, func(n source.Note) bool { return n.Code == "nesting_limit" }) {
			return
		}
		if got, want := htmlOurs(d), htmlOracleOf(t, page); !slices.Equal(got, want) {
			t.Errorf("%q\ngot\n\t%s\nwant\n\t%s", page, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	})
}

// htmlMayJoin is what may hold markup together across cells.
var htmlMayJoin = []string{"table", "<!", "<?", "</", "class", "style", "hidden", "script", "title", "noscript", "iframe", "no", "xmp", "plaintext", "textarea", "template", "\x00", "main", "article", "role", "svg", "math", "'", `"`}

// FuzzHTMLCells: what is outside of a table never gets into its
// cells, nor the cells out of it.
func FuzzHTMLCells(f *testing.F) {
	f.Add("<td>a<b>b</td><tr><p>c")
	f.Add("<caption>x<ul><li>y</ul><div>z")
	f.Fuzz(func(t *testing.T, rows string) {
		if len(rows) > 1<<12 || !utf8.ValidString(rows) || slices.ContainsFunc(htmlMayJoin, func(s string) bool { return strings.Contains(strings.ToLower(rows), s) }) {
			return
		}
		if strings.LastIndexByte(rows, '<') > strings.LastIndexByte(rows, '>') {
			return
		}
		d := htmlRead(t, &source.Source{Data: []byte("<p>BEFORE</p><table><td>INSIDE</td>" + rows + "</table>AFTER")})
		htmlValid(t, d)
		cells := strings.Join(htmlOurs(d), " ")
		if strings.Contains(cells, "BEFORE") || strings.Contains(cells, "AFTER") || !strings.Contains(cells, "INSIDE") {
			t.Errorf("%q: the cells are %q", rows, cells)
		}
		for _, b := range d.Sections[0].Blocks {
			if p, ok := b.(*document.Paragraph); ok && strings.Contains(p.Text.Plain, "INSIDE") {
				t.Errorf("%q: outside of the table is %q", rows, p.Text.Plain)
			}
		}
	})
}
