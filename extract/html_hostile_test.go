package extract_test

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
)

// htmlHostile are pages of one kind of markup again and again, as no wiki has them. A
// parser that looks ahead for each takes hours for them.
var htmlHostile = []string{
	"<", "</", "<!", "<!--", "<!-->", "<!-- --", "<?", "<![CDATA[", "<a", "<a ", "<a b", "<a b=", "<a b='", "<a b=\"", "<a b=\">", "<a b='\">", "</a ", "<a/", "&", "&amp", "&#", "&#x1", "&CounterClockwiseContourIntegral",
	"<table>", "<table><tr><td>", "<table><caption>", "<table><caption>a", "<table><tr>", "<table>a", "<table><tr><td>a</table>", "</table>", "</td>", "<td>", "<tr>", "<tr><td>", "<thead>", "<tfoot><td>",
	"<div>", "</div>", "<p>", "</p>", "<span>", "</span>", "<b>", "<a href=x>", "<a href=x>a", "<li>", "<ul>", "<ul><li>a", "<ul><li>", "</ul>", "<dl><dt>", "<h2>", "<h2>a", "<h1>a</h1>", "<x-y>", "</x-y>", "<br>", "<hr>", "<pre>", "<pre>\n",
	"<script>", "</script>", "<style></style>", "<title>", "<textarea>", "<template>", "<template></template>", "</template>", "<svg>", "<svg><p>", "<math alttext=a>", "<select>", "<video>", "<plaintext>", "<xmp>a</xmp>",
	"<sup>1</sup>", "<sup>1", "<sup class=reference>a</sup>", "<sup class=reference>", "<span class=sortkey>a</span>", "<div hidden>", "<div hidden>a</div>", "<div hidden><table>", "<p hidden>a", "<table hidden>", "<span style='visibility:hidden'>a",
	"<table class=navbox>", "<div class=navbox>a</div>", "<ol class=references>", "<ol class=references><li id=a>b", "<table class=infobox>", "<table class=infobox><tr><th>a<td>b</table>", "<tr><th rowspan=9>a<td>b",
	"<table><td colspan=1000 rowspan=65534>a</td></table>", "<td colspan=1000>", "<img alt=a>", "<img src=/thumb/a/b>", "<h1 id=firstHeading>a</h1>", "<div id=mw-normal-catlinks><a href=b>c</a></div>",
	"<main>", "</main>", "<div class=mw-parser-output>", "<link rel='mw:PageProp/Category' href='./a:b'>", "a", " ", "\n", "a  b", "\u00a0", "\x00", "\xff", "é", "\r", "\r\n",
}

// htmlAround are what such pages begin with.
var htmlAround = []string{"", "<table><tr><td>", "<table class=infobox><tr><th>a<td>", "<div class=mw-parser-output>", "<table><caption>", "<ul><li>", "<span>"}

// TestHTMLHostile is done in seconds; with a parser that looks ahead, never.
func TestHTMLHostile(t *testing.T) {
	size := 1 << 15
	if testing.Short() {
		size = 1 << 12
	}
	for _, unit := range htmlHostile {
		for _, begin := range htmlAround {
			page := begin + strings.Repeat(unit, size/len(unit))
			htmlValid(t, htmlRead(t, &source.Source{Data: []byte(page)}))
		}
	}
}

// TestHTMLDepth: many elements inside one another are just text.
func TestHTMLDepth(t *testing.T) {
	for _, unit := range []string{"<div>", "<span>", "<b>", "<ul><li>", "<table><tr><td>", "<div class=infobox><table><tr><td>"} {
		page := strings.Repeat(unit, 20_000) + "bottom"
		d := htmlRead(t, &source.Source{Data: []byte(page)})
		htmlValid(t, d)
		if n := strings.Count(dump(d), "bottom"); n != 1 {
			t.Errorf("%s: the text is there %d times", unit, n)
		}
	}
}

// BenchmarkHTMLHostile shows what a page of nothing but one kind of markup costs.
func BenchmarkHTMLHostile(b *testing.B) {
	for _, unit := range htmlHostile {
		b.Run(unit, func(b *testing.B) {
			src := &source.Source{Data: []byte(strings.Repeat(unit, (1<<20)/len(unit)))}
			b.SetBytes(int64(len(src.Data)))
			b.ReportAllocs()
			for b.Loop() {
				htmlRead(b, src)
			}
		})
	}
}
