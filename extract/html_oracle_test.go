package extract_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"unicode"

	nethtml "golang.org/x/net/html"

	"github.com/tidywiki/tidywiki/extract/charset"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

// An oracle reads tables out of the tree that an independent parser makes: one line
// a cell, its spans and its text without white space. Pages must have no classes,
// styles or pictures, about which the parser knows nothing.
type htmlOracle struct{ lines []string }

func htmlOracleOf(t testing.TB, page string) []string {
	t.Helper()
	root, err := nethtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Skip("the independent parser gives up: ", err)
	}
	var o htmlOracle
	o.tables(root)
	return o.lines
}

// tables goes through the tables below a node, nested ones after those they are in.
func (o *htmlOracle) tables(n *nethtml.Node) {
	for c := range n.ChildNodes() {
		if c.Type == nethtml.ElementNode && c.Data == "table" {
			o.table(c)
		}
		o.tables(c)
	}
}

func (o *htmlOracle) table(n *nethtml.Node) {
	var first, body, last []*nethtml.Node // groups
	captions := ""
	for c := range htmlElements(n) {
		switch {
		case c.Data == "caption":
			captions += htmlTextOf(c)
		case c.Data == "thead" && len(first) == 0:
			first = append(first, c)
		case c.Data == "tfoot" && len(last) == 0:
			last = append(last, c)
		case c.Data == "thead", c.Data == "tbody", c.Data == "tfoot":
			body = append(body, c)
		}
	}
	o.lines = append(o.lines, "table "+captions)
	for _, g := range slices.Concat(first, body, last) {
		for r := range htmlElements(g) {
			if r.Data == "tr" {
				o.row(r)
			}
		}
	}
}

func (o *htmlOracle) row(n *nethtml.Node) {
	o.lines = append(o.lines, "row")
	for c := range htmlElements(n) {
		if c.Data == "td" || c.Data == "th" {
			o.lines = append(o.lines, c.Data+" "+htmlTextOf(c))
		}
	}
}

// htmlElements are the elements right below a node; comments have data, too.
func htmlElements(n *nethtml.Node) iter.Seq[*nethtml.Node] {
	return func(yield func(*nethtml.Node) bool) {
		for c := range n.ChildNodes() {
			if c.Type == nethtml.ElementNode && !yield(c) {
				return
			}
		}
	}
}

// htmlTextOf is the text below a node, but for that of tables inside it and of elements
// that show none.
func htmlTextOf(n *nethtml.Node) string {
	var b strings.Builder
	var visit func(*nethtml.Node)
	visit = func(n *nethtml.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type == nethtml.TextNode:
				b.WriteString(c.Data)
			case c.Type == nethtml.ElementNode && c.Data != "table" && !htmlUnseen[c.Data]:
				visit(c)
			}
		}
	}
	visit(n)
	return htmlSqueezed(b.String())
}

// htmlUnseen are the elements whose text is not that of the page.
var htmlUnseen = map[string]bool{"script": true, "style": true, "iframe": true, "noembed": true, "noframes": true, "noscript": true,
	"textarea": true, "title": true, "template": true}

// htmlSqueezed is a text without white space, and without raised and lowered numbers.
func htmlSqueezed(s string) string {
	return htmlDash.Replace(htmlLower.Replace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case charset.Risky(r), r == 0:
			return unicode.ReplacementChar
		}
		return r
	}, s)))
}

// htmlOurs writes the tables of a document as the oracle does.
func htmlOurs(d *document.Document) (lines []string) {
	d.Walk(func(_ *document.Section, b document.Block) {
		t, ok := b.(*document.Table)
		if !ok {
			return
		}
		lines = append(lines, "table "+htmlSqueezed(t.Caption.Plain))
		for _, r := range t.Rows {
			lines = append(lines, "row")
			for _, c := range r.Cells {
				name := "td"
				if c.Header {
					name = "th"
				}
				lines = append(lines, name+" "+htmlSqueezed(c.Text.Plain))
			}
		}
	})
	return lines
}

// htmlBroken are tables as they should not be.
var htmlBroken = []string{
	"<table><td>no row<td>two</table>",
	"<table>text<tr>text<td>a</td>text</tr>text</table>after",
	"<table><caption>c<tr><td>a<caption>second</table>",
	"<table><caption>a<table><tr><td>in a caption</table>b</caption><tr><td>c</table>",
	"<table><tr><td>a<table><tr><td>b<table><td>c</table>d</table>e<td>f</table>g",
	"<table><tr><td>a<table>b<tr>c<td>d</table>e</table>",
	"<table><tbody><tr><td>a<tfoot><tr><td>foot<thead><tr><th>head<tbody><tr><td>b</table>",
	"<table><thead><td>h1<thead><td>h2<tfoot><td>f1<tfoot><td>f2<tbody><td>b</table>",
	"<table><tr></tr><tr><td></td></tr><tr><th>in the body</th><td>x</td></tr><tr></table>",
	"<table><tr><td>a</th>b</td>c<td>d</caption></tbody>e</table>",
	"<table><col><colgroup><col>x<tr><td>a</td><col><tr><td>b</colgroup></table>",
	"<table><tr><td><div>a<span>b<td>c</div>d</span>e</table>f</div>g",
	"<table><tr><td><b>a<td>b</b>c<tr><td><i>d</table>",
	"<table><tr><td><p>a<p>b<ul><li>c<li>d</ul><dl><dt>e<dd>f</dl><h2>g<h3>h</table>",
	"<table><div>fostered<tr><td>a</td></div>b<p>c<td>d</table>",
	"<table><tr><td>a</table></table></td><table><td>b",
	"<table><table><tr><td>a<table></table></table>",
	"<td>none<tr>none<tbody><table><td>a",
	"<table><script>var a='<td>'</script><style>td{}</style><tr><td><script></td></script>a<template><td>x</template>b</table>",
	"<table><tr><td><!-- <td> --><!-->a<!--->b<!-- -- > --!>c<![CDATA[ d ]]>e<?php f ?>g</ >h<!doctype x>i</table>",
	"<table><tr><td><noscript><td>x</noscript><textarea><td>y</textarea><iframe><td></iframe><xmp><b>z</xmp>a</table>",
	"<TABLE><TR><TD COLSPAN=2>a<TH>b</TABLE>",
	"<table><tr><td title='a>b'>c<td title=\"</td>\">d<td a=b/>e<td =x>f<td x=>g</table>",
	"<table><tr><td a='1' a='2'>a<td \"b\">b<td/c>c<td / d>d</table>",
	"<table><tr><td>&lt;td&gt;&amp;amp;&nbsp;&#65;&#x42;&#150;&copy&notit;&unknown;&#0;&#xD800;&;&#;a&</table>",
	"<table><tr><td>a<br>b<br/>c</br>d<hr>e<wbr>f<p>g</p></p>h</table>",
	"<table><tr><td>a<sup>2</sup><sub>3</sub><sup>th</sup><sup>(4)</sup></table>",
	"<p><table><tr><td>a</table></p><p>b<div>c</p>d</div>",
	"<table><tr><td><a href=x>a<a href=y>b<table><td>c</table></a>d</table>",
	"<table><form><tr><td><input><form>a</form>b</table>",
	"<table><tr><li>a<td>b</li>c<td><li>d<div><li>e</table>",
	"<html><body><table><body><html><head><td>a</body></html><td>b</table>c",
	"<table><tr><td>a<plaintext></td></table>",
	"< table><td>a</table>< /table><table ><td>b</table >",
	"<table><tr><td>a\r\nb\rc\fd</table>",
	"<table><td><pre>\n\na\n b</pre><td><listing>c\n</listing></table>",
	"<table><tr><td><button>a<p>b</button>c<td><center>d</table>",
	"<table><caption><td>a</caption></table>",
	"<table><tr></tr><!tr><!td>a</table>",
	"<table><caption></table>a<table><td>b",
	"<table><tr><td><h1>a</h2>b<td></h1>c</table>",
}

func TestHTMLTablesAsBrowsersMakeThem(t *testing.T) {
	for i, page := range htmlBroken {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			d := htmlRead(t, &source.Source{Data: []byte(page)})
			htmlValid(t, d)
			if got, want := htmlOurs(d), htmlOracleOf(t, page); !slices.Equal(got, want) {
				t.Errorf("%s\ngot\n\t%s\nwant\n\t%s", page, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
			}
		})
	}
}
